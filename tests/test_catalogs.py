from pathlib import Path

from bot.i18n.catalog_check import check_catalogs
from bot.i18n.template import template

ROOT = Path(__file__).parents[1]


def test_every_text_that_the_code_asks_for_is_there_in_both_languages_and_no_other_is() -> None:
    problems = check_catalogs(ROOT / "locales", ROOT / "bot")
    assert not problems, "\n".join(map(str, problems))


def test_the_template_lists_the_keys_of_the_catalogs() -> None:
    written = (ROOT / "locales" / "bot.pot").read_text(encoding="utf-8")
    assert written == template(ROOT / "locales"), "write it anew: python -m bot.i18n.template"
