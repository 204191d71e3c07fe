"""Judges one reply against what its question expects.

Right; wrong (said what does not fit, or answered what has no answer); refused or clarified (no answer: bad but honest).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from bot.answering.room.reply import Outcome, Reply

MOST_FACTS = 3
MOST_CHARACTERS = 700
LONG_STYLES = frozenset({"list", "compare"})
"""Styles of questions whose answer may be longer than that."""

_SMALL = frozenset({Outcome.SMALLTALK, Outcome.HELP, Outcome.CLARIFY, Outcome.OFFTOPIC})


class Verdict(StrEnum):
    """How a reply did."""

    RIGHT = "right"
    WRONG = "wrong"
    REFUSED = "refused"
    CLARIFIED = "clarified"


@dataclass(frozen=True)
class Expected:
    """What a right answer holds: patterns, and paragraphs of which one (with `gold_all` each source) is cited."""

    gold: frozenset[tuple[str, int]] = frozenset()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    gold_all: bool = False


@dataclass(frozen=True)
class Question:
    """One item of a set. `instead` is the answer that is right although the question has none (a corrected premise)."""

    id: str
    language: str
    style: str
    kind: str
    turns: tuple[str, ...]
    expected: Expected = field(default_factory=Expected)
    instead: Expected | None = None
    lenient: bool = False

    @classmethod
    def from_json(cls, item: Mapping[str, Any]) -> "Question":
        """A question from its line in a set."""
        instead = item.get("or_answer")
        return cls(
            id=str(item["id"]),
            language=item["lang"],
            style=item["style"],
            kind=item["kind"],
            turns=tuple(item.get("turns") or [item["q"]]),
            expected=_expected(item),
            instead=_expected(instead) if instead else None,
            lenient=bool(item.get("lenient")),
        )


@dataclass(frozen=True)
class Judgement:
    """A verdict and, unless it is right, why."""

    verdict: Verdict
    why: str = ""


def judge(question: Question, reply: Reply) -> Judgement:
    """Judge the reply to a question's last turn."""
    answered = reply.outcome is Outcome.ANSWER
    if answered and question.instead:
        # Judged as the answerable question that it is then, without another way out.
        return judge(replace(question, kind="answer", expected=question.instead, instead=None), reply)
    if question.kind != "answer":
        return _without_answer(question, reply)
    if reply.outcome is Outcome.CLARIFY:
        return Judgement(Verdict.CLARIFIED, "asked back")
    if not answered:
        return Judgement(Verdict.REFUSED, f"outcome {reply.outcome.value}")
    fault = _fault(question, reply)
    return Judgement(Verdict.WRONG, fault) if fault else Judgement(Verdict.RIGHT)


def _without_answer(question: Question, reply: Reply) -> Judgement:
    if reply.outcome is Outcome.ANSWER:
        return Judgement(Verdict.WRONG, f"answered with {', '.join(reply.facts)}")
    if question.kind == "smalltalk" and not question.lenient and reply.outcome not in _SMALL:
        return Judgement(Verdict.WRONG, f"outcome {reply.outcome.value} for small talk")
    return Judgement(Verdict.RIGHT)


def _fault(question: Question, reply: Reply) -> str | None:
    """What is wrong with an answer, or None."""
    expected = question.expected
    if reply.language != question.language:
        return f"in language {reply.language}"
    for pattern in expected.must:
        if not re.search(pattern, reply.text, re.IGNORECASE):
            return f"lacks /{pattern}/"
    for pattern in expected.must_not:
        if re.search(pattern, reply.text, re.IGNORECASE):
            return f"holds /{pattern}/"
    cited = {(reference.document[:3], reference.paragraph) for reference in reply.references}
    if expected.gold_all:
        missing = {source for source, _ in expected.gold} - {source for source, _ in cited}
        if missing:
            return f"cites nothing of {', '.join(sorted(missing))}"
    elif not cited & expected.gold:
        return f"cites {sorted(cited)}, none of {sorted(expected.gold)}"
    return None if question.style in LONG_STYLES else _too_much(reply)


def _too_much(reply: Reply) -> str | None:
    if len(reply.facts) > MOST_FACTS:
        return f"{len(reply.facts)} facts for one question"
    return f"{len(reply.text)} characters for one question" if len(reply.text) > MOST_CHARACTERS else None


def _expected(item: Mapping[str, Any]) -> Expected:
    gold: Sequence[tuple[str, int]] = item.get("gold") or ()
    return Expected(
        gold=frozenset((str(source), int(paragraph)) for source, paragraph in gold),
        must=tuple(item.get("must") or ()),
        must_not=tuple(item.get("must_not") or ()),
        gold_all=bool(item.get("gold_all")),
    )
