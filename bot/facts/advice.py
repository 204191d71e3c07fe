"""What would make the facts easier to find, behind `run_bot.py check`: remarks, no mistakes.

Beside bot.facts.check: what that finds is wrong, what stands here is worth an editor's next hour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.facts.model import LANGUAGES, Fact, Knowledge

ENOUGH = 8
"""Example questions in each language with which a fact is found often enough to begin with."""

WORST = 5


@dataclass(frozen=True)
class Remark:
    """What is recommended (`aim`), what falls short of it, how many of how many, and the worst of them."""

    aim: str
    short: str
    count: int
    total: int
    worst: tuple[str, ...]

    @property
    def line(self) -> str:
        """The remark as one line."""
        if not self.count:
            return self.aim
        more = self.count - len(self.worst)
        named = ", ".join(self.worst) + (f" and {more} more" if more else "")
        return f"{self.short}: {self.count} of {self.total}; {named}"


def advise(knowledge: Knowledge) -> Iterator[Remark]:
    """A remark on each thing that can be advised, in one line also where there is nothing to do."""
    yield _examples(knowledge)
    yield _unanswered(knowledge)


def _examples(knowledge: Knowledge) -> Remark:
    """Facts with few example questions, those with the fewest in one language first."""
    few = [(counts, fact.id) for fact in knowledge.facts.values() if min(counts := _counted(fact)) < ENOUGH]
    few.sort(key=lambda found: (min(found[0]), sum(found[0])))
    worst = [
        f"{fact} ({', '.join(f'{count} {language}' for count, language in zip(counts, LANGUAGES, strict=True))})"
        for counts, fact in few
    ]
    return _remark(
        f"{ENOUGH} or more example questions a fact and language",
        f"facts with fewer than {ENOUGH} example questions in a language",
        worst,
        len(knowledge.facts),
    )


def _unanswered(knowledge: Knowledge) -> Remark:
    """Deals that don't say what their sources don't tell, those with the most facts first."""
    without = [deal for deal in knowledge.deals.values() if not deal.unanswered]
    without.sort(key=lambda deal: -len(deal.facts))
    return _remark(
        "what the sources don't tell, for every deal",
        "deals without `unanswered`",
        [deal.id for deal in without],
        len(knowledge.deals),
    )


def _remark(aim: str, short: str, worst: Sequence[str], total: int) -> Remark:
    return Remark(aim, short, len(worst), total, tuple(worst[:WORST]))


def _counted(fact: Fact) -> tuple[int, ...]:
    """How many example questions a fact has in each language, those for yes and no included."""
    return tuple(
        sum(len(texts.get(language, ())) for texts in (fact.questions, fact.yes, fact.no)) for language in LANGUAGES
    )
