"""Several questions in one utterance, each recognised by itself; later ones lean on the first."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.facts.values import EntityList
from bot.understanding.deals.subjects import SubjectFinder
from bot.understanding.judging.completing import Completing
from bot.understanding.judging.judgement import WITH_SIDES, Judge
from bot.understanding.judging.recognition import Background, Recognition, Verdict
from bot.understanding.language.normalise import fold
from bot.understanding.readings.scoring import Reading
from bot.understanding.several.items import items
from bot.understanding.several.onepart import OnePart, fresh
from bot.understanding.several.parts import MOST, parts
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import Analysis

_SENTENCE = re.compile(r"[^?]*\w[^?]*\?")
_WORDS = 3
"""So many words make a question of their own ("Alvin Liu? Who is that?" is one)."""

_MARKS = " ?!.\n"
_SEVERAL_QUESTIONS, _ENUMERATED = "several questions in one", "an enumeration"
_SEVERAL = 2
_NAMING = frozenset({"name", "list_thing"})
_SURELY = 0.7
"""How sure the only part that has an answer must be, and each of several sentences."""


class InParts:
    """Recognises the parts of an utterance one by one."""

    def __init__(
        self,
        hearing: Hearing,
        completing: Completing,
        judge: Judge,
        leaning: Callable[[Analysis, Background], Recognition | None],
        subjects: SubjectFinder,
    ) -> None:
        self._one = OnePart(hearing, completing, judge, subjects)
        self._joints, self._analyse = hearing.joints, hearing.analyser.analyse
        self._leaning = leaning
        self._completing = completing
        self._judge = judge

    def recognise(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """The recognition of several questions in one, if the first has an answer; what later ones lack is named."""
        chosen: dict[int, Reading] = {}
        untold: list[str] = []
        asked: set[tuple[int, frozenset[str]]] = set()
        first: Recognition | None = None
        listed = parts(analysis, self._joints)
        texts: dict[str, str] = {}
        for text in listed:
            texts.setdefault(fold(text).strip(_MARKS), text)
        repeated = len(texts) < len(listed)
        if len(texts) > _SEVERAL:
            texts = {
                key: text
                for place, (key, text) in enumerate(texts.items())
                if not place or not self._one.only_compares(text)
            }
        for text in texts.values():
            judged = self._one.further(text, background) if first else self._one.first(text, background)
            judged = judged or (self._which(listed[0], text) if first else None)
            if judged is None and first is None:
                return self._second(analysis, list(texts.values()))
            new = fresh(judged, asked) if judged else []
            if judged is None or not new:
                if judged and self._one.repeats(judged):
                    repeated = True  # one fact tells both
                else:
                    untold.append(text)  # not told, or nothing but what has been said of the same kind
                continue
            best = new[0]
            asked.add((best.number, judged.analysis.types))
            chosen.setdefault(best.number, best)
            if first is None:
                first = judged
                fact = best.features.fact
                background = Background(text, analysis.language, fact.deal, (fact.id,), judged.entities)
        if first and first.rule == WITH_SIDES and "each" in analysis.flags and len(chosen) == 1:
            return replace(first, analysis=analysis)  # "…, and how many *each*?" is about both sides again
        if first is None or (len(chosen) + len(untold) == 1 and not repeated):
            return None
        if len(chosen) == 1 and untold and first.confidence < _SURELY:  # what is half understood may be about neither
            return None
        told = tuple(chosen.values())
        return replace(first, analysis=analysis, chosen=told, untold=tuple(untold), rule=_SEVERAL_QUESTIONS)

    def _second(self, analysis: Analysis, texts: Sequence[str]) -> Recognition | None:
        """The answer to the second of two questions for the same of two, where the first surely has none."""
        if len(texts) != _SEVERAL:
            return None
        first, then = texts
        judged = self._one.of_the_same(then, first)
        if judged is None or judged.confidence < _SURELY or judged.conflicts or not self._one.lacks(first):
            return None
        return replace(judged, analysis=analysis, untold=(first,), rule=_SEVERAL_QUESTIONS)

    def _which(self, counted: str, text: str) -> Recognition | None:
        """The list of what was counted, where no more is asked than which they are ("… and *which are named*?")."""
        then, first = self._analyse(text), self._analyse(counted)
        noun = next((unit for unit in first.contents if unit.start not in first.asking), None)
        which = self._joints.which.match(text)
        if which is None or noun is None or "count" not in first.types or then.types - {"list"} or then.names:
            return None
        if any(unit.says and _NAMING.isdisjoint(unit.keys) for unit in then.said):
            return None
        judged = self._one.first(f"{which[0]} {counted[noun.start :]}", None)
        listed = judged and isinstance(judged.chosen[0].features.fact.value, EntityList)
        return judged if listed else None

    def and_whether(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """The recognition of a question and one for yes or no joined to it ("how many are there, *and is A one*?").

        Only if each has an answer of its own: "and" may join two verbs of one question as well.
        """
        if not analysis.types or "yesno" in analysis.flags:
            return None
        for joint in self._joints.follows.finditer(analysis.text):
            first, then = analysis.text[: joint.start()], analysis.text[joint.end() :]
            read = self._analyse(then, analysis.language)
            if "yesno" not in read.flags or read.types or read.words < _WORDS or not first.strip():
                continue
            one = self._one.first(f"{first.rstrip(' ?,')}?", background)
            if one is None:
                return None
            fact = one.chosen[0].features.fact
            background = Background(first, analysis.language, fact.deal, (fact.id,), one.entities)
            other = self._leaning(read, background) or self._one.first(then, background)
            if other is None or other.chosen[0].number == one.chosen[0].number:
                return None
            if other.conflicts or other.chosen[0].features.fact.deal != fact.deal:
                return None  # "who founded it? Was it Jack Ma?" only checks the first
            if other.chosen[0].polarity is None:
                return None  # neither yes nor no is no answer to it
            return replace(one, analysis=analysis, chosen=(one.chosen[0], other.chosen[0]), rule=_SEVERAL_QUESTIONS)
        return None

    def in_sentences(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """The recognition of several questions in sentences of their own, if each is surely answered by another fact.

        All are of one deal: a later one that only checks the first ("Was it Jack Ma?") is no question of its own.
        """
        told: list[Recognition] = []
        for text in self._sentences(analysis):
            judged = self._one.first(text, background)
            if judged is None or judged.conflicts or judged.confidence < _SURELY:
                return None
            told.append(judged)
            fact = judged.chosen[0].features.fact
            background = Background(text, analysis.language, fact.deal, (fact.id,), judged.entities)
        chosen = {one.chosen[0].number: one.chosen[0] for one in told}
        if not told or len(chosen) < len(told) or len({one.features.fact.deal for one in chosen.values()}) > 1:
            return None
        return replace(told[0], analysis=analysis, chosen=tuple(chosen.values()), rule=_SEVERAL_QUESTIONS)

    def listed(self, analysis: Analysis) -> Recognition | None:
        """The recognition of an enumeration of which two items have an answer; the others are named."""
        listed = items(analysis, self._joints)
        judged = {item: self._judged(text) for item, text in listed.items()}
        told = [one for one in judged.values() if one and one.verdict is Verdict.ANSWER]
        chosen = {one.chosen[0].number: one.chosen[0] for one in reversed(told)}
        if len(chosen) < _SEVERAL:
            return None
        untold = [item for item, one in judged.items() if one is None or one.verdict is not Verdict.ANSWER]
        if any((one := judged[item]) is None or one.attribute is None for item in untold):
            return None  # what isn't understood isn't said to be missing
        readings = tuple(chosen[number] for number in dict.fromkeys(one.chosen[0].number for one in told))
        return replace(told[0], analysis=analysis, chosen=readings, untold=tuple(untold), rule=_ENUMERATED)

    def _judged(self, text: str) -> Recognition | None:
        """What comes of one item; None if it holds nothing to understand."""
        analysis = self._analyse(text)
        return self._judge.verdict(self._completing.better(analysis, None)) if analysis.units else None

    def _sentences(self, analysis: Analysis) -> tuple[str, ...]:
        """The sentences, if all are questions ("Is Germany among them? And will there be more?"); else ()."""
        found = tuple(text.strip() for text in _SENTENCE.findall(analysis.text))
        if not 1 < len(found) <= MOST or not analysis.text.rstrip().endswith("?"):
            return ()
        read = [self._analyse(text, analysis.language) for text in found]
        return found if all(one.words >= _WORDS and (one.types or "yesno" in one.flags) for one in read) else ()
