"""An utterance taken apart: language, units, what kind of answer is wanted, operators, the thing asked for.

The same analyser reads questions and the facts' own wordings and examples, so both meet in the same feature keys.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from bot.understanding.language.normalise import Token, clean, tokenise
from bot.understanding.language.remembered import Remembered
from bot.understanding.utterance.answertypes import TIMES
from bot.understanding.utterance.asked import as_share, asked_types, nominal_types
from bot.understanding.utterance.askeddates import asked_date
from bot.understanding.utterance.askedfigures import asked_figures, counts_money
from bot.understanding.utterance.howmany import HowMany, how_many
from bot.understanding.utterance.questions import QuestionForm
from bot.understanding.utterance.separable import verb_of
from bot.understanding.utterance.tongue import Tongue
from bot.understanding.utterance.tools import ORDER, Tools
from bot.understanding.utterance.units import Analysis, Unit
from bot.understanding.utterance.words import WordReader

CONTEXT_WEIGHT = 0.3
"""How much a unit counts that stands in a clause before or after the question itself."""

_SUBJECT_BEFORE = 0.65
"""How much a name there counts where the question itself names nothing."""

_TURN = 0.2
"""How much a word counts that only turns from one question to the next."""

_OTHERWISE = frozenset({"date", "year", "month", "day", "reason", "person", "place", "country", "city", "duration"})
"""Who asks for one of these only names a share in passing."""

_SUMMED = frozenset({"count", "amount"})
_LISTING = frozenset({"list"})
_ASKED_NOUN = 0.35
_TOPIC = 3
_HOW_MUCH = re.compile(r"\bwie\s?viel\b|\bhow much\b", re.IGNORECASE)
_LONGEST_FOCUS = 2
_FAINT = 0.2
_OPERATORS = {"most": 0.5, "only": 0.3, "except": 0.3, "negation": 0.3, "outside": 0.3}
"""Operators that change what is asked, with their weight as units."""


class Analyser:
    """Takes utterances apart. `language` given means: the text is known to be in that language (facts' texts)."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._words = WordReader(tools)
        self._tongue = Tongue(tools)
        self._known = Remembered(self._knows)

    def units(self, text: str, language: str) -> tuple[Unit, ...]:
        """Only the units of a text in a known language: for cues, words and wordings, which ask nothing."""
        return tuple(self._words.units(tokenise(clean(text)), ORDER[language]))

    def name(self, tokens: Sequence[Token], window: tuple[tuple[str, ...], int, int], language: str) -> Unit:
        """The unit of a name: its entities, where it begins among the tokens of a text, and how many it takes."""
        entities, at, size = window
        return self._words.name(tokens, at, entities, size, ORDER[language])

    def knows(self, word: str) -> bool:
        """Is a folded word in the vocabulary of either language, or part of a name?"""
        return self._known(word)

    def is_small(self, word: str) -> bool:
        """Is a folded word a stop word of either language?"""
        return self._tools.small(word)

    def _knows(self, word: str) -> bool:
        tools = self._tools
        if tools.functional(word) or tools.names.knows(word):
            return True
        return any(lexicon.knows(word) or lexicon.has_seen(word) for lexicon in tools.lexicons.values())

    def names(self, word: str) -> bool:
        """Is a folded word a name by itself?"""
        return self._tools.names.knows(word)

    def learning(self) -> AbstractContextManager[None]:
        """While the data's own texts are read, every word in them counts as known and none as misspelt."""
        return self._words.learning()

    def analyse(self, text: str, language: str | None = None) -> Analysis:
        """The units, answer types and flags of an utterance; language None when its words don't tell."""
        cleaned = self._tools.unstopped(clean(text))
        tokens = tokenise(cleaned)
        if language is None:
            tokens = self._tongue.repaired(tokens)
        spoken = language or self._tongue.language_of(tokens)
        order = ORDER[spoken or "de"]
        form = self._tools.forms.read(tokens, cleaned, order)
        units = self._words.units(tokens, order)
        some = how_many(units, cleaned, self._tools.before_number)
        if some.most and language is None and (own := self._spoken_beside(some, tokens)) not in (None, spoken):
            return self.analyse(text, own)
        units = some.units
        form = _outside_names(_listing(form) if some.most else form, units)
        particles, lexicon = self._tools.particles[order[0]], self._tools.lexicons[order[0]]
        parts = (n for n in range(len(tokens)) if verb_of(tokens, n, particles, lexicon) is not None)
        form = _outside(form, {tokens[n].start for n in parts})  # "wann *fand* es *statt*"
        asked = asked_types(tokens, units, order[0], self._tools.asked, self._tools.names.names, some.start)
        if not form.types and "yesno" not in form.flags:
            asked |= nominal_types(units, len(tokens), self._tools.asked)
        asked -= {"amount"} if "money" in asked else set()  # "for what *sum*": half of something is none
        found = form.types - ({"amount"} if "percent" in asked else set()) | asked  # "how big was his *stake*"
        focus = _focus(units, tokens, form.focus)
        if found & _SUMMED and counts_money(units, cleaned, form.focus, focus):
            found, focus = found - _SUMMED | {"money"}, ()  # "how many *zlotys*"
        types = self._types(found, units, cleaned)
        within = self._tools.asked.within[order[0]]
        if not types & _OTHERWISE and as_share(tokens, units, within):  # "which rate *in percent*"
            types = frozenset({"percent"})
        units = [self._asking(unit, types) for unit in units]
        units = [u.weighing(_TURN) if u.start in form.turns and u.kind != "entity" else u for u in units]
        units = self._tools.homes.heard(units, cleaned)
        if language is None:  # a fact's texts say the name where they mean it
            units = self._tools.trades.heard(units, tokens, cleaned, order)
            units = self._tools.associates.heard(units, cleaned)
        if "yesno" not in form.flags:  # "is Amazon's rival JD.com?" asks for that
            units = self._tools.describing.lightened(units, cleaned)
        units += [_operator(flag) for flag in _OPERATORS if flag in form.flags]
        weighed, beside = _weighed(units, tokens, form)
        known = sum(unit.kind != "word" for unit in units)
        return Analysis(
            text=cleaned,
            language=spoken,
            units=weighed,
            types=types,
            flags=form.flags | ({"several"} if form.asked > 1 else set()),
            refers=self._refers(form, tokens),
            words=len(tokens),
            known=known,
            focus=focus,
            asking=form.asking,
            leaving_out=form.leaving_out,
            beside=beside,
            most=some.most,
            figures=asked_figures(cleaned, units, self._tools.comparisons[order[0]]),
            date=asked_date(cleaned, units, self._tools.comparisons[order[0]]),
            notes=tuple(f"{unit.text} → {unit.correction}" for unit in units if unit.correction),
        )

    def _spoken_beside(self, some: HowMany, tokens: Sequence[Token]) -> str | None:
        """The language of what is to be named, else that of the verb: "*name* two deals" holds German words alone."""
        told = self._tongue.language_of([token for token in tokens if token.start > some.start])
        return told or (some.languages[0] if len(some.languages) == 1 else None)

    def _refers(self, form: QuestionForm, tokens: Sequence[Token]) -> bool:
        """Does a pronoun stand for what was said before? One that is an article as well does before no noun."""
        for behind, article in form.pronouns:
            after = tokens[behind] if behind < len(tokens) else None
            if not article or after is None or after.clause != tokens[behind - 1].clause:
                return True
            if after.text.isdigit() or self._tools.functional(after.folded):
                return True
        return False

    def _types(self, types: frozenset[str], units: Sequence[Unit], text: str) -> frozenset[str]:
        """What "how much", "how many" and "how long" ask for depends on what follows: money, or time."""
        keys = {key for unit in units for key in unit.keys}
        if "amount" in types and keys & self._tools.money and _HOW_MUCH.search(text):
            return types - {"amount"} | {"money"}
        if types & {"amount", "count"} and any(
            key in TIMES for unit in units for key in unit.keys if unit.kind != "number"
        ):
            return types | {"duration"}
        return types | {"duration"} if "amount" in types and keys & self._tools.spans else types

    def _asking(self, unit: Unit, types: frozenset[str]) -> Unit:
        """A noun that only says what is asked for ("in which year", "how many in total") counts little by itself."""
        if unit.kind == "concept" and any(self._tools.asked.nouns.get(key) in types for key in unit.keys):
            return unit.weighing(_ASKED_NOUN)
        return unit


def _listing(form: QuestionForm) -> QuestionForm:
    """The form of a wish for a list, which is what it asks for unless it says what else."""
    return replace(form, flags=form.flags | _LISTING, types=form.types or _LISTING)


def _outside_names(form: QuestionForm, units: Sequence[Unit]) -> QuestionForm:
    """The form without the operators that begin nowhere but within a name ("*Just* Eat", "*All* Nippon")."""
    spans = [(unit.start, unit.end) for unit in units if unit.kind == "entity" and " " in unit.text]
    return _outside(form, {place for _, place in form.spoken if any(start <= place < end for start, end in spans)})


def _outside(form: QuestionForm, places: Collection[int]) -> QuestionForm:
    """The form without the operators that begin nowhere but at these places in the text."""
    if not places:
        return form
    only = {flag for flag, _ in form.spoken} - {flag for flag, place in form.spoken if place not in places}
    return replace(form, flags=form.flags - only) if only else form


def _weighed(
    units: Sequence[Unit], tokens: Sequence[Token], form: QuestionForm
) -> tuple[tuple[Unit, ...], frozenset[int]]:
    """Units outside the clauses that ask count less: greetings, context, afterthoughts. And where these stand.

    A few words before them are their topic ("Germany: is JD further along there?").
    """
    if not form.clauses:
        return tuple(units), frozenset()
    sizes = Counter(token.clause for token in tokens)
    asking = set(form.clauses) | {c - 1 for c in form.clauses if 0 < sizes[c - 1] <= _TOPIC}
    own = [unit for unit in units if unit.clause in asking and unit.says]
    if not own:  # "Alvin Liu? Who is that?": all that is said is said before
        return tuple(units), frozenset()
    named = any(unit.kind == "entity" for unit in own)

    def factor(unit: Unit) -> float:
        if unit.clause in asking:
            return 1.0
        return CONTEXT_WEIGHT if named or unit.kind != "entity" else _SUBJECT_BEFORE

    outside = frozenset(unit.start for unit in units if unit.clause not in asking and unit.kind != "operator")
    return tuple(unit.weighing(factor(unit)) for unit in units), outside


def _focus(units: Sequence[Unit], tokens: Sequence[Token], start: int | None) -> tuple[int, ...]:
    """The places of the units that follow a question word directly, up to the first function word or name."""
    if start is None:
        return ()
    places: list[int] = []
    starts = [token.start for token in tokens]
    at = starts.index(start)
    by_start = {unit.start: place for place, unit in enumerate(units) if unit.kind != "operator"}
    while at < len(starts) and starts[at] in by_start and len(places) < _LONGEST_FOCUS:
        place = by_start[starts[at]]
        if units[place].kind == "entity" or units[place].weight <= _FAINT:
            break
        places.append(place)
        at += 1
    return tuple(places)


def _operator(flag: str) -> Unit:
    """Make "most", "only" or "not" a unit of its own, so that an example without it doesn't fully match."""
    return Unit(flag, "operator", {f"!{flag}": 1.0}, _OPERATORS[flag])
