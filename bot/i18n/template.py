"""Keeps locales/bot.pot, the list of keys that a new language has to say: `python -m bot.i18n.template` writes it."""

from pathlib import Path

from bot.facts.model import LANGUAGES
from bot.i18n.catalog_check import keyed
from bot.i18n.catalogs import catalog_path, read_catalog

_HEADER = """\
# What the bot says: the keys that each language's bot.po gives a text for, the English bot.po shows how.
# Written by python -m bot.i18n.template; don't edit.
msgid ""
msgstr ""
"Project-Id-Version: deal-bot\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def template(locales: Path) -> str:
    """The template that goes with the catalogs."""
    entries = [_HEADER]
    for key, message in sorted(keyed(read_catalog(catalog_path(locales, LANGUAGES[-1]), LANGUAGES[-1])).items()):
        strings = f'msgid_plural "{key}"\nmsgstr[0] ""\nmsgstr[1] ""' if message.pluralizable else 'msgstr ""'
        entries.append(f'msgid "{key}"\n{strings}\n')
    return "\n".join(entries)


def write_template(locales: Path) -> None:
    """Writes bot.pot anew."""
    (locales / "bot.pot").write_text(template(locales), encoding="utf-8")


if __name__ == "__main__":
    write_template(Path(__file__).resolve().parents[2] / "locales")
