from zoneinfo import ZoneInfo

import pytest

from bot.cli.times import shown, span


@pytest.mark.parametrize(
    ("text", "seconds"), [("90s", 90), (" 30 M ", 1800), ("1.5h", 5400), ("7d", 604_800), ("4w", 2_419_200)]
)
def test_a_span_is_a_number_and_a_unit(text: str, seconds: float) -> None:
    assert span(text) == seconds


@pytest.mark.parametrize("text", ["", "d", "7", "7x", "-1d", "2026-11-20", "1,5h"])
def test_whatever_else_is_typed_is_none(text: str) -> None:
    assert span(text) is None


def test_a_moment_is_shown_in_its_zone() -> None:
    assert shown(1_700_000_000.0, ZoneInfo("Europe/Berlin")) == "2023-11-14 23:13"
