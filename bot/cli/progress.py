"""How far a long piece of work has come, for whoever waits for it: a bar on standard error, in a terminal only."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import track

Thing = TypeVar("Thing")


def watched(things: Sequence[Thing], doing: str) -> Iterable[Thing]:
    """The things one by one, with a bar that goes when they are done; the report on standard output stays as it is."""
    console = Console(stderr=True)
    return track(things, doing, console=console, transient=True, disable=not console.is_terminal)
