"""Whether a firm itself is placed ("is JD *based* in London?"): where another thing of it is says nothing of that.

Neither a premise is put right by such a fact, nor is yes or no said.
"""

from bot.facts.entities import PLACE
from bot.facts.model import Fact, Knowledge
from bot.facts.tells import Tells
from bot.understanding.utterance.units import TELLING, Analysis

_SEATED = "seated"
_ELSE = frozenset({PLACE, "person", "programme", "product"})


def is_another_s(analysis: Analysis, fact: Fact, knowledge: Knowledge) -> bool:
    """Is it asked where a firm is, and nothing else said, while the fact tells where something of it is?"""
    first = [unit.entities[0] for unit in analysis.names if unit.entities]
    if fact.attribute in knowledge.telling(Tells.SEAT) or all(knowledge.kind_of(one) in _ELSE for one in first):
        return False
    said = [unit for unit in analysis.units if unit.kind in TELLING and unit.says and unit.start not in analysis.beside]
    return "yesno" in analysis.flags and len(said) <= (_SEATED in analysis.flags)
