import shutil
from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.subscriptions.subscribing.wishes import WishReader
from tests.apps import LOCALES


@pytest.fixture(scope="module")
def reader() -> WishReader:
    return WishReader(LOCALES)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("22-7", {"quiet_from": 1320, "quiet_to": 420}),
        ("quiet 22:30 – 6:45 Europe/London", {"quiet_from": 1350, "quiet_to": 405, "zone": "Europe/London"}),
        ("von 20 bis 8", {"quiet_from": 1200, "quiet_to": 480}),
        ("off", {"quiet_from": None, "quiet_to": None}),
        ("24-6", {"quiet_from": 0, "quiet_to": 360}),
        ("10pm to 6:45am New York", {"quiet_from": 1320, "quiet_to": 405, "zone": "America/New_York"}),
        ("zwischen 22 und 7 Uhr, Wien", {"quiet_from": 1320, "quiet_to": 420, "zone": "Europe/Vienna"}),
        ("keine Ruhezeit", {"quiet_from": None, "quiet_to": None}),
        ("Zürich", {"zone": "Europe/Zurich"}),
        ("europe/london", {"zone": "Europe/London"}),
        ("täglich", {"frequency": "daily"}),
        ("montags um 9 Uhr", {"frequency": "weekly"}),
        ("weekly, no quiet hours", {"frequency": "weekly", "quiet_from": None, "quiet_to": None}),
        ("sofort, 22-7 Wien", {"frequency": "at_once", "quiet_from": 1320, "quiet_to": 420, "zone": "Europe/Vienna"}),
    ],
)
def test_wishes_in_words(reader: WishReader, words: str, wanted: dict[str, object]) -> None:
    assert reader.wishes_in(words) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "",
        "later",
        "22-22",
        "99-7",
        "22:75-7",
        "13pm-7am",
        "22-7 Nowhere/Land",
        "22-7 xyzzy",
        "off xyzzy",
        "daily weekly",
        "daily at 10",
    ],
)
def test_words_of_which_one_isn_t_clear_ask_for_nothing(reader: WishReader, words: str) -> None:
    assert reader.wishes_in(words) is None


@pytest.mark.parametrize(
    ("old", "new"), [("until:", "til:"), ("until: [bis, und]", "until: bis"), ("until: [bis, und]", "")]
)
def test_a_mistake_in_the_words_is_named(tmp_path: Path, old: str, new: str) -> None:
    for language in ("de", "en"):
        (tmp_path / language).mkdir()
        shutil.copy(LOCALES / language / "wishes.yaml", tmp_path / language)
    file = tmp_path / "de" / "wishes.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="until"):
        WishReader(tmp_path)
