"""The conversation on a real terminal: a prompt with history, and replies laid out by rich.

Apart from bot.channels.console so that piped input and `ask` don't wait for rich to be imported.
"""

import contextlib
from collections.abc import Callable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.answering.room.reply import Reply

with contextlib.suppress(ImportError):
    import readline  # noqa: F401 - gives input() a history and editing

PROMPT = "> "


def typed(say: Callable[[str], Reply], quit_words: frozenset[str]) -> None:
    """Talk until the user ends it: with the end of input, a quit word or Ctrl-C."""
    screen = Console(highlight=False, markup=False, emoji=False)
    show(screen, say("/start"))
    while True:
        try:
            said = input(PROMPT).strip()
        except (EOFError, KeyboardInterrupt):
            screen.print()
            return
        if said in quit_words:
            return
        if said:
            show(screen, say(said))


def show(screen: Console, reply: Reply) -> None:
    """Print one reply: heading bold, sources dim, choices with the numbers that pick them."""
    parts = [Text(reply.heading, style="bold")] if reply.heading else []
    parts += [Text(block) for block in reply.blocks]
    if reply.references:
        parts.append(Text("\n".join(reference.line for reference in reply.references), style="dim"))
    if reply.choices:
        rows = [Text.assemble((f"{n} ", "bold cyan"), choice.label) for n, choice in enumerate(reply.choices, start=1)]
        parts.append(Text("\n").join(rows))
    for part in parts:
        screen.print(Padding(part, (0, 2, 1, 2)))
