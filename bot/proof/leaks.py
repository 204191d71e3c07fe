"""What an editor can do about a question that names a rival and still gets another company's figure.

Stands behind `bot.proof.rivals`, which finds them. The remedies go by what the question asks, which isn't always what
the fact tells, and by which other fact tells it of the rival.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.errors import Problem
from bot.facts.concerned import entities_of
from bot.facts.model import OTHER, Knowledge
from bot.facts.problems import listed
from bot.proof.examples import Asked
from bot.proof.outcomes import facts_named
from bot.proof.overmatch import Finds
from bot.understanding.utterance.units import Analysis

_CLEAR = 0.6
"""How well an attribute must explain a question's words to be the one that it asks for."""

_LITTLE = 2
"""So few words beside the name say too little to tell one deal from another."""


class Hears(Finds, Protocol):
    """What is needed of the attribute finder."""

    def speaks(self, analysis: Analysis, attribute: str) -> bool:
        """Do words of the question speak for the attribute?"""


@dataclass(frozen=True)
class Leak:
    """A question that names the rival and is answered with another one's fact.

    `asks` are the attributes that it may ask for, `better` are facts on the rival that tell one of them. `stranger`
    says that the rival has nothing to do with the fact's deal.
    """

    asked: Asked
    rival: str
    name: str
    asks: tuple[str, ...]
    better: tuple[str, ...] = ()
    stranger: bool = False

    def problem_of(self, others: Sequence["Leak"] = ()) -> Problem:
        """It as a doubt about the fact's file; `others` are the fact's further questions that get it so."""
        example = self.asked.example
        more = f", as {'does' if len(others) == 1 else 'do'} {_places(others)}" if others else ""
        asks = listed([*self.asks, OTHER])
        remedies = [
            f"write it in both languages under `unanswered` of what it asks for ({asks}), or a fact on {self.name}",
            f"if this one holds for {self.name}, too, add `{self.rival}` to its `about`",
        ]
        if self.better:
            remedies.insert(0, f"if {facts_named(self.better)} answers it, put the question there")
        if little := self._too_little():
            remedies.insert(0, little)
        told = f"asked of {self.name}, it still gets {example.fact.id}{more}: {'; '.join(remedies)}"
        return Problem(example.file, example.key, self.asked.text, told)

    def _too_little(self) -> str:
        """What to do about an example that is as good a question about any other deal; "" if it says more."""
        said = self.asked.recognition.analysis.said
        if not self.stranger or len(said) > _LITTLE:
            return ""
        words = listed([f"'{unit.text}'" for unit in said], "and")
        beside = f"only {words} beside a name" if said else "nothing but a name"
        return (
            f"the example names too little ({beside}), so that {self.name}, of quite another deal, gets the figure: "
            f"name in it what was bought, agreed or meant"
        )


def _places(leaks: Sequence[Leak]) -> str:
    """Which questions of a fact they are, each with whom it was asked of."""
    asked = [(leak.asked.example, leak.name) for leak in leaks]
    return listed([f"{one.form}.{one.language}[{one.number}] asked of {name}" for one, name in asked], "and")


def leak_of(asked: Asked, rival: str, knowledge: Knowledge, finder: Hears | None) -> Leak:
    """What is known of a question that was answered though it names the rival."""
    example, analysis = asked.example, asked.recognition.analysis
    heard = _heard(analysis, finder) if finder else None
    asks = tuple(dict.fromkeys(attribute for attribute in (heard, example.fact.attribute) if attribute))
    deal = knowledge.deals[example.fact.deal]
    near = {entity for fact in deal.facts for entity in entities_of(knowledge.facts[fact], deal)}
    better = tuple(_better(asked, rival, asks[0], knowledge))
    return Leak(asked, rival, knowledge.entities[rival].names[example.language][0], asks, better, rival not in near)


def _heard(analysis: Analysis, finder: Hears) -> str | None:
    """The attribute that words of a question clearly speak for."""
    best = next(iter(finder.readings(analysis)), None)
    return best.attribute if best and best.score >= _CLEAR and finder.speaks(analysis, best.attribute) else None


def _better(asked: Asked, rival: str, asks: str, knowledge: Knowledge) -> list[str]:
    """The facts near the question that are about the rival and tell what is asked for."""
    facts = dict.fromkeys(reading.features.fact.id for reading in asked.recognition.readings)
    near = [knowledge.facts[fact] for fact in facts if fact in knowledge.facts and fact not in asked.winners]
    return [
        fact.id
        for fact in near
        if asks in (fact.attribute, *fact.also) and rival in entities_of(fact, knowledge.deals[fact.deal])
    ]
