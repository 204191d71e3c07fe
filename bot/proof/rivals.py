"""Who else gets a company's figure: examples of facts with a measured value, asked of another company.

Stands behind `run_bot.py check`. What JD paid isn't what its rival paid: a question that names the rival must not be
answered with the fact. What is answered all the same is worth a look; that the fact holds for the other one as well
can't be excluded by a machine.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from bot.errors import Problem
from bot.facts.concerned import entities_in, entities_of
from bot.facts.entities import FIRMS
from bot.facts.model import Fact, Knowledge
from bot.facts.values import FIGURES
from bot.proof.examples import Asked, Example, Recognises, Way, ask, examples_of
from bot.proof.habits import Habits
from bot.proof.leaks import Hears, Leak, leak_of
from bot.proof.samples import sample_of
from bot.proof.swaps import Named, Swaps
from bot.understanding.judging.recognition import Verdict

_Rivals = Sequence[Sequence[str]]

_NEAR = 4
"""So many times as likely is it the turn of a rival that facts of the same deal are about."""

MOST = 1000
"""So many questions are asked at most: two or three seconds."""


@dataclass(frozen=True)
class RivalProof:
    """How many questions were asked of a rival, of how many that could be, and those that weren't refused."""

    asked: int
    there: int
    leaks: tuple[Leak, ...]

    @property
    def line(self) -> str:
        """The one line on it."""
        if not self.asked:
            return "figures asked of a rival: no question whose company can be exchanged"
        answered = f"{len(self.leaks)} of {self.asked} questions still get the figure"
        facts = len(self._by_fact)
        of = f", those of {facts} facts" if facts > 1 else ""
        told = f"{answered}{of}" if self.leaks else f"none of {self.asked} gets one"
        return f"figures asked of a rival: {told}"

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """One of those for each fact, which names the fact's others, as doubts about the facts' files."""
        return tuple(leaks[0].problem_of(leaks[1:]) for leaks in self._by_fact.values())

    @property
    def _by_fact(self) -> dict[str, list[Leak]]:
        found: dict[str, list[Leak]] = defaultdict(list)
        for leak in self.leaks:
            found[leak.asked.example.fact.id].append(leak)
        return found


def try_rivals(
    knowledge: Knowledge,
    recogniser: Recognises,
    habits: Mapping[str, Habits],
    seed: int = 0,
    most: int = MOST,
    finder: Hears | None = None,
) -> RivalProof:
    """Ask a sample of the examples of measured facts with their company replaced by a rival.

    The finder tells what each question asks for; without one it is taken to be what its fact tells.
    """
    swaps = Swaps(knowledge.entities, habits)
    known = {_plain(example.question) for example in examples_of(knowledge.facts.values())}
    rivals = {fact.id: _rivals(fact, knowledge, swaps) for fact in _measured(knowledge)}
    every = [
        example
        for example in examples_of(fact for fact in _measured(knowledge) if any(rivals[fact.id]))
        if example.form == "questions" and _is_question(example) and _own(example, knowledge, swaps)
    ]
    asked = 0
    leaks = []
    for example in sample_of(every, most, seed):
        for rival, question in _variants(example, rivals[example.fact.id], seed, knowledge, swaps):
            if _plain(question) in known:
                continue
            asked += 1
            found = ask(recogniser, example, question)
            if _told(found, rival, knowledge):
                leaks.append(leak_of(found, rival, knowledge, finder))
            break
    return RivalProof(asked, len(every), tuple(leaks))


def _is_question(example: Example) -> bool:
    """Is it more than key words? With another name these may be anything."""
    return example.question.rstrip().endswith("?")


def _measured(knowledge: Knowledge) -> Iterator[Fact]:
    return (fact for fact in knowledge.facts.values() if isinstance(fact.value, FIGURES))


def _own(example: Example, knowledge: Knowledge, swaps: Swaps) -> Named | None:
    """The company in the question whom its fact is about, if none stands beside it: among others nobody is swapped."""
    fact = example.fact
    whose = {*knowledge.deals[fact.deal].parties, *fact.about, *entities_in(fact)}
    named = swaps.named(example.question, example.language)
    return next((one for one in named if one.entity in whose), None) if len(named) == 1 else None


def _variants(
    example: Example, rivals: _Rivals, seed: int, knowledge: Knowledge, swaps: Swaps
) -> Iterator[tuple[str, str]]:
    """Rivals with the question about them, bystanders last; of the same kind if there are.

    Whose turn it is hangs on seed, question and rival alone: a fact that is mended leaves those of the others.
    """
    named = _own(example, knowledge, swaps)
    kind = knowledge.entities[named.entity].kind if named else ""
    alike = [[rival for rival in group if knowledge.entities[rival].kind == kind] for group in rivals]
    near, far, strange = alike if any(alike) else rivals
    for group in ((*near, *far), strange):
        lots = {rival: _lot(seed, example.question, rival, lots=_NEAR if rival in near else 1) for rival in group}
        for rival in sorted(group, key=lots.__getitem__):
            question = swaps.swapped(example.question, example.language, named, rival) if named else None
            if question:
                yield rival, question


def _lot(*parts: object, lots: int) -> int:
    """The lowest of some numbers that look drawn, but are always the same ones for these parts."""
    texts = (" ".join(map(str, (*parts, lot))) for lot in range(lots))
    return min(int.from_bytes(blake2b(text.encode(), digest_size=8).digest()) for text in texts)


def _rivals(fact: Fact, knowledge: Knowledge, swaps: Swaps) -> _Rivals:
    """Companies that the fact has nothing to do with: those of its deal, those of others, and bystanders.

    A party of the deal counts as one only where the wording names another party.
    """
    deal = knowledge.deals[fact.deal]
    concerned = {*fact.about, *entities_in(fact)}
    for language, wording in fact.wording.items():
        concerned |= swaps.mentioned(wording, language)
    if concerned.isdisjoint(deal.parties):
        concerned.update(deal.parties)
    kin = _kin({*concerned, *fact.according_to, *_said(fact, swaps)}, knowledge)
    free = [entity for entity in knowledge.entities.values() if entity.kind in FIRMS and entity.id not in kin]
    near = {entity for other in deal.facts for entity in entities_of(knowledge.facts[other], deal)}
    own = [one.id for one in free if not one.bystander]
    return (
        [one for one in own if one in near],
        [one for one in own if one not in near],
        [one.id for one in free if one.bystander],
    )


def _said(fact: Fact, swaps: Swaps) -> Iterator[str]:
    """The companies that the fact's remark, questions or words name."""
    for language, remark in (fact.remark or {}).items():
        yield from swaps.mentioned(remark, language)
    for texts in (fact.questions, fact.yes, fact.no, fact.words):
        for language, listed in texts.items():
            for text in listed:
                yield from swaps.mentioned(text, language)


def _kin(entities: set[str], knowledge: Knowledge) -> set[str]:
    """The entities, what they are part of, and what is part of those."""
    above = set(entities)
    for entity in entities:
        known = knowledge.entities.get(entity)
        while known and known.part_of and known.part_of not in above:
            above.add(known.part_of)
            known = knowledge.entities.get(known.part_of)
    found, size = above, 0
    while len(found) > size:
        size = len(found)
        found = found | {one.id for one in knowledge.entities.values() if one.part_of in found and one.kind in FIRMS}
    return found


def _told(asked: Asked, rival: str, knowledge: Knowledge) -> bool:
    """Is the fact told, with the rival heard, no word about it and no fact about it beside it?"""
    if asked.way is not Way.REACHED or asked.recognition.verdict is not Verdict.ANSWER or asked.recognition.conflicts:
        return False
    if not any(rival in unit.entities for unit in asked.recognition.analysis.names):
        return False  # an everyday word to whoever reads it ("asked of Real"): no question about the rival
    told = [knowledge.facts[winner] for winner in asked.winners]
    return not any(rival in {*fact.about, *entities_in(fact)} for fact in told)


def _plain(question: str) -> str:
    return " ".join(question.casefold().split())
