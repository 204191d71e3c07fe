"""Finds German names in the gazetteer whose article doesn't go with them, or whose dative nothing tells.

Advice for editors (`run_bot.py check`): "mit der Europäisches Parlament" is read by everybody who asks about it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.errors import Problem
from bot.facts.entities import Entity
from bot.i18n.declension import Declension

_PLURAL = "die (plural)"


def doubtful_names(entities: Mapping[str, Entity], declension: Declension, file: str) -> Iterator[Problem]:
    """The names that bear an article and don't go with it."""
    for entity in entities.values():
        article, name = entity.article.get("de"), entity.names["de"][0]
        if article and (remedy := _remedy(entity, article, name, declension)):
            yield Problem(file, f"entities.{entity.id}.article.de", article, remedy)


def _remedy(entity: Entity, article: str, name: str, declension: Declension) -> str:
    """What to do about a name; "" where all is well."""
    if name.partition(" ")[0].casefold() == article.partition(" ")[0]:
        return f"the first name, „{name}“, has its article already: leave it out of the name"
    adjectives = declension.adjectives(name)
    told = declension.told_by(adjectives[0]) if adjectives else ()
    if adjectives and article not in told and "nominative" not in entity.declined:
        if len(told) == 1:  # "Europäische" may be what "der" makes of it
            return f"„{name}“ goes with {told[0]}"
        return f"write „{declension.bare(name, article)}“, as it stands without an article"
    nouns = name.split(" ")[len(adjectives) :]
    clear = any(noun.endswith(("n", "s")) or noun.isupper() for noun in nouns) or "dative" in entity.declined
    if article == _PLURAL and not clear:
        return f"it would be read „mit den {nouns[0]}“: add declined: {{dative: …}}, and accusative if that differs"
    return ""


def german_declension(locales: Path) -> Declension:
    """What German names are declined with."""
    return Declension(locales, "de")
