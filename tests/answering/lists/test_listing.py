"""Questions for the deals themselves: which there are, how many, with whom, how far they have come."""

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.app import App
from tests import apps


def ask(app: App, text: str) -> Reply:
    return app.desk.answer(text, Conversation(), None, 1.0)[0]


def deals(reply: Reply) -> set[str]:
    return {fact.split("/")[0] for fact in reply.facts}


ALL = {
    "de": ("Wie viele Deals gibt es?", "Welche Deals kennst du?", "Zeig mir alle Abkommen"),
    "en": ("how many deals do you know?", "what deals are there?", "show me all deals"),
}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in ALL.items() for text in texts])
def test_all_deals_are_counted(app: App, language: str, text: str) -> None:
    reply = ask(app, text)
    assert (reply.outcome, reply.language) == (Outcome.ANSWER, language)
    assert str(len(app.knowledge.deals)) in reply.blocks[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("how many deals does JD have?", {"jd-austria", "jd-cambridge", "jd-europe", "jd-uk"}),
        ("wie viele Deals hat JD?", {"jd-austria", "jd-cambridge", "jd-europe", "jd-uk"}),
        ("which agreements are signed?", {"aliexpress-moscow", "jd-austria", "jd-uk"}),
        ("Welche Abkommen sind unterzeichnet?", {"aliexpress-moscow", "jd-austria", "jd-uk"}),
        ("which agreements has JD signed?", {"jd-austria", "jd-uk"}),
        ("which deals are only planned?", {"alibaba-european-platform", "jd-cambridge", "tmall-brands"}),
        ("Welche Deals sind nur geplant?", {"alibaba-european-platform", "jd-cambridge", "tmall-brands"}),
        ("which deals are in force?", {"juhuasuan-embassies", "tmall-pavilions"}),
        ("which deals were made in 2014?", {"aliexpress-moscow"}),
        ("Welche Deals gab es 2014?", {"aliexpress-moscow"}),
        ("which deals involve Russia", {"aliexpress-moscow"}),
        ("Welche Deals betreffen Spanien?", {"tmall-pavilions"}),
    ],
)
def test_the_deals_are_limited_by_name_status_and_year(app: App, text: str, expected: set[str]) -> None:
    reply = ask(app, text)
    assert reply.outcome is Outcome.ANSWER
    assert deals(reply) == expected


@pytest.mark.parametrize("text", ["list all Alibaba deals", "Liste alle Alibaba-Deals auf"])
def test_a_long_list_can_be_tapped(app: App, text: str) -> None:
    reply = ask(app, text)
    assert len(reply.choices) == len(deals(reply))
    assert str(len(deals(reply))) in reply.blocks[0]
    assert all("alibaba" in app.knowledge.deals[deal].parties or deal == "aliexpress-moscow" for deal in deals(reply))


def test_a_country_counts_by_parties_places_and_values_alone(app: App) -> None:
    assert "about-you" not in deals(ask(app, "which deals involve Germany"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Which deals involve Austria?", "Austria"),
        ("Welche Deals betreffen Österreich?", "Österreich"),
        ("Which deals involve the Netherlands?", "Netherlands"),
        ("Welche Deals betreffen die Niederlande?", "Niederlande"),
        ("Which deals involve Visa?", "Visa"),
    ],
)
def test_each_statement_names_whom_the_deals_are_asked_for(app: App, text: str, name: str) -> None:
    _, *statements = ask(app, text).blocks
    assert all(name in statement for statement in statements)


@pytest.mark.parametrize("text", ["Which deals involve Belgium?", "Welche Deals betreffen Belgien?"])
def test_a_ministers_home_brings_his_country_into_no_deal(app: App, text: str) -> None:
    assert deals(ask(app, text)) == {"about-you", "alibaba-brussels"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Which programmes are there?", {"import-programme", "juhuasuan-embassies", "tmall-brands", "tmall-pavilions"}),
        ("Welche Programme gibt es?", {"import-programme", "juhuasuan-embassies", "tmall-brands", "tmall-pavilions"}),
        ("Welche Projekte gibt es?", {"jd-cambridge"}),
        ("Which deals are with governments?", {"jd-austria", "jd-uk"}),
        ("Welche Deals gibt es mit Staaten?", {"jd-austria", "jd-uk"}),
        ("An welchen Deals ist JD beteiligt?", {"jd-austria", "jd-cambridge", "jd-europe", "jd-uk"}),
        ("Which deals is JD a party to?", {"jd-austria", "jd-cambridge", "jd-europe", "jd-uk"}),
        ("Nennen Sie alle Deals, an denen JD beteiligt ist.", {"jd-austria", "jd-cambridge", "jd-europe", "jd-uk"}),
    ],
)
def test_deals_of_a_sort_and_with_whom_are_listed(app: App, text: str, expected: set[str]) -> None:
    assert deals(ask(app, text)) == expected


@pytest.mark.parametrize(
    ("dated", "undated"),
    [
        ("Which deals have a date?", "Which deals have no date?"),
        ("Welche Deals haben ein Datum?", "Welche Deals sind undatiert?"),
    ],
)
def test_deals_with_a_date_and_those_without_are_all(app: App, dated: str, undated: str) -> None:
    known, others = deals(ask(app, dated)), deals(ask(app, undated))
    assert {"aliexpress-moscow", "jd-uk"} <= known
    assert known.isdisjoint(others)
    assert known | others == set(app.knowledge.deals)


@pytest.mark.parametrize("text", ["Which deals with JD are undated?", "Welche Deals mit JD haben kein Datum?"])
def test_a_deal_of_whose_time_anything_is_told_is_not_undated(app: App, text: str) -> None:
    assert not {"jd-uk", "jd-austria", "jd-cambridge"} & set(app.room.recogniser.recognise(text).deals)
    assert "JD.com" in ask(app, text).blocks[0]


@pytest.mark.parametrize("text", ["Which projects does JD plan in Europe?", "Welche Pläne hat JD für Europa?"])
def test_plans_of_somebody_are_for_the_facts_to_tell(app: App, text: str) -> None:
    assert not app.room.recogniser.recognise(text).deals


@pytest.mark.parametrize("text", ["Which deals involve Brussels?", "Welche Deals betreffen Brüssel?"])
def test_a_capital_is_itself_before_its_country(app: App, text: str) -> None:
    assert deals(ask(app, text)) == {"alibaba-brussels"}


@pytest.mark.parametrize("text", ["Which deals involve Alibaba?", "Welche Deals hat Alibaba?"])
def test_whoever_is_only_compared_has_no_part_in_a_deal(app: App, text: str) -> None:
    told = ask(app, text)
    assert deals(told).isdisjoint({"rakuten", "jd-europe"})
    assert all(app.knowledge.deals[deal].title[told.language] in told.text for deal in sorted(deals(told))[6:])


@pytest.mark.parametrize(
    "text", ["any deal with Spain?", "is there an agreement with Spain?", "Gibt es einen Deal mit Spanien?"]
)
def test_no_agreement_with_a_country_names_the_others_and_what_is_held_on_it(app: App, text: str) -> None:
    reply = ask(app, text)
    assert reply.outcome is Outcome.SILENT
    assert {"jd-austria", "jd-uk", "tmall-pavilions"} <= deals(reply)
    assert "Spa" in reply.blocks[0]


@pytest.mark.parametrize("text", ["does JD have an agreement with Spain?", "Hat JD ein Abkommen mit Spanien?"])
def test_a_company_limits_the_agreements_named(app: App, text: str) -> None:
    reply = ask(app, text)
    assert reply.outcome is Outcome.SILENT
    assert deals(reply) == {"jd-austria", "jd-uk", "tmall-pavilions"}


@pytest.mark.parametrize("text", ["is there an agreement with Japan?", "Gibt es ein Abkommen mit Japan?"])
def test_what_is_no_agreement_doesnt_stand_for_one(app: App, text: str) -> None:
    assert ask(app, text).outcome is Outcome.SILENT


@pytest.mark.parametrize("text", ["Gibt es ein Abkommen mit Österreich?", "is there an agreement with Austria?"])
def test_an_agreement_that_there_is_is_told(app: App, text: str) -> None:
    reply = ask(app, text)
    assert reply.outcome is Outcome.ANSWER
    assert deals(reply) == {"jd-austria"}


@pytest.mark.parametrize(
    ("text", "year"),
    [("which deals were made in 1999?", "1999"), ("Welche Deals aus 1999 kennst du?", "1999"),
     ("any deals in 2020?", "2020")],
)  # fmt: skip
def test_a_year_without_a_deal_is_named(app: App, text: str, year: str) -> None:
    reply = ask(app, text)
    assert (reply.outcome, reply.facts) == (Outcome.SILENT, ())
    assert year in reply.text


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("which deals have ended?", "Our sources name no ended deal."),
        ("Welche Deals sind zu Ende?", "Unsere Quellen nennen keinen beendeten Deal."),
    ],
)
def test_a_status_that_no_deal_has_is_none(app: App, text: str, lead: str) -> None:
    reply = ask(app, text)
    assert (reply.outcome, reply.facts) == (Outcome.SILENT, ())
    assert reply.text == lead


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Is there a deal with Japan and Italy?", "Our sources name no agreement with Japan or Italy."),
        (
            "Gibt es ein Abkommen mit Japan und Italien?",
            "Ein Abkommen mit Japan oder Italien nennen unsere Quellen nicht.",
        ),
        ("Is there a deal between Japan and Italy?", "Our sources name no agreement between Japan and Italy."),
        ("Hat JD ein Abkommen mit Italien?", "Ein Abkommen zwischen JD.com und Italien nennen unsere Quellen nicht."),
    ],
)
def test_who_is_asked_about_apart_isnt_taken_together(app: App, text: str, lead: str) -> None:
    reply = ask(app, text)
    assert reply.outcome is Outcome.SILENT
    assert reply.text.startswith(lead)


@pytest.mark.parametrize(
    ("text", "follow_up"),
    [("which deals involve Russia", "who signed?"), ("Welche Deals betreffen Russland?", "wann?")],
)
def test_the_only_deal_found_is_talked_about(app: App, text: str, follow_up: str) -> None:
    _, conversation = app.desk.answer(text, Conversation(), None, 1.0)
    assert conversation.topic.deal == "aliexpress-moscow"
    reply, _ = app.desk.answer(follow_up, conversation, None, 2.0)
    assert deals(reply) == {"aliexpress-moscow"}


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        (
            "Hat JD.com ein Abkommen mit der Schweiz?",
            ("Ein Abkommen zwischen JD.com und der Schweiz", "zur Schweiz"),
        ),
        ("Gibt es einen Deal zwischen JD und den Niederlanden?", ("zwischen JD.com und den Niederlanden",)),
        ("hat amazon einen deal mit den usa", ("zwischen Amazon und den USA", "zu den USA")),
        ("Does JD have a deal with the Netherlands?", ("JD.com and the Netherlands", "on the Netherlands")),
    ],
)
def test_names_stand_in_their_case_and_with_their_article(app: App, text: str, leads: tuple[str, ...]) -> None:
    told = ask(app, text)
    assert told.outcome is Outcome.SILENT
    assert [lead for lead in leads if lead not in told.text] == []


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Is there a deal between JD and the European Commission?", "elsewhere on JD.com and"),
        ("Does JD have a deal with Kenya?", "Kenya:"),
    ],
)
def test_what_stands_elsewhere_is_said_only_of_whom_it_names(app: App, text: str, other: str) -> None:
    told = ask(app, text)
    assert told.outcome is Outcome.SILENT
    assert other not in told.text


@pytest.mark.parametrize("question", ["Was there a deal with Spain?", "Were there agreements with Spain?"])
def test_whether_there_was_a_deal_is_asked_like_whether_there_is_one(question: str) -> None:
    assert apps.reply(question).text == apps.reply("Is there a deal with Spain?").text
