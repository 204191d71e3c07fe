"""The question sets that lie in the project, each with the knowledge folder that it is about, and how to ask them.

tuning.jsonl may be looked at while the understanding is worked on; measuring.jsonl may not: it only tells how it does.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.answering.desk import Desk
from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Reply
from tests import apps
from tests.questions.judge import Judgement, Question, Verdict, judge

HERE = Path(__file__).parent
SECONDS_A_TURN = 5.0


@dataclass(frozen=True)
class QuestionSet:
    """A file of questions and the knowledge that answers them."""

    name: str
    file: Path
    knowledge: Path

    def questions(self) -> Iterator[Question]:
        """The questions of the file, a line each."""
        for line in self.file.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                yield Question.from_json(json.loads(line))


@dataclass(frozen=True)
class Graded:
    """A question with the reply to its last turn and the judgement on it."""

    question: Question
    reply: Reply
    judgement: Judgement


@dataclass(frozen=True)
class Result:
    """A set, asked and judged."""

    name: str
    graded: tuple[Graded, ...]

    @cached_property
    def answerable(self) -> "Result":
        """Only the questions that have an answer."""
        return Result(self.name, tuple(one for one in self.graded if one.question.kind == "answer"))

    @cached_property
    def unanswerable(self) -> "Result":
        """Only the questions that have none."""
        return Result(self.name, tuple(one for one in self.graded if one.question.kind != "answer"))

    def only(self, *, language: str | None = None, style: str | None = None, kind: str | None = None) -> "Result":
        """The part of one language, style or kind."""
        kept = (
            one
            for one in self.graded
            if language in (None, one.question.language)
            and style in (None, one.question.style)
            and kind in (None, one.question.kind)
        )
        return Result(self.name, tuple(kept))

    def share(self, verdict: Verdict) -> float:
        """The share of a verdict; 0 when nothing was asked."""
        return sum(one.judgement.verdict is verdict for one in self.graded) / len(self.graded) if self.graded else 0.0


def all_sets() -> list[QuestionSet]:
    """The project's own sets, then those of the other subjects; sets whose file isn't there are left out."""
    own = [QuestionSet(name, HERE / f"{name}.jsonl", apps.KNOWLEDGE) for name in ("tuning", "measuring")]
    others = [
        QuestionSet(file.parent.name, file, file.parent) for file in sorted(apps.SUBJECTS.glob("*/questions.jsonl"))
    ]
    return [one for one in (*own, *others) if one.file.is_file()]


def ask(questions: QuestionSet) -> Result:
    """Ask the whole set, each question in a conversation of its own, with users of whom nothing is known."""
    desk = apps.app(questions.knowledge).desk
    graded = []
    for question in questions.questions():
        reply = _last_reply(desk, question.turns)
        graded.append(Graded(question, reply, judge(question, reply)))
    return Result(questions.name, tuple(graded))


def _last_reply(desk: Desk, turns: tuple[str, ...]) -> Reply:
    conversation, now = Conversation(), 0.0
    replies = []
    for turn in turns:
        reply, conversation = desk.answer(turn, conversation, None, now)
        replies.append(reply)
        now += SECONDS_A_TURN
    return replies[-1]
