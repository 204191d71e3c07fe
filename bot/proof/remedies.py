"""What an editor can do about an example question that misses its fact: named from what the recogniser left over.

Each remedy says which fact won, what its own fact couldn't explain, and which key of the fact's file to change.
"""

from bot.errors import Problem
from bot.facts.model import Fact, Knowledge
from bot.facts.problems import listed
from bot.proof.examination import Examination
from bot.proof.examples import Asked, Example, Way, examples_of
from bot.understanding.answertypes import HARD_TYPES
from bot.understanding.normalise import fold
from bot.understanding.recogniser import Recogniser
from bot.understanding.recognition import Verdict
from bot.understanding.scoring import Reading
from bot.understanding.units import Unit

MOST_NAMED = 3
"""A remedy names at most this many facts or words."""


class Remedies:
    """Explains misses."""

    def __init__(self, knowledge: Knowledge, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        self._places = {fact: place for place, fact in enumerate(knowledge.facts)}
        self._same: dict[str, list[Example]] = {}
        for example in examples_of(knowledge.facts.values()):
            self._same.setdefault(_plain(example.question), []).append(example)

    def problem(self, asked: Asked) -> Problem:
        """The miss as a problem of the fact's file."""
        example = asked.example
        return Problem(example.file, example.key, example.question, f"{outcome(asked)}: {self.advice(asked)}")

    def advice(self, asked: Asked) -> str:
        """What can be done, the likeliest first."""
        example, recognition = asked.example, asked.recognition
        twins = self._same.get(_plain(example.question), ())
        doubles = [twin.fact.id for twin in twins if twin.fact.id != example.fact.id]
        if doubles:
            return f"{doubles[0]} has the same question: keep it in the one that answers it"
        if recognition.verdict is Verdict.SMALLTALK:
            return "it reads as small talk: ask it with a word of the fact"
        if recognition.verdict is Verdict.DEALS:
            return "it reads as a question for a list of deals: ask it with a word of the fact"
        if not recognition.analysis.units:
            return "it holds only words that every question has: name the deal, a party or the matter"
        return self._lacking(asked, self._own(asked))

    def _lacking(self, asked: Asked, own: Reading | None) -> str:
        """What the question has and its own fact hasn't."""
        left = list(own.unexplained) if own else list(asked.recognition.conflicts)
        names = [unit for unit in left if unit.kind == "entity"]
        if names:
            return f"the fact is not about {_quoted(names)}: add it to `about`, or to the deal's parties or places"
        numbers = [unit for unit in left if unit.kind == "number"]
        if numbers:
            return f"the fact doesn't hold {_quoted(numbers)}: type it in `value` or `details`"
        if left:
            return f"the fact doesn't know {_quoted(left)}: add it to its `words`, or ask in other words"
        if own and not own.type_fits:
            asks = listed(sorted(asked.recognition.analysis.types & HARD_TYPES))
            return f"it asks for {asks}, which the fact doesn't give: type its `value` or choose another `attribute`"
        if not asked.recognition.analysis.names:
            return "it names neither the deal nor a party, so that others fit as well: name one"
        if asked.way is Way.ANOTHER:
            return "the other knows its words, too: ask with words that only this fact has, and add them to its `words`"
        return "its words say too little: name the deal, a party or the matter"

    def _own(self, asked: Asked) -> Reading | None:
        """How the question's own fact reads it, wherever it came in the ranking."""
        analysis = asked.recognition.analysis
        place = self._places[asked.example.fact.id]
        readings = self._recogniser.scorer.readings(analysis, analysis.units, favoured=(place,))
        return next((reading for reading in readings if reading.number == place), None)


def unreachable(fact: Fact, examination: Examination) -> Problem:
    """A fact that none of its own questions reaches, as a problem of its file."""
    asked = examination.by_fact[fact.id]
    remedy = f"check --fact {fact.id} shows what its {len(asked)} questions find instead"
    if not asked:
        remedy = "write questions, so that it can be found"
    return Problem(f"deals/{fact.deal}.yaml", f"facts.{fact.id.partition('/')[2]}.questions", "", remedy)


def outcome(asked: Asked) -> str:
    """What came of a question, in a few words; for a refusal the rule that decided."""
    recognition = asked.recognition
    match asked.way:
        case Way.REACHED:
            others = [winner for winner in asked.winners if winner != asked.example.fact.id]
            return f"reaches it, beside {_facts(others)}" if others else "reaches it"
        case Way.ANOTHER if recognition.verdict is Verdict.DEALS:
            return "lists other deals"
        case Way.ANOTHER:
            return f"finds {_facts(list(asked.winners))} instead"
        case Way.CLARIFIED:
            return "isn't answered but asked back"
        case Way.REFUSED:
            return f"finds nothing ({recognition.rule or recognition.verdict.value})"


def _facts(ids: list[str]) -> str:
    more = f" and {len(ids) - MOST_NAMED} more" if len(ids) > MOST_NAMED else ""
    return ", ".join(ids[:MOST_NAMED]) + more


def _quoted(units: list[Unit]) -> str:
    return ", ".join(f"'{unit.text}'" for unit in units[:MOST_NAMED])


def _plain(question: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(question)).split())
