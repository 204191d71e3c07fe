"""Which deals the words behind a command mean: by a deal's id, by names to filter by, or by what the words are about.

No word is passed over: what neither filters nor is part of a deal's description comes back as `left`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.browsing.browse import EVERYTHING
from bot.answering.room.room import Room
from bot.answering.room.shelf import SIDES, Filter, key_of
from bot.facts.model import LANGUAGES
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.utterance.units import Unit


@dataclass(frozen=True)
class Picked:
    """One deal, or the filter for several; `left` are the words that pick nothing."""

    deal: str | None = None
    wanted: Filter = EVERYTHING
    left: tuple[str, ...] = ()


def filtered(room: Room, words: str) -> Picked:
    """The filter that the words ask for: companies, countries, years, how far it has come."""
    return _filtered(room, room.recogniser.recognise(words)) if words else Picked()


def picked(room: Room, words: str) -> Picked:
    """The deal that the words are about; a filter where they name no more than a company, a country, a year."""
    if not words or words in room.knowledge.deals:
        return Picked(deal=words or None)
    recognition = room.recogniser.recognise(words)
    found = _filtered(room, recognition)
    if not found.left and found.wanted.keys:
        deals = [deal.id for deal in room.shelf.deals(found.wanted)]
        among = [deal for deal in deals if _parties(recognition) <= set(room.knowledge.deals[deal].parties)]
        one = deals if len(deals) == 1 else among if len(among) == 1 else ()
        return Picked(deal=one[0]) if one else found
    if recognition.readings and not recognition.conflicts and recognition.verdict is not Verdict.OFFTOPIC:
        return Picked(deal=recognition.readings[0].features.fact.deal)
    return found


def _filtered(room: Room, recognition: Recognition) -> Picked:
    wanted, left = EVERYTHING, list[str]()
    for unit in recognition.analysis.units:
        narrower = next(_narrower(room, wanted, unit), None)
        wanted = narrower or wanted
        if narrower is None:
            left.append(unit.text)
    return Picked(wanted=wanted, left=tuple(left))


def _narrower(room: Room, wanted: Filter, unit: Unit) -> Iterator[Filter]:
    """The filter with what the unit names, where that leaves any deals."""
    for side in SIDES:
        offered = room.shelf.offered(side, wanted)
        for name in (*unit.entities, unit.text):
            yield from (wanted.having(side, key) for key, _, _ in offered if key == key_of(name))
        if side == "status":
            said = unit.text.casefold()
            yield from (wanted.having(side, key) for key, status, _ in offered if said in _told(room, status))


def _told(room: Room, status: str) -> set[str]:
    return {room.voices[language].text(f"status.{status}").casefold() for language in LANGUAGES}


def _parties(recognition: Recognition) -> set[str]:
    return {unit.entities[0] for unit in recognition.analysis.names if unit.entities}
