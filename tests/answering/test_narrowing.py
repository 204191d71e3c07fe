"""A list of deals asked for more closely, turn by turn."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import HANSE, reply

ALL = {"de": "Welche Deals gibt es?", "en": "Which deals are there?"}


def deals(*turns: str) -> set[str]:
    said = reply(*turns)
    assert said.outcome is Outcome.ANSWER
    return {fact.partition("/")[0] for fact in said.facts}


@pytest.mark.parametrize(
    ("language", "turns", "expected"),
    [
        ("en", ["only the signed ones"], {"aliexpress-moscow", "jd-austria", "jd-uk"}),
        ("en", ["only the signed ones", "with JD"], {"jd-austria", "jd-uk"}),
        ("en", ["which are planned?"], {"alibaba-european-platform", "jd-cambridge", "tmall-brands"}),
        ("de", ["nur die von JD", "davon nur die unterschriebenen"], {"jd-austria", "jd-uk"}),
        ("de", ["nur die von JD", "und welche sind geplant?"], {"jd-cambridge"}),
        ("de", ["in Russland?"], {"aliexpress-moscow"}),
        ("de", ["vor 2015?"], {"aliexpress-moscow"}),
        ("de", ["danke", "nur die von Rakuten"], {"rakuten"}),
    ],
)
def test_each_turn_keeps_what_was_asked_before(language: str, turns: list[str], expected: set[str]) -> None:
    assert deals(ALL[language], *turns) == expected


def test_a_country_takes_the_place_of_the_one_before() -> None:
    said = reply("Hat JD ein Abkommen mit Spanien?", "und mit Frankreich?")
    assert said.outcome is Outcome.SILENT
    assert "zwischen JD.com und Frankreich" in said.text
    assert "Spanien" not in said.blocks[0]


@pytest.mark.parametrize(
    "turns", [("Hat JD ein Abkommen mit Spanien?", "mit wem denn sonst?"), ("Has JD a deal with Italy?", "with whom?")]
)
def test_with_whom_else_is_asked_of_the_same_company(turns: tuple[str, ...]) -> None:
    assert deals(*turns) == {"jd-austria", "jd-uk"}


def test_what_is_left_out_stays_out() -> None:
    assert "alibaba-brussels" not in deals("Which deals are there with Alibaba?", "not the ones in Belgium")


def test_a_whole_question_begins_anew() -> None:
    assert deals("Which deals has Alibaba?", "Which deals has JD?") == deals("Which deals has JD?")


@pytest.mark.parametrize("question", ["Who is Jack Ma?", "What is the goal of Alipay in Europe?"])
def test_after_something_else_no_list_is_narrowed(question: str) -> None:
    said = reply(ALL["en"], question, "only the signed ones")
    assert not {"jd-austria/overview", "jd-uk/overview"} <= set(said.facts)


def test_it_goes_on_for_some_turns() -> None:
    said = reply("Welche Verträge gibt es?", "nur mit England", "vor 1400", "nach 1400", folder=HANSE)
    assert (said.outcome, said.facts) == (Outcome.ANSWER, ("utrecht-1474/date",))


@pytest.mark.parametrize(
    ("question", "inside", "outside"),
    [
        ("Which deals are there in Europe?", "about-you", "import-programme"),
        ("Welche Deals gibt es in den Benelux-Ländern?", "about-you", "jd-uk"),
        ("Which deals are there in Oceania?", "tmall-pavilions", "jd-uk"),
    ],
)
def test_a_region_has_the_deals_of_its_countries(question: str, inside: str, outside: str) -> None:
    found = deals(question)
    assert inside in found
    assert outside not in found


@pytest.mark.parametrize(
    "question", ["Ist ein Land aus Ozeanien bei den Pavillons dabei?", "Wer aus Ozeanien macht mit?"]
)
def test_a_region_asks_for_its_countries(question: str) -> None:
    said = reply("Welche Länder haben einen Pavillon?", question)
    assert said.facts == ("tmall-pavilions/participants",)


@pytest.mark.parametrize(
    ("turns", "facts"),
    [
        (("Which agreements are signed?", "who signed them?"), {"jd-austria/signatory", "jd-uk/signatory"}),
        (("Welche Abkommen hat JD unterschrieben?", "und wann?"), {"jd-austria/date_signed", "jd-uk/date_signed"}),
        (("Which agreements are signed?", "how long do they run?"), {"jd-austria/disclosure", "jd-uk/term"}),
    ],
)
def test_what_is_asked_of_a_list_is_asked_of_each(turns: tuple[str, ...], facts: set[str]) -> None:
    said = reply(*turns)
    assert (said.outcome, set(said.facts)) == (Outcome.ANSWER, facts)


def test_of_many_deals_nobody_means_each() -> None:
    assert reply(ALL["de"], "Was kostet das?").outcome is Outcome.CLARIFY


@pytest.mark.parametrize(
    "question",
    [
        "Hat JD ein Abkommen in der DACH-Region?",
        "Did About You launch in Asia?",
        "Was the British deal signed in Asia?",
    ],
)
def test_a_region_is_never_denied_by_one_of_its_countries(question: str) -> None:
    assert not reply(question).text.startswith(("No.", "Nein."))


@pytest.mark.parametrize(
    ("turns", "lead"),
    [
        (("Which countries have a pavilion?", "which are outside Europe?"), "Outside Europe: the"),
        (("Welche Länder haben Pavillons?", "welche sind außerhalb von Europa?"), "Nicht in Europa: die"),
    ],
)
def test_those_outside_a_region_are_the_others(turns: tuple[str, ...], lead: str) -> None:
    assert reply(*turns).text.startswith(lead)


def test_of_those_listed_none_is_another() -> None:
    said = reply("Which agreements are signed?", "only those of them that are planned")
    assert "alibaba-european-platform/overview" not in said.facts


def test_a_question_for_yes_or_no_narrows_nothing() -> None:
    assert reply(ALL["en"], "is JD in China?").text.startswith("Yes.")


@pytest.mark.parametrize(("language", "asked", "text"), [
    ("de", "warum?", "Bitte sagen Sie dazu, welchen Deal Sie meinen."),
    ("en", "why?", "Please say which deal you mean."),
])  # fmt: skip
def test_a_bare_question_of_many_deals_asks_which(language: str, asked: str, text: str) -> None:
    said = reply(ALL[language], asked)
    assert (said.outcome, said.blocks) == (Outcome.SILENT, (text,))
    assert said.choices
    assert deals(ALL[language], asked, "nur die von Rakuten" if language == "de" else "only Rakuten") == {"rakuten"}


def test_limits_said_five_turns_ago_still_hold() -> None:
    turns = ["only the signed ones", "with JD", "in Europe", "not France", "not Spain"]
    assert deals(ALL["en"], *turns) <= {"jd-austria", "jd-uk"}


@pytest.mark.parametrize(
    ("question", "pick", "fact"),
    [
        ("Welche Deals hat JD?", "der letzte", "jd-uk/overview"),
        ("Welche Deals hat JD?", "der zweite bitte", "jd-cambridge/overview"),
        ("What deals does Alibaba have?", "number 3", "alibaba-retail/overview"),
    ],
)
def test_a_deal_is_picked_by_its_place_in_the_list(question: str, pick: str, fact: str) -> None:
    assert reply(question, pick).facts == (fact,)


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("Welche Deals hat JD?", "der letzte", "wie lange läuft der?"), "jd-uk/term"),
        (("list the deals with Alibaba", "the third one", "how much?"), "alibaba-retail/investment"),
        (("Welche Deals hat JD?", "der zweite", "wo?", "und der letzte?"), "jd-uk/overview"),
    ],
)
def test_what_was_picked_is_talked_about_and_others_can_be_picked_still(turns: tuple[str, ...], fact: str) -> None:
    assert reply(*turns).facts[:1] == (fact,)


def test_there_is_no_ninth_of_four() -> None:
    assert reply("Welche Deals hat JD?", "Nummer 9").outcome is not Outcome.ANSWER


@pytest.mark.parametrize("asked", ["der älteste?", "welcher ist der älteste?"])
def test_which_comes_first_is_asked_of_those_listed(asked: str) -> None:
    assert reply("Welche Deals hat JD?", asked).text.startswith("Wann diese Deals zustande kamen")
    assert "Nur bei 2 von 18 Deals" in reply("Welche Deals gibt es?", asked).text


@pytest.mark.parametrize(
    "said", ["not the second", "the first two", "the second biggest", "at last!", "the first quarter"]
)
def test_an_ordinal_with_something_else_picks_nothing(said: str) -> None:
    assert "alibaba-european-platform/overview" not in reply("What deals does Alibaba have?", said).facts
    assert reply("What deals does Alibaba have?", said).facts != ("alibaba-brussels/overview",)
