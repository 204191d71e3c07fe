"""/search, /timeline, /compare, the cards, and what inline mode offers."""

import pytest

from bot.answering.browsing.search import page_token
from bot.answering.inline import MOST, InlineDesk
from bot.answering.room.conversation import Conversation
from bot.answering.room.dates import dated
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.app import App
from bot.facts.tells import Tells
from bot.facts.values import Date

BOTH = pytest.mark.parametrize("language", ["de", "en"])


def said(app: App, text: str, language: str) -> Reply:
    return app.desk.answer(text, Conversation(language=language), language, 0.0)[0]


@BOTH
@pytest.mark.parametrize("word", ["logistik", "Logistics", "SPSR", "Schramböck", "schramboeck", "2,3"])
def test_a_search_finds_a_word_in_either_language_however_it_is_written(app: App, language: str, word: str) -> None:
    reply = said(app, f"/search {word}", language)
    assert reply.outcome is Outcome.ANSWER
    assert reply.language == language
    assert reply.references


def test_a_search_for_several_words_holds_all_of_them(app: App) -> None:
    both = said(app, "/search logistics moscow", "en")
    assert both.facts
    assert all(fact.startswith("aliexpress-moscow/") for fact in both.facts)


@pytest.mark.parametrize(
    ("language", "words", "lead"),
    [
        ("de", "Zollhaus Moskau quatsch", "zu 1 von 3"),
        ("en", "moscow logistics nonsense", "2 of the 3"),
        ("de", "Moskau Logistik", "zu allen diesen Wörtern"),
        ("en", "Moscow logistics", "all of these words"),
        ("de", "Logistik", "zu diesem Wort"),
        ("en", "logistics", "this word"),
    ],
)
def test_a_search_says_with_how_many_of_the_words_its_statements_go(
    app: App, language: str, words: str, lead: str
) -> None:
    found = said(app, f"/search {words}", language)
    assert found.facts
    assert lead in found.blocks[0]


@pytest.mark.parametrize(
    ("language", "words", "same"),
    [
        ("de", "Logistik in Moskau", "Logistik Moskau"),
        ("en", "logistics in Moscow", "logistics Moscow"),
        ("de", "Wein aus Frankreich", "Wein Frankreich"),
        ("en", "wine from France", "wine France"),
    ],
)
def test_articles_and_prepositions_are_not_searched_for(app: App, language: str, words: str, same: str) -> None:
    found, plain = (said(app, f"/search {one}", language) for one in (words, same))
    assert (found.facts, found.blocks[0]) == (plain.facts, plain.blocks[0])


@pytest.mark.parametrize(("text", "one"), [("US wine", "1 of the 2"), ("the", "this word")])
def test_a_small_word_is_searched_for_if_it_is_a_name_or_there_is_no_other(app: App, text: str, one: str) -> None:
    assert one in said(app, f"/search {text}", "en").blocks[0]


def test_the_pages_of_a_search_go_round(app: App) -> None:
    first = said(app, "/search alibaba", "de")
    forward = next(choice for choice in first.choices if choice.label == "›")
    second, _ = app.desk.choose(forward.token, Conversation(last_language="de"), "de", 0.0)
    assert second.heading == first.heading
    assert not set(second.facts) & set(first.facts)


@BOTH
def test_a_search_that_finds_nothing_offers_the_nearest_word(app: App, language: str) -> None:
    nothing = said(app, "/search logistkk", language)
    assert nothing.outcome is Outcome.SILENT
    (choice,) = nothing.choices
    found, _ = app.desk.choose(choice.token, Conversation(last_language=language), language, 0.0)
    assert found.facts


@BOTH
@pytest.mark.parametrize(
    ("typed", "word"), [("Österrreich", "Österreich"), ("shramböck", "Schramböck"), ("logistkk", "Logistik")]
)
def test_the_nearest_word_is_offered_as_it_is_written(app: App, language: str, typed: str, word: str) -> None:
    (choice,) = said(app, f"/search {typed}", language).choices
    assert choice.label.endswith(f" {word}")
    assert choice.token == page_token(word)


@pytest.mark.parametrize("text", ["", "   ", "!!!", "\u202e", "🇦🇹"])
def test_a_search_for_nothing_says_how_to_search(app: App, text: str) -> None:
    assert "/search" in said(app, f"/search {text}", "en").text


def test_a_search_that_fits_no_button_has_one_page(app: App) -> None:
    long = "alibaba " * 10
    assert len(page_token(long.strip(), 9999)) > 60
    assert not [choice for choice in said(app, f"/search {long}", "en").choices if choice.label == "›"]


@BOTH
def test_a_deal_card_tells_all_that_a_card_should(app: App, language: str) -> None:
    card = said(app, "/deal aliexpress-moscow", language)
    words = {"de": ("Beteiligt: AliExpress und SPSR Express", "Orte: Moskau und Russland", "Stand: unterzeichnet",
                    "● 5. Februar 2014"),
             "en": ("Parties: AliExpress and SPSR Express", "Places: Moscow and Russia", "Status: signed",
                    "● 5 February 2014")}[language]  # fmt: skip
    assert [word for word in words if word not in card.text] == []
    assert "[" in card.blocks[-1]


@BOTH
def test_a_source_card_tells_what_is_known_and_what_is_cited(app: App, language: str) -> None:
    card, _ = app.desk.choose(said(app, "/sources", language).choices[0].token, Conversation(), language, 0.0)
    assert "Trending Topics" in card.text
    assert {"de": "Datum: undatiert", "en": "Date: undated"}[language] in card.text
    assert {"de": "Sprache: Deutsch", "en": "Language: German"}[language] in card.text
    assert {"de": "• JD.com und Österreich:", "en": "• JD.com and Austria:"}[language] in card.text


def test_parts_with_dates_of_their_own_show_on_the_card(room: Room, app: App) -> None:
    assert any(section.published for section in room.knowledge.sources["004"].sections)
    card, _ = app.desk.choose(said(app, "/sources", "en").choices[4].token, Conversation(), "en", 0.0)
    assert "Dated parts: 28 August 2017 to 30 October 2017" in card.text


@BOTH
def test_a_source_card_counts_the_paragraphs_that_are_cited(app: App, language: str) -> None:
    token = said(app, "/sources", language).choices[0].token
    card, _ = app.desk.choose(token, Conversation(language=language), language, 0.0)
    facts = app.store.citing("000")
    paragraphs = {c.paragraph for fact in facts for c in fact.citations if c.source == "000"}
    total = len(app.knowledge.sources["000"].digests)
    told = {
        "de": f"Daraus sind {len(facts)} Aussagen belegt, mit {len(paragraphs)} der {total} Absätze.",
        "en": f"{len(facts)} statements are backed by it, by {len(paragraphs)} of its {total} paragraphs.",
    }
    assert told[language] in card.text


@BOTH
def test_the_timeline_is_in_order_cites_everything_and_tells_plans_apart(app: App, language: str) -> None:
    page = said(app, "/timeline", language)
    dates = [block for block in page.blocks if block[0] in "●○"]
    assert dates[0].startswith({"de": "● 5. Februar 2014:", "en": "● 5 February 2014:"}[language])
    assert dates[1].startswith("○ 2016:")
    assert all("[" in block for block in dates)
    assert page.picture == "timeline"


def test_the_timeline_of_one_deal_is_asked_for_by_name(app: App) -> None:
    assert said(app, "/timeline jd-uk", "en").picture == "timeline/jd-uk"
    assert said(app, "/timeline Österreich", "de").picture == "timeline/jd-austria"


def test_the_timeline_of_a_company_or_a_year_holds_the_dates_of_all_its_deals(app: App) -> None:
    company = said(app, "/timeline Amazon", "en")
    assert company.heading == "Timeline: Amazon"
    assert {fact.split("/")[0] for fact in company.facts} == {"amazon-prime", "amazon-whole-foods"}
    year = said(app, "/timeline 2017", "de")
    assert year.heading == "Zeitleiste: 2017"
    assert all("2017:" in block for block in year.blocks if block[0] in "●○")
    again, _ = app.desk.choose(year.token or "", Conversation(), "de", 0.0)
    assert again == year


@pytest.mark.parametrize(
    ("words", "deals"),
    [("Amazon", "Amazon: 2 deals"), ("Alibaba", "Alibaba: 9 deals"), ("2017", "2017: 6 deals")],
)
def test_a_name_that_several_deals_bear_shows_them_all(app: App, words: str, deals: str) -> None:
    assert deals in said(app, f"/deal {words}", "en").blocks


@pytest.mark.parametrize(
    ("words", "deal"),
    [
        ("UK", "jd-uk"),
        ("JD Österreich", "jd-austria"),
        ("SPSR", "aliexpress-moscow"),
        ("Alibaba embassies", "alibaba-brussels"),
    ],
)
def test_words_that_one_deal_is_about_open_it(app: App, words: str, deal: str) -> None:
    assert said(app, f"/deal {words}", "en").heading == app.knowledge.deals[deal].title["en"]


@pytest.mark.parametrize("command", ["/deals", "/deal", "/timeline"])
def test_no_word_behind_a_command_is_passed_over(app: App, command: str) -> None:
    for words, unknown in (("xyzzy", "xyzzy"), ("JD Spain", "Spain")):
        reply = said(app, f"{command} {words}", "en")
        assert f"I know no deal for this: “{unknown}”." in reply.blocks[0]
        assert reply.picture is None
    assert "JD.com: 4 deals" in reply.blocks


@BOTH
def test_what_cannot_be_compared_is_named(app: App, language: str) -> None:
    quoted = {"de": "„xyzzy“", "en": "“xyzzy”"}[language]
    for command in ("/compare", "/deal", "/deals"):
        assert quoted in said(app, f"{command} xyzzy", language).blocks[0]
    assert len(said(app, "/compare", language).blocks) == 1


@pytest.mark.parametrize(("language", "words"), [("de", "geplant"), ("en", "planned"), ("en", "geplant")])
def test_deals_are_chosen_by_how_far_they_have_come(app: App, language: str, words: str) -> None:
    assert said(app, f"/deals {words}", language).token == "b1.0....planned"


def test_a_deal_without_dates_says_so(app: App) -> None:
    assert said(app, "/timeline safe-shop", "en").references
    undated = [deal for deal in app.knowledge.deals if not dated(app.store.facts_of(deal), ())]
    assert undated
    assert "no date" in said(app, f"/timeline {undated[0]}", "en").text


def test_a_rough_date_gives_way_to_an_exact_one_of_the_same_deal(app: App) -> None:
    values = [entry.value for entry in dated(app.store.facts_of("alibaba-retail"), ())]
    assert Date(2017, 8, 28) in values
    assert Date(2017, 8) not in values
    assert Date(None, 1) in values


def test_what_was_planned_counts_as_planned_however_old_the_plan(room: Room) -> None:
    found = dated(room.knowledge.facts.values(), room.knowledge.telling(Tells.HAPPENING))
    planned = {entry.fact.deal for entry in found if entry.planned}
    assert {"alibaba-brussels", "jd-cambridge"} <= planned
    assert "aliexpress-moscow" not in planned


@BOTH
def test_only_figures_of_one_kind_are_compared(app: App, language: str) -> None:
    offered = said(app, "/compare", language)
    labels = {"de": {"Länder", "Marken", "Beträge (Euro)"}, "en": {"Countries", "Brands", "Amounts (euros)"}}
    assert labels[language] <= {choice.label for choice in offered.choices}
    countries = said(app, {"de": "/compare länder", "en": "/compare countries"}[language], language)
    assert countries.picture == "compare/count.country"
    assert [block for block in countries.blocks if "92" in block] == [countries.blocks[0]]
    assert all(app.knowledge.facts[fact].value.of == "country" for fact in countries.facts)  # type: ignore[union-attr]


@BOTH
def test_inline_offers_the_answer_first_and_never_more_than_ten(app: App, language: str) -> None:
    desk = InlineDesk(app.room)
    asked = {"de": "wer hat für österreich unterschrieben", "en": "who signed for austria"}[language]
    offers = desk.offers(asked, language)
    assert "Schramböck" in offers[0].reply.text
    assert 1 <= len(offers) <= MOST
    assert len({offer.fact for offer in offers}) == len(offers)
    assert all(offer.reply.references and offer.reply.language == language for offer in offers)


@BOTH
def test_inline_understands_half_a_word_and_offers_topics_for_none(app: App, language: str) -> None:
    desk = InlineDesk(app.room)
    assert "SPSR" in desk.offers("sps", language)[0].reply.text
    topics = desk.offers("", language)
    assert len(topics) == MOST
    assert len({offer.fact.partition("/")[0] for offer in topics}) == MOST
    assert desk.offers("qqqqqqq", language) == ()


def test_inline_keeps_languages_apart(app: App) -> None:
    desk = InlineDesk(app.room)
    german, english = desk.offers("alipay", "de-AT"), desk.offers("alipay", "fr")
    assert {offer.reply.language for offer in german} == {"de"}
    assert {offer.reply.language for offer in english} == {"en"}
