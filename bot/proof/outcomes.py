"""What came of an example question, in an editor's words; `bot.proof.remedies` says what to do about it."""

from collections.abc import Sequence

from bot.errors import Problem
from bot.facts.model import Fact
from bot.proof.examination import Examination
from bot.proof.examples import Asked, Way
from bot.understanding.judging.recognition import Verdict

MOST_NAMED = 3
"""At most this many facts or words are named."""


def unreachable(fact: Fact, examination: Examination) -> Problem:
    """A fact that none of its own questions reaches, as a problem of its file."""
    asked = examination.by_fact[fact.id]
    remedy = f"check --fact {fact.id} shows what its {len(asked)} questions find instead"
    if not asked:
        remedy = "write questions, so that it can be found"
    return Problem(fact.file, fact.place("questions"), "", remedy)


def outcome(asked: Asked) -> str:
    """What came of a question, in a few words; for a refusal the rule that decided."""
    recognition = asked.recognition
    match asked.way:
        case Way.REACHED:
            others = [winner for winner in asked.winners if winner != asked.example.fact.id]
            return f"reaches it, beside {facts_named(others)}" if others else "reaches it"
        case Way.ANOTHER if recognition.verdict is Verdict.DEALS:
            return "lists other deals"
        case Way.ANOTHER:
            return f"finds {facts_named(asked.winners)} instead"
        case Way.CLARIFIED if recognition.verdict is Verdict.DEALS:
            return "is answered with a list of deals, its own among them"
        case Way.CLARIFIED:
            return "isn't answered but asked back"
        case Way.REFUSED:
            return f"finds nothing ({recognition.rule or recognition.verdict.value})"


def facts_named(ids: Sequence[str]) -> str:
    """The first of them, and how many more."""
    more = f" and {len(ids) - MOST_NAMED} more" if len(ids) > MOST_NAMED else ""
    return ", ".join(ids[:MOST_NAMED]) + more
