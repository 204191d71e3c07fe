"""Small things made by hand for the tests of the understanding."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.facts.entities import Entity
from bot.facts.model import Fact
from bot.understanding.language.figures import Figures
from bot.understanding.language.lexicon import Lexicon
from bot.understanding.language.spelling import Speller
from bot.understanding.language.words import Words
from bot.understanding.readings.example import Example
from bot.understanding.readings.features import FactFeatures
from bot.understanding.utterance.appositions import Describing
from bot.understanding.utterance.asked import AskedNouns
from bot.understanding.utterance.associates import Associates
from bot.understanding.utterance.homes import Homes, OneOrSeveral
from bot.understanding.utterance.names import NameFinder
from bot.understanding.utterance.questions import QuestionForms
from bot.understanding.utterance.tools import Tools, folded
from bot.understanding.utterance.trades import Trades
from bot.understanding.utterance.units import Analysis, Unit


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


_NEVER = re.compile("(?!)")
"""A pattern that finds nothing."""


def reading_tools(languages: Mapping[str, Words], entities: Mapping[str, Entity], asking: Iterable[str] = ()) -> Tools:
    """What an analyser reads with that knows these words and names; `asking` are its question words."""
    lexicons = {language: Lexicon(language, one.concepts, one.light.all) for language, one in languages.items()}
    for lexicon in lexicons.values():
        lexicon.settle()
    return Tools(
        lexicons=lexicons,
        names=NameFinder(entities, languages),
        figures=Figures(one.numbers for one in languages.values()),
        speller=Speller({}),
        function_words=Speller({"": asking}, short=True),
        forms=QuestionForms(languages),
        asked=AskedNouns({}, {}, *({language: {} for language in languages} for _ in range(5))),
        comparisons={language: {} for language in languages},
        money=frozenset(),
        spans=frozenset(),
        associates=Associates(
            {}, frozenset(), {}, frozenset(), OneOrSeveral(()), re.compile("(?!)"), re.compile("(?!)")
        ),
        describing=Describing((), (), lambda entity: frozenset({entity})),
        homes=Homes(frozenset(), {}, lambda _entity: False, lambda entity: frozenset({entity}), OneOrSeveral(())),
        trades=Trades({}, {}, {}, {}, frozenset(), OneOrSeveral(())),
        stop={language: folded(one.stop.stop) for language, one in languages.items()},
        light={language: folded(one.light.all) for language, one in languages.items()},
        ordinals={language: frozenset(one.numbers.ordinals) for language, one in languages.items()},
        numbers={language: folded(tuple(one.numbers.words)) for language, one in languages.items()},
        particles={language: frozenset(one.joints.get("particles", ())) for language, one in languages.items()},
    )
