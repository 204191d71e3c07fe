"""The fact that stands nearest to what the sources don't tell, to be offered as such."""

from collections.abc import Sequence

from bot.answering.room.room import Room
from bot.facts.entities import BUSINESSES
from bot.understanding.judging.recognition import Recognition
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.units import Unit

NEAR_CENTRALITY = 0.3
NEAR_COVERAGE = 0.45
"""How much of a question a fact must explain to be offered as standing near."""

_LOOKED_AT = 4


def nearest(room: Room, recognition: Recognition) -> Reading | None:
    """The first reading that explains enough, some of what is said besides names, and the other names.

    Where nobody is named, it must hold the words that don't ask for what isn't told, or at least the most telling one;
    where nothing but companies or products are, it must be about one of them. The price of something else says nothing.
    """
    near = _Near(room, recognition)
    return next((reading for reading in recognition.readings[:_LOOKED_AT] if near.serves(reading)), None)


class _Near:
    """What a fact must hold to stand near one question."""

    def __init__(self, room: Room, recognition: Recognition) -> None:
        self._room, self._recognition = room, recognition
        self._units = units = recognition.analysis.units
        self._said = [place for place, unit in enumerate(units) if unit.kind != "entity" and unit.says]
        kind_of = room.knowledge.kind_of
        kinds = {kind_of(e) for unit in recognition.analysis.names for e in unit.entities if not e.isupper()}
        self._firms = bool(kinds) and kinds <= BUSINESSES
        nameless = not any(unit.kind == "entity" for unit in units)
        self._telling = self._telling_words() if nameless else ()

    def _telling_words(self) -> Sequence[int]:
        """The places of the words that a fact must hold where nobody is named."""
        words = [place for place in self._said if self._units[place].kind != "number"]
        if self._recognition.attribute or not words:
            return words
        rarity = self._room.recogniser.scorer.rarity
        return [max(words, key=lambda place: rarity(self._units[place]))]

    def serves(self, reading: Reading) -> bool:
        """Is a fact near enough?"""
        if reading.coverage < NEAR_COVERAGE or any(self._beside(place, reading) for place in self._telling):
            return False
        return any(reading.centrality[place] >= NEAR_CENTRALITY for place in self._said) and self._named(reading)

    def _beside(self, place: int, reading: Reading) -> bool:
        """Does a fact leave out a word, unless it only asks for the side that isn't told?"""
        side = self._recognition.attribute
        attributes = self._room.recogniser.attributes
        asks = side and attributes.spoken_for(self._units[place], {side})[0]
        return reading.explained[place] < EXPLAINED and not asks

    def _named(self, reading: Reading) -> bool:
        """Does a fact hold the names, but for those that no fact in question does?"""
        pairs: list[tuple[Unit, float]] = list(zip(self._units, reading.explained, strict=False))
        names = [(unit, match >= EXPLAINED) for unit, match in pairs if unit.kind == "entity"]
        if self._firms and names and not any(held for _, held in names):
            return False
        return all(held or unit in self._recognition.conflicts for unit, held in names)
