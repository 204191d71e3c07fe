"""Entities that are asked for all at once, each with the fact that says most plainly who or what it is."""

from dataclasses import dataclass

from bot.facts.model import Fact
from bot.understanding.utterance.units import Unit


@dataclass(frozen=True)
class Roll:
    """The entities called, each with its fact, the most told of first. `whose` are those that they belong to.

    `without` are those left out; `sorted_out` is False where the facts don't tell which bear the role asked for.
    With `noun` they are firms that are called so, all of them by statements if `stated`; where nobody is called, it is
    what was asked for. With `homes` they are those at home there; of `homeless` nobody says where they are.
    `owned` are those of which it is told that they belong to them; `apiece` those who were named themselves;
    `by_firm` says that some are only of firms from these homes.
    `deals` are those whose statements name them, `empty` those of these that name nobody.
    """

    kind: str
    called: tuple[tuple[str, Fact], ...]
    whose: tuple[Unit, ...] = ()
    sorted_out: bool = True
    without: tuple[Unit, ...] = ()
    noun: str = ""
    stated: bool = True
    homes: tuple[str, ...] = ()
    homeless: tuple[str, ...] = ()
    owned: bool = False
    apiece: bool = False
    by_firm: bool = False
    deals: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
