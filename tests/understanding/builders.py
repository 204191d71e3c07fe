"""Small things made by hand for the tests of the understanding."""

from collections.abc import Mapping, Sequence

from bot.facts.model import Fact
from bot.understanding.example import Example
from bot.understanding.features import FactFeatures
from bot.understanding.units import Analysis, Unit
from bot.understanding.vocabulary import Words


def unit(*keys: str, kind: str = "concept", weight: float = 1.0, parts: tuple[Unit, ...] = ()) -> Unit:
    """A unit that surely stands for some keys."""
    return Unit(" ".join(keys), kind, dict.fromkeys(keys, 1.0), weight, parts=parts)


def name(entity: str, weight: float = 1.3) -> Unit:
    """A unit that names an entity."""
    return unit(f"@{entity}", kind="entity", weight=weight)


def analysis(
    *units: Unit, types: Sequence[str] = (), flags: Sequence[str] = (), focus: tuple[int, ...] = ()
) -> Analysis:
    """A question that consists of these units."""
    return Analysis("", "en", units, frozenset(types), frozenset(flags), focus=focus)


def example(*keys: str, types: Sequence[str] = (), polarity: bool | None = None) -> Example:
    """An example question with a unit of weight 1 for each key."""
    loads = tuple((1.0, (key,)) for key in keys)
    return Example(loads, frozenset(types), polarity, 1.0, keys)


def fact(name: str, attribute: str = "price") -> Fact:
    """A fact of which nothing counts but its name; `name` is "<deal>/<key>"."""
    return Fact(
        id=name, deal=name.partition("/")[0], attribute=attribute, also=(), about=(), value=None, details={},
        status="signed", according_to=(), wording={}, remark=None, citations=(), questions={}, yes={}, no={}, words={},
    )  # fmt: skip


def features(
    name: str,
    keys: Mapping[str, float],
    *examples: Example,
    theme: Mapping[str, float] | None = None,
    gives: Sequence[str] = (),
    attribute: str = "price",
) -> FactFeatures:
    """What a fact is recognised by."""
    held: dict[str, int] = {}
    for one in examples:
        for key in one.said:
            held[key] = held.get(key, 0) + 1
    frequency = {key: count / len(examples) for key, count in held.items()}
    return FactFeatures(fact(name, attribute), keys, theme or {}, frequency, held, examples, {}, frozenset(gives))


def words(
    *,
    concepts: Mapping[str, tuple[str, ...]] | None = None,
    stop: tuple[str, ...] = (),
    light: tuple[str, ...] = (),
    questions: Mapping[str, tuple[str, ...]] | None = None,
    operators: Mapping[str, tuple[str, ...]] | None = None,
    openers: tuple[str, ...] = (),
) -> Words:
    """One language's words; what isn't given is empty."""
    return Words(
        concepts=concepts or {}, light=light, stop=stop, questions=questions or {}, operators=operators or {},
        openers=openers, comparisons={},
        joints={}, rates={},
        smalltalk={}, demonyms={}, numbers={}, scales={}, months={}, weekdays={}, units={},
    )  # fmt: skip
