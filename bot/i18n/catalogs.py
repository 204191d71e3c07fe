"""The gettext catalogs of the bot's own texts: locales/<lang>/LC_MESSAGES/bot.po, compiled in memory.

A msgid is a dotted key ("silent.attribute"), the text of every language stands in its own bot.po: so neither language
is the other's original.
"""

import gettext
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from bot.errors import CatalogError

DOMAIN = "bot"


def catalog_path(locales: Path, language: str) -> Path:
    """Where a language's catalog stands."""
    return locales / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read_catalog(path: Path, language: str | None = None) -> Catalog:
    """The catalog as it stands in the file. Raises CatalogError when it can't be read."""
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, abort_invalid=True)
    except FileNotFoundError:
        raise CatalogError(f"{path}: the catalog is missing") from None
    except (PoFileError, UnicodeDecodeError, OSError) as error:
        raise CatalogError(f"{path}: not a readable catalog ({error})") from None


def load_translations(locales: Path, language: str) -> gettext.GNUTranslations:
    """The language's texts, ready to be asked; untranslated and fuzzy ones are missing."""
    compiled = BytesIO()
    write_mo(compiled, read_catalog(catalog_path(locales, language), language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
