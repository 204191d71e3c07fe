"""One language's words, as locales/<language>/intents/ has them: a field a file, nothing interpreted yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.facts.section_reader import Lists
from bot.understanding.language.wordforms import WordForms

Listed = tuple[str, ...]


@dataclass(frozen=True)
class StopWords:
    """stop.yaml: what weighs nothing, and abbreviations whose full stop ends no sentence."""

    stop: Listed = ()
    abbreviations: Listed = ()


@dataclass(frozen=True)
class LightWords:
    """light.yaml: words that weigh little, and phrases that do."""

    light: Listed = ()
    phrases: Listed = ()

    @property
    def all(self) -> Listed:
        """Both."""
        return self.light + self.phrases


@dataclass(frozen=True)
class Openers:
    """openers.yaml: verbs that open a question for yes or no, and those among the verbs that say more than that."""

    verbs: Listed = ()
    subjects: Listed = ()
    modal: Listed = ()
    having: Listed = ()
    aiming: Listed = ()
    hearsay: Listed = ()
    conjoining: Listed = ()
    knowing: Listed = ()


@dataclass(frozen=True)
class Nouns:
    """nouns.yaml: what stands around the noun that says what a question asks for, and what that noun's form says."""

    asking: Mapping[str, int] = field(default_factory=dict)
    naming: Lists = field(default_factory=dict)
    listing: Listed = ()
    wholes: Listed = ()
    told_in: Listed = ()
    being: Listed = ()
    several_names: Listed = ()
    all_told: Listed = ()
    within_which: Listed = ()
    since_when: Listed = ()
    earlier: Listed = ()
    not_earlier: Listed = ()
    earlier_told: Listed = ()
    being_part: Listed = ()
    from_whom: Listed = ()
    paid_for: Listed = ()
    bare_names: Listed = ()
    roughly: Listed = ()


@dataclass(frozen=True)
class NumberWords:
    """numbers.yaml: numbers and places in words, months, weekdays, units."""

    words: Mapping[str, float] = field(default_factory=dict)
    ordinals: Listed = ()
    places: Mapping[str, int] = field(default_factory=dict)
    beside_places: Listed = ()
    scales: Mapping[str, float] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, str] = field(default_factory=dict)
    units: Lists = field(default_factory=dict)


@dataclass(frozen=True)
class Words:
    """All of them; `concepts` are the files of a folder as one."""

    concepts: Lists = field(default_factory=dict)
    stop: StopWords = StopWords()
    light: LightWords = LightWords()
    openers: Openers = Openers()
    nouns: Nouns = field(default_factory=Nouns)
    numbers: NumberWords = field(default_factory=NumberWords)
    wordforms: WordForms = field(default_factory=WordForms)
    questions: Lists = field(default_factory=dict)
    operators: Lists = field(default_factory=dict)
    comparisons: Lists = field(default_factory=dict)
    comparatives: Lists = field(default_factory=dict)
    superlatives: Lists = field(default_factory=dict)
    mentions: Lists = field(default_factory=dict)
    joints: Lists = field(default_factory=dict)
    rates: Lists = field(default_factory=dict)
    sequels: Lists = field(default_factory=dict)
    smalltalk: Lists = field(default_factory=dict)
    shorthand: Lists = field(default_factory=dict)
    factsheets: Lists = field(default_factory=dict)
    errands: Lists = field(default_factory=dict)
    demonyms: Lists = field(default_factory=dict)
    trades: Lists = field(default_factory=dict)
