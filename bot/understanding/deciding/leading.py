"""Which of the facts chosen is stated first: one that disproves what is asked goes before those that only fit it."""

from bot.facts.model import Knowledge
from bot.understanding.deciding.proving import OWN, held, proved
from bot.understanding.judging.recognition import Recognition
from bot.understanding.readings.scoring import Reading

_TIED = 2.0
"""So many points behind the best one another is as near to what is asked."""


def first_to_say(knowledge: Knowledge, recognition: Recognition) -> Reading:
    """The reading to be stated first: the best, unless another chosen one, or one as near, disproves what is asked.

    "Was the agreement signed in London?" finds who signed it, and beside it where. What the best one proves only such
    a one disproves that holds what is said better ("was the purchase *completed* in 2011?").
    """
    best, *chosen = recognition.chosen
    tied = (one for one in recognition.readings if one.number != best.number and one.score >= best.score - _TIED)
    others = {one.number: one for one in (*chosen, *tied)}.values()
    proof = proved(knowledge, recognition, best) if "yesno" in recognition.analysis.flags else False
    if proof is False:
        return best
    same = (one for one in others if one.features.fact.deal == best.features.fact.deal)
    whole = (one for one in same if min(held(one, recognition), default=0) >= OWN)
    better = (one for one in whole if not proof or _holds_better(one, best, recognition))
    return next((one for one in better if proved(knowledge, recognition, one) is False), best)


def _holds_better(one: Reading, other: Reading, recognition: Recognition) -> bool:
    """Does a fact hold each word that is said as well as another one, and some of them better?"""
    pairs = list(zip(held(one, recognition), held(other, recognition), strict=True))
    return all(own >= others for own, others in pairs) and any(own > others for own, others in pairs)
