"""The facts that nothing is wrong with, so that a folder with problems can be checked as far as it goes.

Behind `run_bot.py check`, after bot.facts.loader and before the checks that take each fact for sound.
"""

from dataclasses import replace

from bot.errors import Problem
from bot.facts.loader import Loaded
from bot.facts.model import Fact, Knowledge


def sound_part(loaded: Loaded) -> Knowledge:
    """The knowledge with those facts alone that no problem speaks of."""
    if not loaded.problems:
        return loaded.knowledge
    sound = {
        fact.id: fact
        for fact in loaded.knowledge.facts.values()
        if not any(_speaks_of(problem, fact) for problem in loaded.problems)
    }
    deals = {
        deal.id: replace(deal, facts=tuple(fact for fact in deal.facts if fact in sound))
        for deal in loaded.knowledge.deals.values()
    }
    return replace(loaded.knowledge, deals=deals, facts=sound)


def _speaks_of(problem: Problem, fact: Fact) -> bool:
    return problem.file == fact.file and f"{problem.key}.".startswith(fact.place(""))
