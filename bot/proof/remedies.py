"""What an editor can do about an example question that misses its fact: named from what the recogniser left over.

Each remedy says which fact won, which words its own fact couldn't explain or say too little, and which key of the
fact's file to change.
"""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from bot.errors import Problem
from bot.facts.model import Knowledge
from bot.facts.problems import listed
from bot.proof.examples import Asked, Example, Way, examples_of
from bot.proof.outcomes import MOST_NAMED, facts_named, outcome
from bot.understanding.judging.objections import Objections
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.language.normalise import fold
from bot.understanding.readings.scoring import Reading
from bot.understanding.recogniser import Recogniser
from bot.understanding.utterance.answertypes import HARD_TYPES
from bot.understanding.utterance.units import Unit

_ASKED = 0.3
"""So much or more has even the noun that only says what is asked for."""

_FAINT = 0.7
"""Words that a fact holds less than this are named where a question falls short as a whole."""

_TWIN = 88.0
"""Questions so alike (of 100), whatever the order of their words, are one."""


class Remedies:
    """Explains misses."""

    def __init__(self, knowledge: Knowledge, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        self._entities = knowledge.entities
        self._deals = knowledge.deals
        self._objections = Objections(knowledge, recogniser.joints)
        self._places = {fact: place for place, fact in enumerate(knowledge.facts)}
        self._same: dict[str, list[Example]] = {}
        for example in examples_of(knowledge.facts.values()):
            self._same.setdefault(_plain(example.question), []).append(example)
        self._untold = {
            _plain(question): f"{deal.id}.yaml, unanswered.{attribute}"
            for deal in knowledge.deals.values()
            for attribute, texts in deal.unanswered.items()
            for questions in texts.values()
            for question in questions
        }

    def problem(self, asked: Asked) -> Problem:
        """The miss as a problem of the fact's file."""
        example = asked.example
        return Problem(example.file, example.key, example.question, f"{outcome(asked)}: {self.advice(asked)}")

    def advice(self, asked: Asked) -> str:
        """What can be done, the likeliest first."""
        example, recognition = asked.example, asked.recognition
        plain = _plain(example.question)
        doubles = [twin.fact.id for twin in self._same.get(plain, ()) if twin.fact.id != example.fact.id]
        if doubles:
            return f"{doubles[0]} has the same question: keep it in the one that answers it"
        twin = process.extractOne(plain, self._untold.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=_TWIN)
        if twin and asked.way is Way.REFUSED:
            same = "the same question" if twin[0] == plain else "nearly the same question"
            return f"{same} stands in {self._untold[twin[0]]}: keep it where it belongs"
        if recognition.verdict is Verdict.SMALLTALK:
            return "it reads as small talk: ask it with a word of the fact"
        if together := _together(recognition):
            return f"it {together}: ask for what this fact alone tells"
        if recognition.wanted or recognition.verdict is Verdict.DEALS:
            return _about_deals(recognition)
        if not recognition.analysis.units:
            return "it holds only words that every question has: name the deal, a party or the matter"
        own = self._own(asked)
        return self._lacking(asked, own) or _too_little(asked, own, self._called(example))

    def _called(self, example: Example) -> str:
        """The name of its own deal that an example holds, "" if none: that doesn't always tell the deals apart."""
        question = f" {_plain(example.question)}"
        names = self._deals[example.fact.deal].names.get(example.language, ())
        held = [name for name in names if f" {_plain(name)}" in question]
        return max(held, key=len, default="")

    def _lacking(self, asked: Asked, own: Reading | None) -> str:
        """What the question has and its own fact hasn't, "" if nothing."""
        analysis = asked.recognition.analysis
        left = list(asked.recognition.conflicts)
        if own:
            left = [*own.unexplained, *self._objections.conflicts(analysis, self._objections.left(analysis, [own]))]
        whether = "yesno" in analysis.flags and asked.example.form == "questions"
        names = [unit for unit in left if unit.kind == "entity"]
        if names:
            wrong = "; if the answer is no: add it to `about` and put the question under `no`" if whether else ""
            deal = self._deals[asked.example.fact.deal]
            its = {*deal.parties, *deal.places}
            held = all(not its.isdisjoint(unit.entities) for unit in names)  # a deal's places weigh less than `about`
            where = "to the fact's own `about`" if held else "to `about`, or to the deal's parties or places"
            return (
                f"the fact is not about {_quoted(names)}{self._read_as(names)}: "
                f"add it {where}, or leave the name out of the question{wrong}"
            )
        numbers = [unit for unit in left if unit.kind == "number"]
        if numbers:
            wrong = "; if the answer is no, put the question under `no`" if whether else ""
            return f"the fact doesn't hold {_quoted(numbers)}: type it in `value` or `details`, or leave it out{wrong}"
        if left:
            strange = [unit for unit in left if unit.kind == "word" and unit.text[:1].isupper()]
            name = strange and asked.example.language == "en"  # German nouns have capitals, too
            entry = " (if it is a name, give it an entry in gazetteer.yaml)" if name else ""
            remedy = f"add it to its `words`, leave it out, or ask in other words{entry}"
            return f"the fact doesn't know {_quoted(left)}: {remedy}"
        if own and not own.type_fits:
            asks = listed(sorted(analysis.types & HARD_TYPES))
            return f"it asks for {asks}, which the fact doesn't give: type its `value` or choose another `attribute`"
        return ""

    def _read_as(self, names: Sequence[Unit]) -> str:
        """Whom names were read as, by their ids, and where those stand: an editor may have meant somebody else."""
        ids = list(dict.fromkeys(entity for unit in names[:MOST_NAMED] for entity in unit.entities))
        if not ids:
            return ""
        return f" (read as {', '.join(self._placed(entity) for entity in ids[:MOST_NAMED])})"

    def _placed(self, entity: str) -> str:
        known = self._entities.get(entity)
        if known is None:
            return f"the country `{entity}`"
        if known.bystander:
            return f"the bystander `{entity}`: a fact can only be about it with an entry in your gazetteer.yaml"
        return f"`{entity}` of gazetteer.yaml"

    def _own(self, asked: Asked) -> Reading | None:
        """How the question's own fact reads it, wherever it came in the ranking."""
        analysis = asked.recognition.analysis
        place = self._places[asked.example.fact.id]
        readings = self._recogniser.scorer.readings(analysis, analysis.units, favoured=(place,))
        return next((reading for reading in readings if reading.number == place), None)


def _together(recognition: Recognition) -> str:
    """As what it is answered with several facts at once; "" if it isn't."""
    if recognition.sheet:
        return f"asks for all at once ({recognition.sheet.kind}) and gets a list"
    if recognition.events:
        return "asks what happened at a time and gets all events of that time"
    return "asks for all of a kind and gets a list of them" if recognition.roll else ""


def _about_deals(recognition: Recognition) -> str:
    """What made a question one for the deals themselves."""
    heard = [unit for unit in recognition.analysis.contents if unit.weight >= _ASKED]  # the noun asked for says little
    said = _quoted(heard) or "it"
    names = recognition.analysis.names
    without = f", or leave {_quoted(names)} out of the question" if names and not recognition.deals else ""
    return f"with {said} it reads as a question for a list of deals: ask it with a word of the fact{without}"


def _too_little(asked: Asked, own: Reading | None, called: str) -> str:
    """Why a question whose words its fact all holds isn't answered with it; `called` is what it calls its deal."""
    recognition = asked.recognition
    said = recognition.analysis.said
    if asked.way is Way.ANOTHER:
        known = f"{_quoted(said)}, too" if said else "its words, too"
        return f"the other knows {known}: ask with words that only this fact has, and add them to its `words`"
    if not recognition.analysis.names:
        others = [winner for winner in asked.winners if winner != asked.example.fact.id]
        fits = f"fits {facts_named(others)} as well" if others else "fits others as well"
        if called:
            return f"it names the deal by '{called}' and no party, and that {fits}: name a party or what the fact tells"
        return f"it names neither the deal nor a party, and {_quoted(said) or 'what it says'} {fits}: name one"
    faint = zip(recognition.analysis.units, own.explained, strict=False) if own else ()
    faintly = [unit for unit, held in faint if held < _FAINT and unit.says]
    if faintly:
        return f"the fact holds {_quoted(faintly)} only faintly: add it to its `words`, or ask in other words"
    if recognition.conflicts:
        best = recognition.readings[0].features.fact.id
        return f"it reads as one for {best}, which doesn't hold {_quoted(recognition.conflicts)}: name what it asks for"
    only = f"{_quoted(said)} " if said else ""
    return f"its words {only}say too little: name the deal, a party or the matter"


def _quoted(units: Sequence[Unit]) -> str:
    return ", ".join(f"'{text}'" for text in _texts(units)[:MOST_NAMED])


def _texts(units: Iterable[Unit]) -> list[str]:
    return list(dict.fromkeys(unit.text for unit in units))


def _plain(question: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(question)).split())
