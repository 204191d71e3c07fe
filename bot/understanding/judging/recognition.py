"""The result of understanding one utterance, and the background that a follow-up leans on."""

from dataclasses import dataclass
from enum import StrEnum

from bot.understanding.deals.chronicle import Events
from bot.understanding.deals.ranking import Ranked
from bot.understanding.deals.roll import Roll
from bot.understanding.deals.sheet import FactSheet
from bot.understanding.deals.sidebyside import SideBySide
from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.units import Analysis, Unit
from bot.understanding.utterance.wanted import Wanted


class Verdict(StrEnum):
    """What to do with the readings."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    SILENT = "silent"
    OFFTOPIC = "offtopic"
    SMALLTALK = "smalltalk"
    DEALS = "deals"
    ROLL = "roll"
    EVENTS = "events"
    FACT_SHEET = "fact sheet"
    SIDE_BY_SIDE = "side by side"


@dataclass(frozen=True)
class Background:
    """What the conversation is about: the last question, the facts that answered it, the deal, the entities named.

    `offered` are the facts between which it is to choose, if something was unclear; `listed` the utterances that asked
    for the deals listed last, each more closely than the one before. If nothing was `told`, the facts only stood near.
    `earlier` is the deal that was talked about before this one, `shown` the utterances of a list from which others may
    still be picked.
    """

    utterance: str = ""
    language: str | None = None
    deal: str | None = None
    facts: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    told: bool = True
    earlier: str | None = None
    shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recognition:
    """How an utterance was understood.

    `readings` are best first; `chosen` are those to state, `near` what stands near where that is known. `conflicts` are
    names and numbers that no reading holds, `attribute` is a side of a deal that was asked for and that no fact in
    question tells. `inherited` comes from the conversation, where `replaced` names gave way to new ones. `wanted` says
    which deals were asked for, `deals` are those; with `ranked`, those that come first of all that could be compared.
    `offers` says that names or numbers to choose from were offered. `rule` names what decided, `introduces` whoever is
    to be introduced: several if it isn't clear who, each with their reading among the `chosen`.
    `untold` are the parts of a question of several parts that have no answer, `lacking` the names of the side of a
    comparison that has none. `roll` are all those of a kind that facts are about, where they are asked for.
    `events` are those of a time that is asked for, `sheet` is what is asked for all at once, `sides`
    what is told of two deals that are compared.
    `confidence` says how sure that is which was weighed, 0 to 1.
    """

    analysis: Analysis
    verdict: Verdict
    readings: tuple[Reading, ...] = ()
    chosen: tuple[Reading, ...] = ()
    near: Reading | None = None
    conflicts: tuple[Unit, ...] = ()
    attribute: str | None = None
    smalltalk: str | None = None
    inherited: tuple[Unit, ...] = ()
    replaced: tuple[Unit, ...] = ()
    entities: tuple[str, ...] = ()
    deals: tuple[str, ...] = ()
    wanted: Wanted | None = None
    ranked: Ranked | None = None
    roll: Roll | None = None
    events: Events | None = None
    sheet: FactSheet | None = None
    sides: SideBySide | None = None
    rule: str = ""
    introduces: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    lacking: tuple[Unit, ...] = ()
    offers: bool = False
    confidence: float = 1.0

    @property
    def score(self) -> float:
        """The best reading's score, 0 to 100."""
        return min(self.readings[0].score, 100.0) if self.readings else 0.0

    @property
    def named(self) -> tuple[str, ...]:
        """Whom or what the utterance itself names, the likeliest of each name; what it corrects is left out."""
        return tuple(entity for unit in self.analysis.names if not unit.correction for entity in unit.entities[:1])
