"""From an utterance and its conversation to a recognition: which facts it asks for, or why none answers it.

The order of judgement: small talk; the question alone and completed by the conversation; then, for the best reading,
names and numbers that it doesn't hold, the kind of answer wanted, words left unexplained, an attribute that no fact
tells; last the score and its lead. Fuzzy likeness is evidence, not permission.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.facts.model import Knowledge
from bot.understanding.acceptance import Acceptance, Evidence, gather
from bot.understanding.build import Understanding
from bot.understanding.companions import SEVERAL, CompanionLimits, choose, left_over
from bot.understanding.followup import Merged, leans, merge
from bot.understanding.recognition import Context, Recognition, Verdict
from bot.understanding.scoring import EXPLAINED, Reading, Scorer
from bot.understanding.sides import by_aspects, by_names
from bot.understanding.smalltalk import SmallTalk
from bot.understanding.units import Analysis, Unit


@dataclass(frozen=True)
class Limits:
    """Thresholds of acceptance, tuned on questions kept for tuning."""

    acceptance: Acceptance = Acceptance()
    companions: CompanionLimits = CompanionLimits()
    side: float = 0.3


_SHORT = 5
_EXACT = 0.95
"""An example question this near is the question itself."""

_NEAR_GAP = 10.0
_RIVAL = 0.8
_LIKELY = 0.6
_FIRM = 0.9
"""From this weight on a name or number limits what is asked: it must be in the fact."""

_HERE, _OWN, _SURE = 0.5, 0.85, 0.95
"""How strongly a fact or its deal must hold a place that is asked for, a fact one of its own, and any name for certain."""

_TELLING = 1.0
"""The weight of a number that can be asked for by itself; small ones can't."""


class Recogniser:
    """Understands one utterance at a time; holds no state of a conversation."""

    def __init__(
        self, understanding: Understanding, knowledge: Knowledge, smalltalk: SmallTalk, limits: Limits | None = None
    ) -> None:
        self.scorer = Scorer(understanding.index, understanding.overviews)
        self.limits = limits or Limits()
        self._gaps = Scorer(understanding.gaps)
        self._understanding = understanding
        self._knowledge = knowledge
        self._smalltalk = smalltalk
        self._attributes = understanding.attributes
        self._kinds = {entity.id: entity.kind for entity in knowledge.entities.values()}
        self._numbers = {f.fact.id: n for n, f in enumerate(understanding.index.facts)}

    def recognise(self, text: str, context: Context | None = None) -> Recognition:
        """Understand an utterance; `context` is what the conversation is about, if it is still awake."""
        analysis = self._understanding.analyser.analyse(text)
        talk = self._smalltalk.kind(text)
        if talk and not (analysis.units and len(analysis.names) == len(analysis.units)):
            return Recognition(analysis, Verdict.SMALLTALK, smalltalk=talk[0], rule="smalltalk")
        if self._understanding.lister.asks(analysis):
            return self._listed(analysis)
        followed = self._completed(analysis, context) if context and context.facts else None
        if followed is None and all(unit.kind == "number" and unit.weight < _TELLING for unit in analysis.units):
            return Recognition(analysis, Verdict.OFFTOPIC, rule="nothing to understand")
        return self._judge(self._better(analysis, followed))

    def _listed(self, analysis: Analysis) -> Recognition:
        """The deals asked for; none means a scoped negative, near which stand the deals of one of the names."""
        deals = self._understanding.lister.deals(analysis.names)
        entities = tuple(entity for unit in analysis.names for entity in unit.entities[:1])
        verdict = Verdict.DEALS if deals else Verdict.SILENT
        missing = () if deals else tuple(u for u in analysis.names if not self._understanding.lister.deals([u]))
        rule = "asks which deals there are"
        return Recognition(
            analysis, verdict, conflicts=missing or analysis.names, entities=entities, deals=deals, rule=rule
        )

    def _completed(self, analysis: Analysis, context: Context) -> "_Candidate | None":
        """The question read with its conversation, if it leans on one."""
        if not leans(analysis):
            return None
        merged = merge(analysis, context, self._understanding.analyser.analyse, self._kinds)
        favoured = [self._numbers[fact] for fact in context.facts if fact in self._numbers]
        if context.deal in self._knowledge.deals and not analysis.names:
            favoured = [self._numbers[fact] for fact in self._knowledge.deals[context.deal or ""].facts][:60]
        readings = self.scorer.readings(merged.analysis, merged.units, favoured)
        return _Candidate(merged, readings)

    def _better(self, analysis: Analysis, followed: "_Candidate | None") -> "_Candidate":
        if not analysis.units and followed:
            return followed
        alone = _Candidate(Merged(analysis, ()), self.scorer.readings(analysis, analysis.units))
        if followed is None or not followed.readings:
            return alone
        if not alone.readings:
            return followed
        best = followed.readings[0]
        strange = any(
            u.weight >= _FIRM and m < EXPLAINED
            for u, m in zip(analysis.units, best.explained, strict=False)
            if u.kind == "entity"
        )
        if strange:  # another theme
            return alone
        own = any(unit.weight >= 0.5 for unit in analysis.contents)
        short = analysis.words <= _SHORT
        lead = 60.0 if not own else 4.0 + 8.0 * ("pronoun" in analysis.flags)
        if own and not analysis.names:  # English pronouns are no articles: there they tell more
            lead = 60.0 if "pronoun" in analysis.flags and analysis.language == "en" else 40.0 if short else 30.0
        return followed if followed.readings[0].score + lead >= alone.readings[0].score else alone

    def _judge(self, candidate: "_Candidate") -> Recognition:
        analysis, readings = candidate.merged.analysis, candidate.readings
        self.last = readings
        if not readings:
            return self._recognition(candidate, Verdict.OFFTOPIC, "no fact shares a word")
        best = readings[0]
        sides = self._sides(candidate)
        if sides:
            return self._recognition(candidate, Verdict.ANSWER, "a question with sides", chosen=tuple(sides))
        chosen = choose(analysis, candidate.merged.units, readings, self.limits.companions)
        left = left_over(analysis.units, chosen)
        if not analysis.flags & SEVERAL:  # one question: the best fact must hold its names, not one beside it
            left += [unit for unit in left_over(analysis.units, [best]) if unit.kind == "entity" and unit not in left]
        left += [unit for unit in analysis.names if unit not in left and self._elsewhere(unit, chosen)]
        conflicts = tuple(
            unit
            for unit in left
            if unit.kind in ("entity", "number")
            and unit.weight >= _FIRM
            and not unit.correction  # what looks like a misspelt name may be no name
        )
        if conflicts and self._corrects(analysis, best, conflicts, left):
            return self._recognition(candidate, Verdict.ANSWER, "false premise", chosen=(best,), conflicts=conflicts)
        gaps = self._gaps.readings(analysis, candidate.merged.units)[:1]
        gap = gaps[0] if gaps and gaps[0].score > best.score - _NEAR_GAP else None
        inherited = bool(candidate.merged.inherited)
        evidence = self._evidence(analysis, chosen, readings, inherited=inherited, gap=gaps[0].score if gaps else 0.0)
        confidence = self.limits.acceptance.confidence(evidence)
        self.trace = (evidence, confidence)
        if self._too_bare(candidate) and (best.example < _EXACT or self._rivals(readings)):
            return self._unclear(candidate)
        if conflicts:
            return self._refuse(candidate, "a name or number that the fact doesn't hold", conflicts)
        if analysis.focus and all(best.explained[place] < EXPLAINED for place in analysis.focus):
            return self._refuse(candidate, "the thing asked for isn't in the fact")
        if evidence.wrong_type or self._too_fine(analysis, chosen):
            return self._refuse(candidate, "the kind of answer wanted isn't in the fact")
        if confidence < self.limits.acceptance.least:
            rule = f"confidence {confidence:.2f} under {self.limits.acceptance.least}"
            return self._refuse(candidate, rule, gap=gap)
        return self._recognition(candidate, Verdict.ANSWER, f"confidence {confidence:.2f}", chosen=tuple(chosen))

    @staticmethod
    def _too_fine(analysis: Analysis, chosen: Sequence[Reading]) -> bool:
        """Asked for exactly when or how much, where the facts know the month or "about" only."""
        if "exact" not in analysis.flags:
            return False
        facts = [reading.features for reading in chosen]
        if "date" in analysis.types:
            return not any("day" in features.gives for features in facts)
        values = [value for features in facts for value in features.fact.values.values()]
        return bool(values) and all(getattr(value, "approx", None) for value in values)

    @staticmethod
    def _rivals(readings: Sequence[Reading]) -> bool:
        """Does a fact of another deal explain the question nearly as well as the best?"""
        best = readings[0]
        others = [r for r in readings[1:6] if r.features.fact.deal != best.features.fact.deal and r.type_fits]
        return any(reading.score > _RIVAL * best.score for reading in others)

    def _too_bare(self, candidate: "_Candidate") -> bool:
        """A single word without a name or a conversation can't be told from a slip: several facts may be meant."""
        analysis = candidate.merged.analysis
        contents = [unit for unit in analysis.contents if unit.weight >= 0.5]
        return not candidate.merged.inherited and not analysis.names and len(contents) <= 1

    def _unclear(self, candidate: "_Candidate") -> Recognition:
        """Offer the readings that hold the one word; where none does well, it isn't about the deals."""
        likely = [reading for reading in candidate.readings if reading.coverage >= _LIKELY and reading.type_fits]
        apart = {reading.features.fact.deal: reading for reading in reversed(likely)}
        offered = sorted(apart.values(), key=lambda reading: -reading.score)[:4]
        if not offered:
            return self._recognition(candidate, Verdict.OFFTOPIC, "a single word that no fact holds")
        if len(likely) == 1 or (len(offered) == 1 and likely[0].score > likely[1].score + 20):
            return self._recognition(candidate, Verdict.ANSWER, "a single word of a single fact", chosen=(likely[0],))
        if len(offered) == 1:
            offered = likely[:4]
        return self._recognition(candidate, Verdict.CLARIFY, "a single word", chosen=tuple(offered))

    def _sides(self, candidate: "_Candidate") -> list[Reading]:
        """The best reading of each side, where the question has sides that no one fact holds; else none."""
        analysis, best = candidate.merged.analysis, candidate.readings[0]
        split: list[tuple[Unit, ...]] = []
        if any(m < _SURE for u, m in zip(analysis.units, best.explained, strict=False) if u.kind == "entity"):
            split = by_names(analysis, self._kinds)
        split = split or by_aspects(analysis)
        found: dict[int, Reading] = {}
        for units in split:
            side = replace(analysis, units=units, focus=())
            readings = self.scorer.readings(side, (*units, *candidate.merged.inherited))
            if not readings or self._confidence(side, readings[:1], readings) < self.limits.side:
                return []
            found.setdefault(readings[0].number, readings[0])
        sides = list(found.values())
        alike = frozenset.intersection(*(reading.features.attributes for reading in sides)) if sides else None
        return sides if len(sides) > 1 and (alike or analysis.flags & SEVERAL) else []

    def _confidence(self, analysis: Analysis, chosen: Sequence[Reading], readings: Sequence[Reading]) -> float:
        return self.limits.acceptance.confidence(self._evidence(analysis, chosen, readings, inherited=False, gap=0.0))

    def _evidence(
        self,
        analysis: Analysis,
        chosen: Sequence[Reading],
        readings: Sequence[Reading],
        *,
        inherited: bool,
        gap: float,
    ) -> Evidence:
        own = {attribute for reading in chosen for attribute in reading.features.attributes}
        sides = self._attributes.sides(analysis.contents, analysis.types, own)
        return gather(
            analysis, chosen, readings, self._attributes.is_telling, inherited=inherited, sides=sides, gap=gap
        )

    def _elsewhere(self, unit: Unit, chosen: Sequence[Reading]) -> bool:
        """A place that isn't in the facts: another city, or a finer place than they know. A capital may stand for its state."""
        places = [entity for entity in unit.entities if self._kinds.get(entity) == "place"]
        if not places or len(places) < len(unit.entities):
            return False
        facts = [reading.features for reading in chosen]
        here = [max(f.keys.get(f"@{place}", 0.0), f.theme.get(f"@{place}", 0.0)) for f in facts for place in places]
        if max(here, default=0.0) >= _HERE:
            return False
        keys = {key[1:] for features in facts for key, held in features.keys.items() if key[0] == "@" and held >= _OWN}
        if any(self._knowledge.entities[place].capital for place in places):
            wholes = {whole for place in places for whole in self._whole(place)}
            return any(self._kinds.get(key) == "place" and wholes & set(self._whole(key)) for key in keys)
        return True

    def _whole(self, place: str) -> tuple[str, ...]:
        entity = self._knowledge.entities.get(place)
        return tuple(filter(None, (entity.part_of, entity.country))) if entity else ()

    def _corrects(self, analysis: Analysis, best: Reading, conflicts: Sequence[Unit], left: Sequence[Unit]) -> bool:
        """One person swapped for another, everything else fitting: the fact itself corrects the premise."""
        if len(conflicts) != 1 or len(left) != 1 or not best.type_fits:
            return False
        persons = all(self._kinds.get(entity) == "person" for entity in conflicts[0].entities)
        others = [unit for unit in analysis.names if unit not in conflicts]
        held = {key[1:] for key, strength in best.features.keys.items() if key[0] == "@" and strength >= 1.0}
        instead = [entity for entity in held if self._kinds.get(entity) == "person"]
        return persons and bool(conflicts[0].entities) and bool(others) and bool(instead)

    def _refuse(
        self, candidate: "_Candidate", rule: str, conflicts: tuple[Unit, ...] = (), gap: Reading | None = None
    ) -> Recognition:
        analysis = candidate.merged.analysis
        best = candidate.readings[0]
        known = [unit for unit, match in zip(analysis.units, best.explained, strict=False) if match >= EXPLAINED]
        about = bool(analysis.names or candidate.merged.inherited or len(known) >= 2)
        attribute = gap.features.fact.attribute if gap else self._asked(analysis, best)
        verdict = Verdict.SILENT if about and known else Verdict.OFFTOPIC
        return self._recognition(candidate, verdict, rule, conflicts=conflicts, attribute=attribute)

    def _asked(self, analysis: Analysis, best: Reading) -> str | None:
        """The attribute asked for that the best reading doesn't tell."""
        for reading in self._attributes.readings(analysis.contents, analysis.types)[:3]:
            if reading.attribute not in best.features.attributes:
                return reading.attribute
        return None

    def _recognition(
        self,
        candidate: "_Candidate",
        verdict: Verdict,
        rule: str,
        *,
        chosen: tuple[Reading, ...] = (),
        conflicts: tuple[Unit, ...] = (),
        attribute: str | None = None,
    ) -> Recognition:
        analysis = candidate.merged.analysis
        units = analysis.names or tuple(u for u in candidate.merged.inherited if u.kind == "entity")
        return Recognition(
            analysis=analysis,
            verdict=verdict,
            readings=tuple(candidate.readings[:6]),
            chosen=chosen,
            conflicts=conflicts,
            attribute=attribute,
            inherited=candidate.merged.inherited,
            entities=tuple(dict.fromkeys(entity for unit in units for entity in unit.entities)),
            rule=rule,
        )


@dataclass(frozen=True)
class _Candidate:
    merged: Merged
    readings: list[Reading]
