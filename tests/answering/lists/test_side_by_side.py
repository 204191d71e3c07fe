"""Two deals that are compared stand side by side: what both tell as pairs, then what only one tells."""

import pytest

from bot.answering.room.reply import Outcome, Reply
from tests import apps
from tests.apps import reply

HANSE, MODERN = apps.SUBJECTS / "hanse", apps.SUBJECTS / "modern"
PAIRS = {"signatory", "date_signed", "amount"}


def told_of(said: Reply) -> list[tuple[str, str]]:
    return [(deal, key) for deal, _, key in (fact.partition("/") for fact in said.facts)]


@pytest.mark.parametrize(
    "question",
    [
        "How do JD.com's deals with Britain and with Austria compare?",
        "What's the difference between the British and the Austrian deal?",
        "Compare JD's agreement with the UK with the one with Austria",
        "Worin unterscheiden sich die JD-Abkommen mit Österreich und Großbritannien?",
        "Vergleichen Sie das britische und das österreichische Abkommen von JD.com.",
        "Vergleich mal: was haben die Briten von JD bekommen und was die Österreicher?",
        "Was haben das Österreich-Abkommen und das britische Abkommen gemeinsam?",
    ],
)
def test_the_same_sides_of_both_deals_stand_in_pairs(question: str) -> None:
    said = reply(question)
    told = told_of(said)
    assert said.outcome is Outcome.ANSWER
    assert said.facts[0] == "jd-austria/similarity"  # what compares them itself goes first
    for side in PAIRS | {"overview"}:
        assert {deal for deal, key in told if key == side} == {"jd-uk", "jd-austria"}


@pytest.mark.parametrize(
    "question",
    [
        "Österreich-Kanal bei JD.com und Länder-Pavillons bei Alibaba: Wie unterscheiden sich die beiden?",
        "JD.com's Austria channel and Alibaba's country pavilions: how do the two differ?",
    ],
)
def test_a_thing_of_a_deal_stands_for_it_not_for_its_company(question: str) -> None:
    assert {"jd-austria/overview", "tmall-pavilions/overview"} <= set(reply(question).facts)


@pytest.mark.parametrize(
    "question",
    [
        "Was ist der Unterschied zwischen dem Länder-Pavillon-Projekt und dem Markenprogramm, in Zahlen?",
        "What's the difference between the country pavilions and the brands programme, in figures?",
    ],
)
def test_in_figures_only_figures_are_told(question: str) -> None:
    told = reply(question).facts
    assert {"tmall-pavilions/participant_count", "tmall-brands/new_brands"} <= set(told)
    assert not [fact for fact in told if fact.endswith("/overview")]


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("Compare the takeover of Whole Foods with the one of LinkedIn in figures", ("Amount:", "Share price:")),
        ("Vergleichen Sie die Übernahme von Whole Foods mit der von LinkedIn in Zahlen.", ("Betrag:", "Aktienkurs:")),
    ],
)
def test_each_pair_of_figures_stands_below_what_it_is(question: str, headings: tuple[str, ...]) -> None:
    pairs = reply(question, folder=MODERN).blocks[1:3]
    assert tuple(block.partition("\n")[0] for block in pairs) == headings


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("How do the deals with Austria and Spain compare?", "Spain"),
        ("Compare the agreement with Austria and the agreement with Spain.", "Spain"),
        ("Compare JD's deals with Austria and France.", "France"),
        ("Vergleichen Sie das Abkommen mit Österreich und das Abkommen mit Spanien.", "Spanien"),
        ("Worin unterscheiden sich die JD-Abkommen mit Österreich und Frankreich?", "Frankreich"),
    ],
)
def test_a_deal_that_is_none_is_not_compared(question: str, name: str) -> None:
    said = reply(question)
    assert (said.outcome, said.facts) == (Outcome.SILENT, ())
    assert name in said.blocks[0]


@pytest.mark.parametrize(
    "question",
    [
        "Is the Austrian deal larger than the British one?",
        "Wer hat das Abkommen mit Österreich unterzeichnet und wer das britische?",
        "Compare the delivery time in Moscow with the registration time at Tmall Global",
    ],
)
def test_what_asks_for_one_side_of_them_gets_no_more(question: str) -> None:
    assert not [fact for fact in reply(question).facts if fact.endswith("/overview")]


@pytest.mark.parametrize(
    "question",
    [
        "How do the Peace of Stralsund and the Peace of Utrecht compare?",
        "Worin unterscheiden sich der Friede von Stralsund und der Friede von Utrecht?",
    ],
)
def test_so_do_treaties(question: str) -> None:
    deals = {deal for deal, _ in told_of(reply(question, folder=HANSE))}
    assert deals == {"stralsund-1370", "utrecht-1474"}


@pytest.mark.parametrize(
    "question",
    [
        "Compare the takeover of Whole Foods with the takeover of LinkedIn",
        "Vergleichen Sie die Übernahme von Whole Foods mit der Übernahme von LinkedIn.",
    ],
)
def test_so_do_takeovers(question: str) -> None:
    deals = {deal for deal, _ in told_of(reply(question, folder=MODERN))}
    assert deals == {"amazon-whole-foods", "microsoft-linkedin"}


@pytest.mark.parametrize("question", ["And who signed the British one?", "Und wer hat das britische unterschrieben?"])
def test_the_conversation_goes_on(question: str) -> None:
    asked = "How do the British and the Austrian deal compare?"
    assert "jd-uk/signatory" in reply(asked, question).facts
