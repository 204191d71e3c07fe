"""What each fact can be recognised by: feature keys, examples, the answer types that it gives.

Built once at load with the same analyser that reads questions. The texts of a fact that speak for it are its example
questions, its further words, its wording, its attributes' cues and templates, its deal's names and parties.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.facts.concerned import entities_in
from bot.facts.model import LANGUAGES, Deal, Fact, Knowledge
from bot.facts.values import TextValue
from bot.understanding.language.once import Once
from bot.understanding.language.slots import fill_template
from bot.understanding.readings.example import Example, Load, counted, example_of, frequency, held_shares
from bot.understanding.readings.gives import answer_types
from bot.understanding.readings.keysets import keys_of, strengthen
from bot.understanding.readings.valuekeys import value_keys
from bot.understanding.utterance.sentences import Sentences

STRENGTH = {"question": 1.0, "words": 1.0, "cue": 0.85, "wording": 0.8, "deal": 0.75, "template": 0.7}
"""How strongly a key speaks for a fact, by the text that it comes from."""

ANCESTOR = 0.7
"""A name also matches what it is part of (Tmall Global asked as Alibaba), but less."""

NAMED_IN_DEAL, SAID_IN_DEAL = 0.5, 0.3
"""How well a fact explains a name or word that only the other facts of its deal hold."""

TRADE = 0.6
"""How well a fact holds what is the trade of somebody whom it gives."""

NAMED_IN_EXAMPLE = 0.3
_LIMITING = "@#"
"""A name or number that only an example question holds ("Is it in Paris?") isn't what the fact is about."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_DENIED = 0.6
_RARE, _OFTEN = 0.4, 0.06
_OWN = 0.7


@dataclass(frozen=True, slots=True)
class FactFeatures:
    """Everything that a fact is recognised by; `theme` is what the other facts of its deal hold, shared by all of them.

    `frequency` is the share of the fact's examples that hold a key, `counts` in how many it is said; `homes` are the
    keys of countries that it holds only because somebody in it is at home there.
    """

    fact: Fact
    keys: Mapping[str, float]
    theme: Mapping[str, float]
    frequency: Mapping[str, float]
    counts: Mapping[str, int]
    examples: tuple[Example, ...]
    templates: Mapping[str, tuple[Example, ...]]
    gives: frozenset[str]
    homes: frozenset[str] = frozenset()

    @property
    def asked(self) -> int:
        """How many example questions of its own the fact has."""
        return len(self.examples)


class FeatureBuilder:
    """Reads the facts of a knowledge folder into features."""

    def __init__(self, knowledge: Knowledge, texts: Sentences, trades: Mapping[str, Iterable[str]]) -> None:
        self._knowledge, self._trades = knowledge, trades
        self._texts = texts
        self._once = Once[Load]()
        self._templates: dict[str, tuple[Example, ...]] = {}
        self._cues: dict[str, dict[str, float]] = {}
        self._titles = {deal.id: self._title_keys(deal) for deal in knowledge.deals.values()}
        self._deals = {deal.id: self._deal_keys(deal) for deal in knowledge.deals.values()}
        self._themes: dict[str, dict[str, float]] = {deal: {} for deal in knowledge.deals}

    def fact(self, fact: Fact) -> FactFeatures:
        """The features of one fact."""
        keys = dict(self._deals[fact.deal])
        attributes = tuple(dict.fromkeys((fact.attribute, *fact.also)))
        for attribute in attributes:
            strengthen(keys, self.cue_keys(attribute), 1.0)
        examples = list(self._examples(fact))
        held = [example.keys for example in examples]
        surely = {
            key: NAMED_IN_EXAMPLE if key[0] in _LIMITING else _surely(share) for key, share in held_shares(held).items()
        }
        for example, said_in in zip(examples, held, strict=True):
            said = {key: surely[key] for key in said_in}
            if example.polarity is False:  # what a fact denies is less what it is about
                said = {key: strength * _DENIED for key, strength in said.items()}
            strengthen(keys, said, STRENGTH["question"])
        self._take_texts(keys, fact)
        named = tuple(self._entities(fact))
        if any(self._is_place(entity) for entity in named):  # its own places, not all those of its deal
            for place in self._knowledge.deals[fact.deal].places:
                if f"@{place}" in keys and f"@{place}" not in self._titles[fact.deal]:
                    keys[f"@{place}"] = NAMED_IN_EXAMPLE
        for entity in named:
            strengthen(keys, self._lineage(entity), 1.0)
        for entity in entities_in(fact):  # "which *software* firm"
            strengthen(keys, self._trade_keys(entity), TRADE)
        for value in fact.values.values():
            strengthen(keys, value_keys(value), 1.0)
        theme = self._themes[fact.deal]
        for key, strength in keys.items():
            if strength > _OWN:
                self._note(theme, key)
        places = {f"@{place}" for place in self._knowledge.deals[fact.deal].places}
        return FactFeatures(
            fact=fact,
            keys=keys,
            theme=theme,
            frequency=frequency(examples),
            counts=counted(examples),
            examples=tuple(examples),
            templates={attribute: self.template_examples(attribute) for attribute in attributes},
            gives=answer_types(fact, examples, named, self._knowledge.attributes, self._knowledge.entities),
            homes=frozenset(home for home in self._homes(fact, named) - places if keys.get(home, 1.0) <= ANCESTOR),
        )

    def _homes(self, fact: Fact, named: Iterable[str]) -> set[str]:
        """The keys of the countries and towns where those are at home whom it names or who are party to its deal."""
        known = (self._knowledge.entities.get(one) for one in (*named, *self._knowledge.deals[fact.deal].parties))
        at_home = ((one.country, one.home) for one in known if one and not self._is_place(one.id))
        return {f"@{place}" for places in at_home for place in places if place}

    def _take_texts(self, keys: dict[str, float], fact: Fact) -> None:
        """Take in a fact's further words, its wording and what its values say in words."""
        for language in LANGUAGES:
            for text in fact.words.get(language, ()):
                strengthen(keys, keys_of(self._texts.units(text, language)), STRENGTH["words"])
            wording = fact.wording.get(language, "")
            told = (value.text.get(language, "") for value in fact.values.values() if isinstance(value, TextValue))
            for text in (_PLACEHOLDER.sub("", wording), *told):
                strengthen(keys, keys_of(self._texts.units(text, language)), STRENGTH["wording"])

    def gaps(self, deal: Deal) -> Iterable[FactFeatures]:
        """What people ask about a deal and its sources don't tell, recognised like facts; their facts say nothing."""
        for attribute, texts in deal.unanswered.items():
            fact = replace(_NOTHING, id=f"{deal.id}/-{attribute}", deal=deal.id, attribute=attribute, questions=texts)
            examples = tuple(self._examples(fact))
            keys = dict(self._deals[deal.id])
            for example in examples:
                strengthen(keys, dict.fromkeys(example.keys, 1.0), STRENGTH["question"])
            known = self._knowledge.attributes.get(attribute)  # none for OTHER
            asks = {*(known.asks if known else ()), *(t for e in examples for t in e.types)}
            yield FactFeatures(
                fact, keys, {}, frequency(list(examples)), counted(examples), examples, {}, frozenset(asks)
            )

    def _note(self, theme: dict[str, float], key: str) -> None:
        """Take a key of one fact into its deal's theme.

        A place or country limits what is asked: it counts from the second fact that is about it.
        """
        if key[0] != "@":
            said = NAMED_IN_DEAL if key[0] == "#" else SAID_IN_DEAL
            theme[key] = max(said, theme.get(key, 0.0))  # in whatever order the keys come
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
                    yield example_of(self._texts.analyse(text, language), polarity, 1.0, self._once)

    def template_examples(self, name: str) -> tuple[Example, ...]:
        """An attribute's templates as examples, read once."""
        if name not in self._templates:
            attribute = self._knowledge.attributes.get(name)
            examples = []
            for language, words in attribute.words.items() if attribute else ():
                for text in (text for template in words.templates for text in fill_template(template)):
                    analysis = self._texts.analyse(text, language)
                    if analysis.units:
                        examples.append(example_of(analysis, None, STRENGTH["template"], self._once))
            self._templates[name] = tuple(examples)
        return self._templates[name]

    def cue_keys(self, name: str) -> dict[str, float]:
        """The keys of an attribute's cues, read once."""
        if name not in self._cues:
            attribute = self._knowledge.attributes.get(name)
            keys: dict[str, float] = {}
            for language, words in attribute.words.items() if attribute else ():
                for cue in words.cues:
                    units = self._texts.units(cue, language)
                    strengthen(keys, keys_of(units), STRENGTH["cue"] if len(units) == 1 else STRENGTH["cue"] * 0.7)
            # "sign-ups" speaks for no company: a name in a cue is a misreading
            self._cues[name] = {key: strength for key, strength in keys.items() if key[0] not in "@%"}
        return self._cues[name]

    def _title_keys(self, deal: Deal) -> dict[str, float]:
        keys: dict[str, float] = {}
        for language in LANGUAGES:
            for text in (deal.title.get(language, ""), *deal.names.get(language, ())):
                strengthen(keys, keys_of(self._texts.units(text, language)), STRENGTH["deal"])
        return keys

    def _deal_keys(self, deal: Deal) -> dict[str, float]:
        keys = dict(self._titles[deal.id])
        for entity in (*deal.parties, *deal.places):
            strengthen(keys, self._lineage(entity), 0.9)
        return keys

    def _entities(self, fact: Fact) -> Iterable[str]:
        yield from fact.about
        yield from fact.according_to
        yield from entities_in(fact)

    def _trade_keys(self, entity: str) -> dict[str, float]:
        known = self._knowledge.entities.get(entity)
        return {key: 1.0 for trade in known.trades for key in self._trades.get(trade, ())} if known else {}

    def _lineage(self, entity: str) -> dict[str, float]:
        """The entity's key, and more weakly those of what it is part of and of its country and town."""
        keys = {f"@{entity}": 1.0}
        strength = 1.0
        current = self._knowledge.entities.get(entity)
        while current is not None and strength > 0.3:
            strength *= ANCESTOR
            for parent in (current.part_of, current.country, current.home):
                if parent:
                    keys.setdefault(f"@{parent}", strength)
            current = self._knowledge.entities.get(current.part_of or "")
        return keys


def _surely(share: float) -> float:
    """How surely a fact is about a key that this share of its examples hold: a single one among many may be a slip."""
    return float(max(_RARE, min(1.0, (share / _OFTEN) ** 0.5)))


_NOTHING = Fact(
    id="", deal="", attribute="", also=(), about=(), value=None, details={}, status="not_disclosed", according_to=(),
    wording={}, remark=None, citations=(), questions={}, yes={}, no={}, words={},
)  # fmt: skip
