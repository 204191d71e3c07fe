"""The texts of facts, analysed once for all names: a large folder asks the same of thousands of companies.

What a text means depends on a name only through the keys of the name, as long as its words are nothing else in any
language. So each text is first looked at with such names taken out; one that then reads like an earlier one takes over
what that was understood as, with its own names put in. Where its units stand isn't carried over: nobody asks that of
facts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.understanding.language.normalise import Token, clean, tokenise
from bot.understanding.language.remembered import Remembered
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.tools import Tools
from bot.understanding.utterance.units import Analysis, Unit

_MOST = 50_000
"""As many different texts are remembered."""

_SHORT, _OF = 3, "s"
"""Shorter words are kept as they are, among them what stays of a genitive ("Amazon's")."""

Window = tuple[tuple[str, ...], int, int]
"""Entities, where the name begins among the tokens, and how many tokens it takes."""

Shape = tuple[object, ...]
"""A text piece by piece, with marks where names were."""


class Sentences:
    """Analyses texts in a known language, as the analyser does."""

    def __init__(self, analyser: Analyser, tools: Tools) -> None:
        self._analyser = analyser
        self._tools = tools
        self._analyses: dict[Shape, tuple[Analysis, tuple[int, ...]]] = {}
        self._units: dict[Shape, tuple[tuple[Unit, ...], tuple[int, ...]]] = {}
        self._names: dict[Shape, Unit] = {}
        self._is_plain, self._is_silent = Remembered(self._plain), Remembered(self._silent)

    def analyse(self, text: str, language: str) -> Analysis:
        """The analysis of a text; its units stand where they do in a text that differs by names alone."""
        shape, tokens, windows = self._taken_apart(text, language)
        known = self._analyses.get(shape)
        if known is None:
            analysis = self._analyser.analyse(text, language)
            places = self._places(analysis.units, tokens, windows, language)
            if places is not None and len(self._analyses) < _MOST:
                self._analyses[shape] = analysis, places
            return analysis
        analysis, places = known
        if not places:
            return analysis
        return replace(analysis, units=self._named(analysis.units, places, tokens, windows, language))

    def units(self, text: str, language: str) -> tuple[Unit, ...]:
        """Only the units of a text, for wordings and titles, which ask nothing."""
        shape, tokens, windows = self._taken_apart(text, language)
        known = self._units.get(shape)
        if known is None:
            units = self._analyser.units(text, language)
            places = self._places(units, tokens, windows, language)
            if places is not None and len(self._units) < _MOST:
                self._units[shape] = units, places
            return units
        units, places = known
        return self._named(units, places, tokens, windows, language)

    def _named(
        self,
        units: tuple[Unit, ...],
        places: Sequence[int],
        tokens: Sequence[Token],
        windows: Sequence[Window],
        language: str,
    ) -> tuple[Unit, ...]:
        """The units with these names at those places, each weighing what the one before it did."""
        if not places:
            return units
        own = list(units)
        for place, window in zip(places, windows, strict=True):
            own[place] = self._name(tokens, window, language).placed(0, units[place].weight)
        return tuple(own)

    def _name(self, tokens: Sequence[Token], window: Window, language: str) -> Unit:
        """The unit of a name, made once for each way of writing it."""
        _, at, size = window
        place = (language, *(token.text for token in tokens[at : at + size]))
        unit = self._names.get(place)
        if unit is None:
            unit = self._names[place] = self._analyser.name(tokens, window, language)
        return unit

    def _taken_apart(self, text: str, language: str) -> tuple[Shape, Sequence[Token], list[Window]]:
        cleaned = clean(text)
        tokens = tokenise(cleaned)
        windows = list(self._windows(tokens))
        shape: list[object] = [language]
        end, at = 0, 0
        for _, begin, size in windows:
            if begin > at:
                shape.append(cleaned[end : tokens[begin - 1].start + len(tokens[begin - 1].text)])
                end = tokens[begin - 1].start + len(tokens[begin - 1].text)
            shape.append(size)  # two names side by side aren't one of two words
            for token in tokens[begin : begin + size]:
                shape += (cleaned[end : token.start], *self._mark(token))
                end = token.start + len(token.text)
            at = begin + size
        shape.append(cleaned[end:])
        return tuple(shape), tokens, windows

    def _mark(self, token: Token) -> tuple[object, ...]:
        """What is asked of a name's word besides its keys; a word that means something is kept as it is."""
        if not self._is_silent(token.folded):
            return (token.text,)
        return token.capitalised, self._tools.names.names(token)

    def _windows(self, tokens: Sequence[Token]) -> Iterator[Window]:
        """The names of a text that are nothing but names."""
        at = 0
        while at < len(tokens):
            found = self._tools.names.exact(tokens, at)
            if found is None:
                at += 1
                continue
            entities, size = found
            first, *others = (token.folded for token in tokens[at : at + size])
            if self._is_plain(first) and not any(self._tools.functional(word) for word in others if word != _OF):
                yield entities, at, size
            at += size

    def _plain(self, word: str) -> bool:
        """Can a folded word only be the beginning of a name: no concept, no number, part of no phrase or form?"""
        tools = self._tools
        if not self._silent(word) or tools.figures.knows(word):
            return False
        return not any(lexicon.means(word) for lexicon in tools.lexicons.values())

    def _silent(self, word: str) -> bool:
        """Does a folded word within a name change nothing around it, whatever it means by itself?"""
        if len(word) < _SHORT or not word.isalpha():
            return False
        return not self._tools.functional(word) and not self._tools.forms.knows(word)

    def _places(
        self, units: Sequence[Unit], tokens: Sequence[Token], windows: Sequence[Window], language: str
    ) -> tuple[int, ...] | None:
        """Where among the units the names are; None if one of them was read otherwise."""
        at_start = {unit.start: place for place, unit in enumerate(units) if unit.kind == "entity"}
        places = []
        for window in windows:
            place = at_start.get(tokens[window[1]].start)
            if place is None or units[place].keys != self._name(tokens, window, language).keys:
                return None
            places.append(place)
        return tuple(places)
