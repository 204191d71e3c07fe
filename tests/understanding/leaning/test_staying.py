"""A follow-up stays with what the conversation is about; it says "not told" rather than answer about another deal."""

import pytest

from bot.answering.room.reply import Outcome, Reply
from tests import apps
from tests.apps import analyse


def deals(reply: Reply) -> set[str]:
    return {name.split("/")[0] for name in reply.facts}


@pytest.mark.parametrize(
    ("turns", "deal"),
    [
        (("Was sind Alibaba Embassies?", "wo sollen die hin?", "kommt auch eine nach Wien?"), "alibaba-brussels"),
        (("Was ist About You?", "starten die auch in Frankreich?"), "about-you"),
        (("Do embassies help with Juhuasuan?", "is the Austrian embassy among them?"), "juhuasuan-embassies"),
        (("How many supermarkets does Hema have?", "any in Moscow?"), "alibaba-retail"),
        (("May signed in London, right?", "with Alibaba?"), "jd-uk"),
        (("Wer hat den britischen Vertrag unterzeichnet?", "war das 2014?"), "jd-uk"),
        (("Is Italy part of the country pavilions?", "and Japan?"), "tmall-pavilions"),
    ],
)
def test_what_leans_on_the_conversation_is_not_answered_from_another_deal(turns: tuple[str, ...], deal: str) -> None:
    reply = apps.reply(*turns)
    assert reply.outcome is Outcome.SILENT
    assert deals(reply) <= {deal}


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("Is the Cambridge research centre in Massachusetts?", "Is it their first in Europe?"), "uniqueness"),
        (("Who signed for Austria?", "and for the UK?"), "jd-uk/signatory"),
        (("Tell me about JD", "and Rakuten?"), "rakuten/"),
        (("Wer hat für Österreich unterschrieben?", "und für Großbritannien?"), "jd-uk/signatory"),
        (("Was macht AliExpress in Moskau?", "und wie viele Kunden hat JD.com?"), "jd-europe/customers"),
    ],
)
def test_a_new_subject_or_the_same_side_of_another_deal_may_follow(turns: tuple[str, ...], fact: str) -> None:
    reply = apps.reply(*turns)
    assert reply.outcome is Outcome.ANSWER
    assert fact in reply.facts[0]


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("Wo sollen die hin?", True),
        ("Wann war das?", True),
        ("Wer hat das Abkommen unterschrieben?", False),
        ("Gibt es ein Abkommen mit Wien?", False),
        ("Is there a pavilion?", False),
        ("When was that?", True),
        ("What does that agreement cover?", False),
        ("How many of them are new?", True),
    ],
)
def test_an_article_is_no_pronoun(text: str, refers: bool) -> None:
    assert analyse(text).refers is refers
