"""`ask`: one conversation, or with --batch many, from the command line.

Replies are printed for people or, with --json, for programs: then standard output holds one line of JSON a turn and
nothing else; what else is to be said goes to standard error.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from pathlib import Path

from bot.answering.room.reply import Reply
from bot.channels.console import Talk
from bot.channels.plain import plain_reply
from bot.channels.receptionist import Receptionist
from bot.errors import DealBotError
from bot.settings import Settings

MOST_REPEATED = 60
"""Characters that are repeated of a wrong value in a batch."""


class BatchError(DealBotError):
    """The batch file can't be used: says in which line and why."""


@dataclass(frozen=True)
class Script:
    """What one user says, in order."""

    id: str | int
    turns: tuple[str, ...]


@dataclass(frozen=True)
class Exchange:
    """One turn: number from 1, what was said and what came back; `why` is how it was understood, if asked for."""

    script: str | int
    turn: int
    utterance: str
    reply: Reply
    why: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ask`."""
    parser.add_argument("turns", nargs="*", metavar="QUESTION", help="what the user says, one turn after the other")
    parser.add_argument(
        "--batch",
        metavar="FILE",
        help='a question a line, or a conversation {"id": …, "turns": […]} (id: else the line\'s number); - is stdin',
    )
    parser.add_argument("--json", action="store_true", help="print one line of JSON a turn")
    parser.add_argument("--explain", action="store_true", help="say after each reply how the question was understood")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Hold the conversations and print each reply as it comes."""
    from bot.cli.main import MISUSED, complain

    if bool(options.turns) == (options.batch is not None):
        return complain("ask: give either questions or --batch FILE", MISUSED)
    try:
        scripts = list(read_batch(options.batch)) if options.batch else [Script("1", tuple(options.turns))]
    except BatchError as error:
        return complain(str(error), MISUSED)
    # A lone surrogate in a question must not end the run; in JSON the escape is even valid.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")

    from bot.app import build

    desk = build(settings).desk
    write = _write_json if options.json else _write_batch if options.batch else _write_plain
    for script in scripts:
        for exchange in hold(desk, script, explain=options.explain):
            write(exchange)
    return 0


def hold(desk: Receptionist, script: Script, *, explain: bool = False) -> Iterator[Exchange]:
    """One conversation from its beginning, with a user whose language isn't known beforehand.

    A turn that is but a number takes the choice of that number in the reply before.
    """
    talk = Talk(desk)
    for turn, utterance in enumerate(script.turns, start=1):
        reply = talk.say(utterance)
        # the conversation goes on as if nobody had asked why
        why = copy(talk).say("/why details").text if explain else None
        yield Exchange(script.id, turn, utterance, reply, why)


def read_batch(name: str) -> Iterable[Script]:
    """The conversations of a batch file; empty lines count as nothing. Raises BatchError.

    A line that begins with a brace is a conversation in JSON, any other one question in a conversation of its own. What
    has no id gets the number of its line.
    """
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BatchError(f"ask: {name} can't be read: {error}") from None
    # Not splitlines(): a question may hold a line separator that JSON lets pass.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.lstrip().startswith("{"):
            yield _script(f"ask: {name}, line {number}", number, line)
        elif line.strip():
            yield Script(number, (line.strip(),))


def _script(place: str, number: int, line: str) -> Script:
    try:
        given = json.loads(line)
    except ValueError as error:
        raise BatchError(f'{place}: not JSON ({error}): write {{"id": "…", "turns": ["…", …]}}') from None
    turns, name = given.get("turns"), given.get("id", number)
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise BatchError(f'{place}: turns{_found(given, "turns")}: give a list of texts, ["…", …]')
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise BatchError(f"{place}: id{_found(given, 'id')}: give a text or a whole number, or leave it out")
    return Script(name, tuple(turns))


def _found(given: dict[str, object], key: str) -> str:
    return f" = {json.dumps(given[key], ensure_ascii=False)[:MOST_REPEATED]}" if key in given else " is missing"


def _write_json(exchange: Exchange) -> None:
    reply = exchange.reply
    fields = {
        "id": exchange.script,
        "turn": exchange.turn,
        "language": reply.language,
        "outcome": reply.outcome.value,
        "text": reply.text,
        "facts": list(reply.facts),
        "citations": [{"source": r.source, "document": r.document, "paragraph": r.paragraph} for r in reply.references],
        "choices": [choice.label for choice in reply.choices],
        "score": round(reply.score, 1),
    }
    if exchange.why is not None:
        fields["why"] = exchange.why
    print(json.dumps(fields, ensure_ascii=False), flush=True)


def _write_batch(exchange: Exchange) -> None:
    """Each reply below its question, so that they can be read side by side."""
    print(f"> {exchange.utterance}\n")
    _write_reply(exchange)
    print(flush=True)


def _write_plain(exchange: Exchange) -> None:
    if exchange.turn > 1:
        print(f"\n> {exchange.utterance}\n")
    _write_reply(exchange)


def _write_reply(exchange: Exchange) -> None:
    print(plain_reply(exchange.reply))
    if exchange.why is not None:
        print(f"\n{exchange.why}")
