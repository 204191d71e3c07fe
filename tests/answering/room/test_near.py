"""What a refusal offers as standing near must have to do with what was asked."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import reply


@pytest.mark.parametrize(
    "turns",
    [
        ("Was kostet die Teilnahme am Länder-Pavillon?",),
        ("Ist JD.com in Österreich?", "was kostet mich das?"),
        ("Is the Austria channel certain?", "When does it go live?"),
        ("wo baut jd.com das forschungszentrum", "how much does it cost?"),
    ],
)
def test_another_deals_price_or_day_is_not_offered(turns: tuple[str, ...]) -> None:
    found = reply(*turns)
    assert found.outcome is Outcome.SILENT
    assert not {"alibaba-retail/investment", "tmall-brands/livestream_day", "jd-uk/amount"} & set(found.facts)


def test_the_same_deals_fact_is() -> None:
    assert reply("Welche Öffnungszeiten hat die Ausgabestelle in Moskau?").facts == ("aliexpress-moscow/location",)
    assert reply("JD.com has how many employees per customer?").outcome is not Outcome.ANSWER
