"""Whether somebody takes part, by the fact that lists who does: see `rules.membership`."""

from dataclasses import replace

from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.recognised import recognised
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.rules.membership import BESIDE, RULE, Membership


def member(membership: Membership, candidate: Candidate) -> Recognition | None:
    """The recognition of a question for whether somebody takes part, by the fact that lists them."""
    told = membership.listed(candidate.merged.analysis, candidate.readings)
    return recognised(candidate, Verdict.ANSWER, RULE, chosen=(told,)) if told else None


def with_list(membership: Membership, candidate: Candidate, judged: Recognition) -> Recognition:
    """An answer on who may take part, behind the list that has those who are asked about."""
    if judged.verdict is not Verdict.ANSWER or judged.conflicts:
        return judged
    listed = membership.beside(candidate.merged.analysis, judged.chosen, candidate.readings)
    if listed is None:
        return judged
    return replace(judged, chosen=(listed, judged.chosen[0]), rule=BESIDE)
