"""What would make the facts easier to find, behind `run_bot.py check`: remarks, no mistakes.

Beside bot.facts.check: what that finds is wrong, what stands here is worth an editor's next hour.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.facts.model import LANGUAGES, Deal, Fact, Knowledge
from bot.facts.problems import listed

ENOUGH = 8
"""Example questions in each language with which a fact is found often enough to begin with."""

NEAR_MISSES = 2
"""Questions under `unanswered` a fact and language that keep most of what isn't told from being answered."""

WORST = 3


@dataclass(frozen=True)
class Remark:
    """What is recommended (`aim`), what falls short of it, how many of how many, and a line for each deal that does."""

    aim: str
    short: str
    count: int
    total: int
    deals: tuple[str, ...]

    @property
    def line(self) -> str:
        """The remark as one line."""
        return f"{self.short}: {self.count} of {self.total}" if self.count else self.aim


def advise(knowledge: Knowledge, overviews: Sequence[str]) -> Iterator[Remark]:
    """A remark on each thing that can be advised, in one line also where there is nothing to do.

    `overviews` are the attributes of facts that say what a deal is as a whole.
    """
    yield _examples(knowledge)
    yield _unanswered(knowledge)
    yield _overviews(knowledge, overviews)


def _examples(knowledge: Knowledge) -> Remark:
    """Facts with few example questions: by deal how many, and those with the fewest in one language."""
    lines, count = [], 0
    for deal in _longest(knowledge):
        asked = {knowledge.facts[fact].key: _asked(knowledge.facts[fact]) for fact in deal.facts}
        few = {key: counts for key, counts in asked.items() if min(counts) < ENOUGH}
        count += len(few)
        if few:
            worst = sorted(few, key=lambda key: (min(few[key]), sum(few[key])))[:WORST]
            named = ", ".join(f"{key} ({_counted(few[key])})" for key in worst)
            more = f" and {len(few) - WORST} more" if len(few) > WORST else ""
            lines.append(f"{deal.id}: {len(few)} of {len(deal.facts)}; {named}{more}")
    return Remark(
        f"{ENOUGH} or more example questions a fact and language",
        f"facts with fewer than {ENOUGH} example questions in a language",
        count,
        len(knowledge.facts),
        tuple(lines),
    )


def _unanswered(knowledge: Knowledge) -> Remark:
    """Deals that tell of few things that their sources don't tell, for as many facts as they have."""
    lines = []
    for deal in _longest(knowledge):
        counts = tuple(
            sum(len(texts.get(language, ())) for texts in deal.unanswered.values()) for language in LANGUAGES
        )
        enough = NEAR_MISSES * len(deal.facts)
        if min(counts) < enough:
            lines.append(f"{deal.id}: {_counted(counts)} for {_facts(deal)} ({enough} or more are advised)")
    return Remark(
        f"{NEAR_MISSES} or more near misses under `unanswered` a fact and language, in every deal",
        f"deals with fewer than {NEAR_MISSES} near misses under `unanswered` a fact and language",
        len(lines),
        len(knowledge.deals),
        tuple(lines),
    )


def _overviews(knowledge: Knowledge, attributes: Sequence[str]) -> Remark:
    """Deals of several facts of which none says what the deal is as a whole."""
    several = [deal for deal in _longest(knowledge) if len(deal.facts) > 1]
    without = [deal for deal in several if not any(_tells(knowledge.facts[fact], attributes) for fact in deal.facts)]
    named = listed([f"`{attribute}`" for attribute in attributes])
    return Remark(
        "an overview in every deal of several facts",
        f"deals without an overview (a fact with {named}), whose title and parties alone stand for them",
        len(without),
        len(several),
        tuple(f"{deal.id}: {_facts(deal)}" for deal in without),
    )


def _facts(deal: Deal) -> str:
    return "1 fact" if len(deal.facts) == 1 else f"{len(deal.facts)} facts"


def _tells(fact: Fact, attributes: Collection[str]) -> bool:
    return any(attribute in attributes for attribute in (fact.attribute, *fact.also))


def _longest(knowledge: Knowledge) -> list[Deal]:
    """The deals, those with the most facts first."""
    return sorted(knowledge.deals.values(), key=lambda deal: -len(deal.facts))


def _asked(fact: Fact) -> tuple[int, ...]:
    """How many example questions a fact has in each language, those for yes and no included."""
    return tuple(
        sum(len(texts.get(language, ())) for texts in (fact.questions, fact.yes, fact.no)) for language in LANGUAGES
    )


def _counted(counts: Sequence[int]) -> str:
    return ", ".join(f"{count} {language}" for count, language in zip(counts, LANGUAGES, strict=True))
