"""The things with names that facts speak of: companies, people, places, programmes and more."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LocalText = Mapping[str, str]
"""One text per language code ("de", "en")."""

LocalWords = Mapping[str, tuple[str, ...]]
"""Words or phrases per language code."""

PLACE = "place"
"""The kind of an entity that is a place, and of the answer that names one."""

FIRMS = frozenset({"company", "organisation"})
"""The kinds of those who have a staff and a seat; products and programmes belong to one."""

BUSINESSES = FIRMS | {"product", "programme"}
"""The kinds of what does business under its own name: "Tmall" is a product."""


@dataclass(frozen=True)
class Entity:
    """A thing with names. A bystander is known by name only: no fact is about it. A capital may stand for its state.

    `countries` are those of a region that is more than one, `home` is the town where a company is at home, `trades` are
    what it does, as keys of trades.yaml, `stands_for` names those who are called by their town ("*Brussels* pays"),
    `declined` is the German name in cases where no rule tells it.
    """

    id: str
    kind: str
    names: LocalWords
    misheard: tuple[str, ...] = ()
    country: str | None = None
    part_of: str | None = None
    role: LocalText | None = None
    article: LocalText = field(default_factory=dict)
    bystander: bool = False
    capital: bool = False
    stands_for: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    home: str | None = None
    trades: tuple[str, ...] = ()
    declined: Mapping[str, str] = field(default_factory=dict)

    @property
    def spoken(self) -> tuple[str, ...]:
        """Its names in all languages, each once."""
        return tuple(dict.fromkeys(name for names in self.names.values() for name in names))
