"""The countries of the world by their names in a language, from CLDR."""

from babel import Locale

_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def territories(language: str) -> dict[str, str]:
    """ISO country code → name in a language, from CLDR (without regions such as 150 or EU)."""
    names = Locale.parse(language).territories
    return {code: name for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY}
