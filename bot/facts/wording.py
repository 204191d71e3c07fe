"""A wording's placeholders: {value}, {place}, and {value:dative} where the grammar needs another form.

Parsed the same way by the check (references) and by the voice that fills them.
"""

from functools import lru_cache
from string import Formatter

FORMS = ("", "plain", "nominative", "accusative", "dative", "in", "to", "when")
"""What may stand behind the colon; knowledge/README.md shows each with an example."""


class WordingError(ValueError):
    """Braces that don't close or a placeholder without a name."""


@lru_cache(maxsize=4096)
def pieces(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """The template as (literal text, placeholder name after it or None, its form or "")."""
    try:
        parsed = tuple((text, name, form or "") for text, name, form, _ in Formatter().parse(template))
    except ValueError as error:
        raise WordingError(f"check the braces ({error}); a brace itself is written twice") from None
    for _, name, _ in parsed:
        if name is not None and not name.replace("_", "").isalnum():
            raise WordingError(f"{{{name}}} is no placeholder: write {{value}} or {{name_of_a_detail}}")
    return parsed


def literal(template: str) -> str:
    """The template's own words, with bare braces where a value stands: how a placeholder is called says nothing."""
    return "".join(text if name is None else text + "{}" for text, name, _ in pieces(template))


def placeholders(template: str) -> tuple[tuple[str, str], ...]:
    """All (name, form) pairs of the template, in their order."""
    return tuple((name, form) for _, name, form in pieces(template) if name is not None)
