"""A question that says all that it asks is answered whatever was talked about before; what hangs on to that isn't."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps

MOSCOW = {
    "de": "Was kostet die Zustellung bei AliExpress in Moskau?",
    "en": "How much is AliExpress delivery in Moscow?",
}
AUSTRIA = {"de": "Wer hat den Österreich-Deal unterschrieben?", "en": "Who signed JD.com's agreement with Austria?"}


@pytest.mark.parametrize("before", [MOSCOW, AUSTRIA])
@pytest.mark.parametrize(
    ("language", "question", "fact"),
    [
        ("de", "Welche Länder haben einen Pavillon?", "tmall-pavilions/participants"),
        ("en", "Which countries have a pavilion?", "tmall-pavilions/participants"),
        (
            "de",
            "Aus wie vielen Ländern und Regionen stammen die auf Tmall Global registrierten Marken?",
            "country_count",
        ),
        ("en", "How many brands are on Tmall Global, and from how many countries do they come?", "brand_count"),
        ("de", "Könnten Sie mir sagen, welchen Posten Jeff Zhang hat?", "tmall-pavilions/zhang_role"),
        ("en", "Is it compulsory for a Spanish merchant on Tmall to be in the Spanish pavilion?", "voluntary"),
        ("de", "Juhuasuan", "juhuasuan-embassies/definition"),
        ("en", "Rakuten Ichiba", "rakuten/origin"),
    ],
)
def test_a_whole_question_is_answered_after_any_talk(
    before: dict[str, str], language: str, question: str, fact: str
) -> None:
    reply = apps.reply(before[language], question)
    assert reply.outcome is Outcome.ANSWER
    assert any(fact in stated for stated in reply.facts)


@pytest.mark.parametrize(
    "turns",
    [
        (MOSCOW["de"], "Und in Deutschland?"),
        (MOSCOW["en"], "and in Germany?"),
        (AUSTRIA["de"], "Danke! Und wie viele Marken sind dabei?"),
    ],
)
def test_what_hangs_on_to_the_talk_isnt_answered_from_elsewhere(turns: tuple[str, str]) -> None:
    reply = apps.reply(*turns)
    deal = apps.reply(turns[0]).facts[0].partition("/")[0]
    assert reply.outcome is not Outcome.ANSWER or {fact.partition("/")[0] for fact in reply.facts} == {deal}


@pytest.mark.parametrize(
    "question",
    [
        "whose subsidiary is AliExpress?",
        "what kind of goods are sold in the pavilions and from what sort of merchants",
        "whats safe.shop supposed to be, never heard of it tbh",
        "Welche Waren werden in den Pavillons verkauft?",
        "Wessen Tochter ist AliExpress?",
    ],
)
@pytest.mark.parametrize(
    "before", ["Who signed JD.com's agreement with Austria?", "Was kostet die Zustellung bei AliExpress in Moskau?"]
)
def test_a_whole_question_is_answered_after_another_theme_as_it_is_alone(before: str, question: str) -> None:
    assert apps.reply(before, question).facts[:1] == apps.reply(question).facts[:1] != ()
