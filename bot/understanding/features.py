"""What each fact and attribute can be recognised by: feature keys, examples, the answer types that a fact gives.

Built once at load with the same analyser that reads questions. The texts of a fact that speak for it are its example
questions, its further words, its wording, its attribute's cues and templates, its deal's names and parties.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.facts.model import LANGUAGES, Deal, Fact, Knowledge
from bot.facts.values import EntityList, EntityValue, NotDisclosed
from bot.understanding.analysis import Analyser
from bot.understanding.slots import fill_template
from bot.understanding.units import Analysis, Unit
from bot.understanding.valuekeys import entity_types, value_keys, value_types

STRENGTH = {"question": 1.0, "words": 1.0, "cue": 0.85, "wording": 0.8, "deal": 0.75, "template": 0.7}
"""How strongly a key speaks for a fact, by the text that it comes from."""

ANCESTOR = 0.7
"""A name also matches what it is part of (Tmall Global asked as Alibaba), but less."""

NAMED_IN_DEAL, SAID_IN_DEAL = 0.5, 0.3
"""How well a fact explains a name or word that only the other facts of its deal hold."""

NAMED_IN_EXAMPLE = 0.3
"""A name that only an example question holds ("Is it in Paris?") isn't what the fact is about."""

_DENIED = 0.6
_OWN = 0.7


@dataclass(frozen=True, slots=True)
class Example:
    """An example question as feature keys; `polarity` is True for yes, False for no, None for other questions.

    `loads` holds each unit's weight and own keys until the example is weighed; `total` is what they come to.
    """

    keys: frozenset[str]
    loads: tuple[tuple[float, tuple[str, ...]], ...]
    types: frozenset[str]
    polarity: bool | None
    share: float
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class FactFeatures:
    """Everything that a fact is recognised by; `theme` is what the other facts of its deal hold, shared by all of them.

    `frequency` is the share of the fact's own examples that hold a key: what stands in most of them is its core.
    """

    fact: Fact
    keys: Mapping[str, float]
    theme: Mapping[str, float]
    frequency: Mapping[str, float]
    examples: tuple[Example, ...]
    gives: frozenset[str]
    attributes: frozenset[str]

    @property
    def asked(self) -> int:
        """How many example questions of its own the fact has."""
        return sum(example.share == 1.0 for example in self.examples)


class FeatureBuilder:
    """Reads the facts of a knowledge folder into features."""

    def __init__(self, knowledge: Knowledge, analyser: Analyser) -> None:
        self._knowledge = knowledge
        self._analyser = analyser
        self._templates: dict[str, tuple[Example, ...]] = {}
        self._cues: dict[str, dict[str, float]] = {}
        self._deals = {deal.id: self._deal_keys(deal) for deal in knowledge.deals.values()}
        self._themes: dict[str, dict[str, float]] = {deal: {} for deal in knowledge.deals}

    def fact(self, fact: Fact) -> FactFeatures:
        """The features of one fact."""
        keys = dict(self._deals[fact.deal])
        attributes = (fact.attribute, *fact.also)
        for attribute in attributes:
            _strengthen(keys, self.cue_keys(attribute), 1.0)
        examples = list(self._examples(fact))
        for example in examples:
            said = {key: 1.0 if key[0] != "@" else NAMED_IN_EXAMPLE for key in example.keys}
            if example.polarity is False:  # what a fact denies is less what it is about
                said = {key: strength * _DENIED for key, strength in said.items()}
            _strengthen(keys, said, STRENGTH["question"])
        for language in LANGUAGES:
            for text in fact.words.get(language, ()):
                _strengthen(keys, _keys_of(self._analyser.units(text, language)), STRENGTH["words"])
            wording = fact.wording.get(language, "")
            _strengthen(keys, _keys_of(self._analyser.units(_plain(wording), language)), STRENGTH["wording"])
        for entity in self._entities(fact):
            _strengthen(keys, self._lineage(entity), 1.0)
        for value in fact.values.values():
            _strengthen(keys, value_keys(value), 1.0)
        for attribute in attributes:
            examples.extend(self.template_examples(attribute))
        theme = self._themes[fact.deal]
        for key, strength in keys.items():
            if strength > _OWN:
                self._note(theme, key)
        return FactFeatures(
            fact, keys, theme, _frequency(examples), tuple(examples), self._gives(fact, examples), frozenset(attributes)
        )

    def gaps(self, deal: Deal) -> Iterable[FactFeatures]:
        """What people ask about a deal and its sources don't tell, recognised like facts; their facts say nothing."""
        for attribute, texts in deal.unanswered.items():
            fact = replace(_NOTHING, id=f"{deal.id}/-{attribute}", deal=deal.id, attribute=attribute, questions=texts)
            examples = list(self._examples(fact))
            keys = dict(self._deals[deal.id])
            for example in examples:
                _strengthen(keys, dict.fromkeys(example.keys, 1.0), STRENGTH["question"])
            asks = set(self._knowledge.attributes[attribute].asks) | {t for e in examples for t in e.types}
            frequency = _frequency(examples)
            yield FactFeatures(fact, keys, {}, frequency, tuple(examples), frozenset(asks), frozenset({attribute}))

    def _note(self, theme: dict[str, float], key: str) -> None:
        """Take a key of one fact into its deal's theme.

        A place or country limits what is asked: it counts from the second fact that is about it.
        """
        if key[0] != "@":
            theme[key] = NAMED_IN_DEAL if key[0] == "#" else SAID_IN_DEAL
            return
        again = key in theme
        theme[key] = NAMED_IN_DEAL if again or not self._is_place(key[1:]) else SAID_IN_DEAL
        theme[f"%{key[1:]}"] = NAMED_IN_DEAL

    def _is_place(self, entity: str) -> bool:
        """Countries and places limit what a question is about, so another fact's don't do."""
        known = self._knowledge.entities.get(entity)
        return known.kind == "place" if known else entity.isupper()

    def _examples(self, fact: Fact) -> Iterable[Example]:
        for texts, polarity in ((fact.questions, None), (fact.yes, True), (fact.no, False)):
            for language in LANGUAGES:
                for text in texts.get(language, ()):
                    analysis = self._analyser.analyse(text, language)
                    yield example_of(analysis, polarity, 1.0)

    def template_examples(self, name: str) -> tuple[Example, ...]:
        """An attribute's templates as examples, read once."""
        if name not in self._templates:
            attribute = self._knowledge.attributes.get(name)
            examples = []
            for language, words in attribute.words.items() if attribute else ():
                for text in (text for template in words.templates for text in fill_template(template)):
                    analysis = self._analyser.analyse(text, language)
                    if analysis.units:
                        examples.append(example_of(analysis, None, STRENGTH["template"]))
            self._templates[name] = tuple(examples)
        return self._templates[name]

    def cue_keys(self, name: str) -> dict[str, float]:
        """The keys of an attribute's cues, read once."""
        if name not in self._cues:
            attribute = self._knowledge.attributes.get(name)
            keys: dict[str, float] = {}
            for language, words in attribute.words.items() if attribute else ():
                for cue in words.cues:
                    units = self._analyser.units(cue, language)
                    _strengthen(keys, _keys_of(units), STRENGTH["cue"] if len(units) == 1 else STRENGTH["cue"] * 0.7)
            self._cues[name] = keys
        return self._cues[name]

    def _deal_keys(self, deal: Deal) -> dict[str, float]:
        keys: dict[str, float] = {}
        for language in LANGUAGES:
            for text in (deal.title.get(language, ""), *deal.names.get(language, ())):
                _strengthen(keys, _keys_of(self._analyser.units(text, language)), STRENGTH["deal"])
        for entity in (*deal.parties, *deal.places):
            _strengthen(keys, self._lineage(entity), 0.9)
        return keys

    def _entities(self, fact: Fact) -> Iterable[str]:
        yield from fact.about
        yield from fact.according_to
        for value in fact.values.values():
            if isinstance(value, EntityValue):
                yield value.entity
            elif isinstance(value, EntityList):
                yield from value.entities

    def _lineage(self, entity: str) -> dict[str, float]:
        """The entity's key, and more weakly those of what it is part of and of its country."""
        keys = {f"@{entity}": 1.0}
        strength = 1.0
        current = self._knowledge.entities.get(entity)
        while current is not None and strength > 0.3:
            strength *= ANCESTOR
            for parent in (current.part_of, current.country):
                if parent:
                    keys.setdefault(f"@{parent}", strength)
            current = self._knowledge.entities.get(current.part_of or "")
        return keys

    def _gives(self, fact: Fact, examples: Iterable[Example]) -> frozenset[str]:
        """The answer types that the fact can satisfy: by its values, its example questions, its attribute."""
        types: set[str] = set()
        for value in fact.values.values():
            types |= value_types(value, self._knowledge.entities)
        asked = Counter(kind for example in examples if example.share == 1.0 for kind in example.types)
        types |= {kind for kind, times in asked.items() if kind not in _MEASURED or times > 1}
        typed = [v for v in fact.values.values() if not isinstance(v, NotDisclosed)]
        kinds = {kind for entity in self._entities(fact) for kind in entity_types(entity, self._knowledge.entities)}
        for name in (fact.attribute, *fact.also):
            attribute = self._knowledge.attributes.get(name)
            if attribute:
                asks = set(attribute.asks)
                types |= asks & _SOFT if typed else asks - _MEASURED - (_NAMED - kinds)
        return frozenset(types)


_NOTHING = Fact(
    id="", deal="", attribute="", also=(), about=(), value=None, details={}, status="not_disclosed", according_to=(),
    wording={}, remark=None, citations=(), questions={}, yes={}, no={}, words={},
)  # fmt: skip

_MEASURED = {"count", "money", "percent", "amount", "date", "year", "month", "day", "weekday", "time", "duration"}
"""Only a typed value, or an example question, makes a fact give one of these."""

_NAMED = {"person", "company", "organisation", "country", "city"}
"""Only a fact that names such a thing gives one of these."""

_SOFT = {"reason", "manner", "definition", "name", "quote", "text", "yesno", "product", "language"}


def example_of(analysis: Analysis, polarity: bool | None, share: float) -> Example:
    """An analysed text as an example."""
    keys = {key for unit in analysis.units for key in unit.keys}
    keys |= {key for unit in analysis.units for part in unit.parts for key in part.keys}
    loads = tuple(
        (unit.weight, (*unit.keys, *(key for part in unit.parts for key in part.keys))) for unit in analysis.units
    )
    return Example(frozenset(keys), loads, analysis.types, polarity, share)


def _frequency(examples: Iterable[Example]) -> dict[str, float]:
    """The share of a fact's own examples that hold each key (a stem only where it has no concept)."""
    own = [example for example in examples if example.share == 1.0]
    counts: Counter[str] = Counter()
    for example in own:
        held: set[str] = set()
        for _, keys in example.loads:
            telling = [key for key in keys if key[0] != "~"]
            held.update(telling or keys)
        counts.update(held)
    return {key: count / len(own) for key, count in counts.items()}


def _keys_of(units: Iterable[Unit]) -> dict[str, float]:
    keys: dict[str, float] = {}
    for unit in units:
        _strengthen(keys, unit.keys, 1.0)
        for part in unit.parts:
            _strengthen(keys, part.keys, 0.8)
    return keys


def _strengthen(keys: dict[str, float], more: Mapping[str, float], factor: float) -> None:
    for key, strength in more.items():
        if strength * factor > keys.get(key, 0.0):
            keys[key] = strength * factor


def _plain(wording: str) -> str:
    """A wording without its placeholders."""
    out, depth = [], 0
    for character in wording:
        depth += character == "{"
        if not depth:
            out.append(character)
        depth -= character == "}"
    return "".join(out)
