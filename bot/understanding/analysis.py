"""An utterance taken apart: language, names, numbers, words, what kind of answer is wanted, operators.

The order matters: names, numbers, phrases, words; then what remains unknown is split as a compound, corrected, or kept
as an unexplained word. The same analyser reads questions and the facts' own wordings and examples, so both meet in the
same feature keys.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from bot.understanding.asked import asked_types
from bot.understanding.figures import Figures, number_key
from bot.understanding.lexicon import Lexicon
from bot.understanding.names import NameFinder
from bot.understanding.normalise import Token, clean, fold, tokenise
from bot.understanding.questions import QuestionForm, QuestionForms
from bot.understanding.spelling import Speller
from bot.understanding.stems import stem
from bot.understanding.units import Analysis, Unit

CONTEXT_WEIGHT = 0.3
"""How much a unit counts that stands in a clause before or after the question itself."""

_WEIGHT = {"entity": 1.3, "number": 1.3, "concept": 1.0, "word": 1.2, "compound": 1.2}
_ORDER = {"de": ("de", "en"), "en": ("en", "de")}
_CORRECTED = 0.9
_SCRAP = 4
_LARGE = 10
_ASKED_NOUN = 0.35
_LIGHT = 0.2
_WHOLE = 0.6
_TOPIC = 4
_HOW_MUCH = re.compile(r"\bwie\s?viel\b|\bhow much\b", re.I)
_LONGEST_FOCUS = 2
_OPERATORS = {"most": 0.5, "only": 0.3, "except": 0.3, "negation": 0.3}
"""Operators that change what is asked, with their weight as units."""

_HEAD, _MODIFIER = 0.6, 0.4


@dataclass(frozen=True)
class Tools:
    """What the analyser reads with; built once (see `bot.understanding.build`)."""

    lexicons: Mapping[str, Lexicon]
    names: NameFinder
    figures: Figures
    speller: Speller
    function_words: Speller
    forms: QuestionForms
    nouns: Mapping[str, str]
    money: frozenset[str]
    stop: Mapping[str, frozenset[str]]
    light: Mapping[str, frozenset[str]]


class Analyser:
    """Takes utterances apart. `language` given means: the text is known to be in that language (facts' texts)."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._remembered: dict[tuple[str, str], Unit | None] = {}
        self._learning = False

    def units(self, text: str, language: str) -> tuple[Unit, ...]:
        """Only the units of a text in a known language: for cues, words and wordings, which ask nothing."""
        return tuple(self._units(tokenise(clean(text)), _ORDER[language]))

    @contextmanager
    def learning(self) -> Iterator[None]:
        """While the data's own texts are read, every word in them counts as known and none as misspelt."""
        self._learning = True
        try:
            yield
        finally:
            self._learning = False
            self._tools.speller.learn(word for lexicon in self._tools.lexicons.values() for word in lexicon.words())

    def analyse(self, text: str, language: str | None = None) -> Analysis:
        """The units, answer types and flags of an utterance; language None when its words don't tell."""
        cleaned = clean(text)
        tokens = tokenise(cleaned)
        if language is None:
            tokens = self._repaired(tokens)
        spoken = language or self.language(tokens)
        order = _ORDER[spoken or "de"]
        form = self._tools.forms.read(tokens, cleaned, order)
        lexicon = self._tools.lexicons[order[0]]
        asked = asked_types(tokens, order[0], lexicon, self._tools.nouns, self._tools.names.names)
        units = self._units(tokens, order)
        types = self._types(form.types | asked, units, cleaned)
        units = [self._asking(unit, types) for unit in units]
        units += [_operator(flag) for flag in _OPERATORS if flag in form.flags]
        known = sum(unit.kind != "word" for unit in units)
        return Analysis(
            text=cleaned,
            language=spoken,
            units=self._weighed(units, tokens, form),
            types=types,
            flags=form.flags | ({"several"} if form.asked > 1 else set()),
            words=len(tokens),
            known=known,
            focus=_focus(units, tokens, form.focus),
            notes=tuple(f"{unit.text} → {unit.correction}" for unit in units if unit.correction),
        )

    def _repaired(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """Misspelt question and function words ("wiefiele", "hwo", "wan") put right before anything else is read."""
        tools = self._tools
        repaired = []
        for token in tokens:
            word = token.folded
            plain = token.text.islower() or token.start == 0  # a name may be unknown, too
            unknown = plain and word.isalpha() and len(word) >= 3
            unknown = unknown and not self._functional(word) and not tools.names.knows(word)
            if unknown and not any(
                lexicon.knows(word) or lexicon.may_be_phrase(word) for lexicon in tools.lexicons.values()
            ):
                near = tools.function_words.nearest(word)
                repaired.append(replace(token, folded=near[0]) if near else token)
            else:
                repaired.append(token)
        return tuple(repaired)

    def _types(self, types: frozenset[str], units: Sequence[Unit], text: str) -> frozenset[str]:
        """What "how much", "how many" and "how long" ask for depends on what follows: money, or time."""
        keys = {key for unit in units for key in unit.keys}
        if "amount" in types and keys & self._tools.money and _HOW_MUCH.search(text):
            return types - {"amount"} | {"money"}
        if types & {"amount", "count"} and any(
            key.startswith("unit_") for unit in units for key in unit.keys if unit.kind != "number"
        ):
            return types | {"duration"}
        return types | {"duration"} if "amount" in types and "duration" in keys else types

    def _asking(self, unit: Unit, types: frozenset[str]) -> Unit:
        """A noun that only says what is asked for ("in which year", "how many in total") counts little by itself."""
        if unit.kind == "concept" and any(self._tools.nouns.get(key) in types for key in unit.keys):
            return unit.weighing(_ASKED_NOUN)
        return unit

    def language(self, tokens: Sequence[Token]) -> str | None:
        """German or English by function words, known words and names; None when they don't tell."""
        tools = self._tools
        votes = {"de": 0.0, "en": 0.0}
        at = 0
        while at < len(tokens):
            named = tools.names.exact(tokens, at)
            size = named[1] if named else 1
            if named and not self._functional(tokens[at].folded):
                spoken = tools.names.languages(tokens[at : at + size])
                if len(spoken) == 1:
                    votes[spoken[0]] += 0.5
            else:
                self._vote(tokens[at], votes)
                size = 1
            at += size
        if abs(votes["de"] - votes["en"]) < 0.05:
            return None
        return "de" if votes["de"] > votes["en"] else "en"

    def _functional(self, word: str) -> bool:
        return any(word in self._tools.stop[language] or word in self._tools.light[language] for language in _ORDER)

    def _vote(self, token: Token, votes: dict[str, float]) -> None:
        """What one word says about the language."""
        tools, word = self._tools, token.folded
        for language in votes:
            if word in tools.stop[language]:
                votes[language] += 1.0
            elif word in tools.light[language]:
                votes[language] += 0.8
            elif tools.lexicons[language].concepts(word):
                votes[language] += 0.45
            elif tools.lexicons[language].knows(word):
                votes[language] += 0.3
        if any(letter in "äöüß" for letter in token.text.casefold()):
            votes["de"] += 0.6

    def _units(self, tokens: Sequence[Token], order: Sequence[str]) -> list[Unit]:
        stems = {language: [stem(token.folded, language) for token in tokens] for language in order}
        units: list[Unit] = []
        at = 0
        while at < len(tokens):
            unit, used = self._next(tokens, at, order, stems)
            if unit is not None:
                units.append(replace(unit, start=tokens[at].start))
            at += used
        return units

    def _next(
        self, tokens: Sequence[Token], at: int, order: Sequence[str], stems: Mapping[str, Sequence[str]]
    ) -> tuple[Unit | None, int]:
        """The unit that begins at a token (None for function words) and how many tokens it takes."""
        token = tokens[at]
        named = self._tools.names.exact(tokens, at)
        if named and self._is_name(tokens, at, named[1], order):
            return self._name(tokens, at, *named, order), named[1]
        figure = self._tools.figures.read(tokens, at)
        if figure and not (token.folded.isalpha() and self._is_function(token.folded, order)):
            value, used = figure
            text = " ".join(t.text for t in tokens[at : at + used])
            weight = _WEIGHT["number"] * (1.0 if value >= _LARGE else 0.4 if value <= 2 else 0.7)
            return Unit(text, "number", {number_key(value): 1.0}, weight, token.clause), used
        for language in order:
            phrase = self._phrase(tokens, at, stems[language], language)
            if phrase:
                return phrase
        if token.folded in ("%", "€", "$", "£", "¥"):
            return None, 1
        if self._is_function(token.folded, order):
            return self._light(token, order), 1
        return self._word(tokens, at, order)

    def _light(self, token: Token, order: Sequence[str]) -> Unit | None:
        """A word that says little but isn't empty ("details", "goods"): it counts a bit where it has a concept."""
        if token.folded in self._tools.stop[order[0]] or token.folded not in self._tools.light[order[0]]:
            return None
        concepts = self._tools.lexicons[order[0]].spelt(token.text)
        keys = dict.fromkeys(concepts, 1.0)
        return Unit(token.text, "concept", keys, _LIGHT, token.clause) if concepts else None

    def _is_function(self, word: str, order: Sequence[str]) -> bool:
        """A stop or light word of the utterance's language, or of the other one if this one lacks the word."""
        first, second = order
        tools = self._tools
        if word in tools.stop[first] or word in tools.light[first]:
            return True
        return (word in tools.stop[second] or word in tools.light[second]) and not tools.lexicons[first].knows(word)

    def _is_name(self, tokens: Sequence[Token], at: int, size: int, order: Sequence[str]) -> bool:
        """A name made of ordinary words ("About You", "May") must look like one: capitals, or nothing else around."""
        window = tokens[at : at + size]
        if size > 1 and self._tools.names.one_word(window) and any(self._functional(t.folded) for t in window):
            return False  # "in der" isn't "Inder"
        ordinary = all(
            token.folded in self._tools.stop[language] or token.folded in self._tools.light[language]
            for token in window
            for language in order[:1]
        )
        if not ordinary:
            return True
        capitals = all(token.capitalised for token in window) and (at > 0 or size > 1)
        return capitals or (size > 1 and at == 0 and len(tokens) > size)

    def _name(
        self, tokens: Sequence[Token], at: int, entities: tuple[str, ...], size: int, order: Sequence[str]
    ) -> Unit:
        text = " ".join(token.text for token in tokens[at : at + size])
        keys = {f"@{entity}": 1.0 for entity in entities}
        if size == 1 and self._tools.names.adjective(tokens[at]):
            keys.update({f"%{entity}": 1.0 for entity in entities})
        for entity in entities:  # "London" may stand for its country
            for parent in self._tools.names.whole(entity):
                keys.setdefault(f"@{parent}", _WHOLE)
        if size == 1:  # "englisch" is a country's adjective and a language, "Messe" a thing
            for language in order:
                for concept in self._tools.lexicons[language].concepts(tokens[at].text):
                    keys[concept] = 0.9
        return Unit(text, "entity", keys, _WEIGHT["entity"], tokens[at].clause)

    def _phrase(
        self, tokens: Sequence[Token], at: int, stems: Sequence[str], language: str
    ) -> tuple[Unit | None, int] | None:
        found = self._tools.lexicons[language].phrase(stems, at)
        if not found:
            return None
        size, concept = found
        if not concept:
            return None, size
        text = " ".join(token.text for token in tokens[at : at + size])
        return Unit(text, "concept", {concept: 1.0}, _WEIGHT["concept"], tokens[at].clause), size

    def _word(self, tokens: Sequence[Token], at: int, order: Sequence[str]) -> tuple[Unit | None, int]:
        token = tokens[at]
        if self._learning:
            lexicon = self._tools.lexicons[order[0]]
            if not lexicon.has_seen(token.folded):
                lexicon.learn((token.folded,))
                self._remembered.pop((token.text.casefold(), order[0]), None)
            return self._recalled(token, order[0]), 1
        for language in order:
            unit = self._recalled(token, language)
            if unit:
                return unit, 1
        for language in order:
            unit = self._compound(token, language)
            if unit:
                return unit, 1
        return self._corrected(tokens, at, order)

    def _recalled(self, token: Token, language: str) -> Unit | None:
        """A known word's unit, remembered: only the clause and the spelling differ from use to use."""
        place = (token.text.casefold(), language)
        if place not in self._remembered:
            if len(self._remembered) > 100_000:  # bounded memory, whatever people type
                self._remembered.clear()
            self._remembered[place] = self._known(token.text, token, language)
        unit = self._remembered[place]
        if unit is None or (unit.clause == token.clause and unit.text == token.text):
            return unit
        return replace(unit, text=token.text, clause=token.clause)

    def _known(self, word: str, token: Token, language: str) -> Unit | None:
        lexicon = self._tools.lexicons[language]
        concepts = lexicon.concepts(word)
        if not concepts and not lexicon.knows(word):
            return None
        own = f"~{stem(word, language)}"
        keys = {concept: 1.0 for concept in concepts}
        keys[own] = 1.0
        kind = "concept" if concepts else "compound"
        parts = () if concepts else self._parts(word, token, language)
        return Unit(token.text, kind, keys, _WEIGHT[kind], token.clause, parts=parts)

    def _parts(self, word: str, token: Token, language: str) -> tuple[Unit, ...]:
        pieces = self._tools.lexicons[language].split(word) or ()
        units = [self._piece(piece, token, language) for piece in pieces]
        return tuple(unit for unit in units if unit)

    def _piece(self, piece: str, token: Token, language: str) -> Unit | None:
        lexicon = self._tools.lexicons[language]
        keys = {concept: 1.0 for concept in lexicon.concepts(piece)}
        keys[f"~{stem(piece, language)}"] = 1.0
        return Unit(piece, "part", keys, _WEIGHT["concept"], token.clause)

    def _compound(self, token: Token, language: str) -> Unit | None:
        parts = self._parts(token.text, token, language)
        if not parts:
            return self._named_compound(token, language)
        return Unit(
            token.text,
            "compound",
            {f"~{stem(token.text, language)}": 1.0},
            _WEIGHT["compound"],
            token.clause,
            parts=parts,
        )

    def _named_compound(self, token: Token, language: str) -> Unit | None:
        """A name joined to a known word: "Österreichkanal", "Tmallmarken"."""
        word = token.folded
        for at in range(4, len(word) - 2):
            if self._tools.names.knows(word[:at]) and self._tools.lexicons[language].knows(word[at:]):
                found = self._tools.names.exact((Token(word[:at], word[:at], token.start, token.clause),), 0)
                piece = self._piece(word[at:], token, language)
                if found and piece:
                    name = Unit(word[:at], "part", {f"@{e}": 1.0 for e in found[0]}, 1.0, token.clause)
                    return Unit(
                        token.text,
                        "compound",
                        {f"~{word}": 1.0},
                        _WEIGHT["compound"],
                        token.clause,
                        parts=(name, piece),
                    )
        return None

    def _corrected(self, tokens: Sequence[Token], at: int, order: Sequence[str]) -> tuple[Unit | None, int]:
        """A misspelt name or word, whichever is nearer; else a word that stays unexplained."""
        token = tokens[at]
        name = self._tools.names.fuzzy(tokens, at)
        near = self._tools.speller.nearest(token.folded)
        name_distance = (
            self._tools.names.nearest("".join(t.folded for t in tokens[at : at + name[1]])) if name else None
        )
        if name and name_distance and (not near or name_distance[1] / len(name[2]) <= near[1] / len(near[0])):
            text = " ".join(t.text for t in tokens[at : at + name[1]])
            keys = {f"@{entity}": _CORRECTED for entity in name[0]}
            return Unit(text, "entity", keys, _WEIGHT["entity"], token.clause, correction=name[2]), name[1]
        if near:
            for language in order:
                if self._is_function(near[0], (language, language)):
                    return None, 1
                unit = self._known(near[0], token, language)
                if unit:
                    keys = {key: strength * _CORRECTED for key, strength in unit.keys.items()}
                    return Unit(
                        token.text, unit.kind, keys, unit.weight, token.clause, parts=unit.parts, correction=near[0]
                    ), 1
        # A few small letters are more often a function word misspelt than a word that matters.
        weight = _WEIGHT["word"] * (0.4 if len(token.folded) <= _SCRAP and token.text.islower() else 1.0)
        return Unit(token.text, "word", {f"~{stem(token.text, order[0])}": 1.0}, weight, token.clause), 1

    @staticmethod
    def _weighed(units: Sequence[Unit], tokens: Sequence[Token], form: QuestionForm) -> tuple[Unit, ...]:
        """Units outside the clauses that ask count less: greetings, context, afterthoughts. A few words before them are
        their topic ("Germany: is JD further along there?")."""
        if not form.clauses:
            return tuple(units)
        sizes = Counter(token.clause for token in tokens)
        asking = set(form.clauses) | {c - 1 for c in form.clauses if 0 < sizes[c - 1] <= _TOPIC}
        return tuple(unit if unit.clause in asking else unit.weighing(CONTEXT_WEIGHT) for unit in units)


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
        if units[place].kind == "entity":
            break
        places.append(place)
        at += 1
    return tuple(places)


def _operator(flag: str) -> Unit:
    """ "Most", "only", "not": a unit of its own, so that an example without it doesn't fully match."""
    return Unit(flag, "operator", {f"!{flag}": 1.0}, _OPERATORS[flag])


def folded(words: Sequence[str]) -> frozenset[str]:
    """Single words of a list, folded."""
    return frozenset(fold(word) for word in words if " " not in word)
