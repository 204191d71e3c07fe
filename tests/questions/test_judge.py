from dataclasses import replace

import pytest

from bot.answering.room.reply import Outcome, Reference, Reply
from tests.questions.judge import MOST_CHARACTERS, MOST_FACTS, Expected, Question, Verdict, judge

EXPECTED = Expected(gold=frozenset({("301", 2), ("302", 1)}), must=("2021",), must_not=("2022",))
ASKED = Question("q1", "en", "direct", "answer", ("When was it signed?",), EXPECTED)
CITED = Reference(1, "301", "301_train.txt", 2, "[1] …")
REPLY = Reply(Outcome.ANSWER, "en", ("It was signed in 2021. [1]",), facts=("train/date",), references=(CITED,))


def test_an_answer_that_fits_and_cites_the_paragraph_is_right() -> None:
    assert judge(ASKED, REPLY).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (replace(REPLY, blocks=("It was signed. [1]",)), "lacks /2021/"),
        (replace(REPLY, blocks=("Signed in 2021, not 2022. [1]",)), "holds /2022/"),
        (replace(REPLY, language="de"), "in language de"),
        (replace(REPLY, references=(replace(CITED, paragraph=3),)), "cites [('301', 3)]"),
        (replace(REPLY, references=()), "cites []"),
        (replace(REPLY, facts=tuple("abcd")), "4 facts"),
        (replace(REPLY, blocks=("2021 " * 200,)), "1000 characters"),
    ],
)
def test_an_answer_with_a_fault_is_wrong(changed: Reply, why: str) -> None:
    judgement = judge(ASKED, changed)
    assert judgement.verdict is Verdict.WRONG
    assert judgement.why.startswith(why)


def test_an_answer_as_long_as_allowed_is_right() -> None:
    longest = replace(REPLY, facts=tuple("abc"), blocks=("2021".ljust(MOST_CHARACTERS, "."),))
    assert len(longest.facts) == MOST_FACTS
    assert judge(ASKED, longest).verdict is Verdict.RIGHT


@pytest.mark.parametrize("style", ["list", "compare"])
def test_lists_and_comparisons_may_be_longer(style: str) -> None:
    longer = replace(REPLY, facts=tuple("abcd"), blocks=("2021 " * 200,))
    assert judge(replace(ASKED, style=style), longer).verdict is Verdict.RIGHT


def test_gold_all_wants_every_source() -> None:
    both = replace(ASKED, expected=replace(EXPECTED, gold_all=True))
    assert judge(both, REPLY).why == "cites nothing of 302"
    other = replace(CITED, document="302_survey.txt", paragraph=9)
    assert judge(both, replace(REPLY, references=(CITED, other))).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("outcome", "verdict"),
    [
        (Outcome.CLARIFY, Verdict.CLARIFIED),
        (Outcome.SILENT, Verdict.REFUSED),
        (Outcome.OFFTOPIC, Verdict.REFUSED),
        (Outcome.SMALLTALK, Verdict.REFUSED),
    ],
)
def test_an_answerable_question_that_gets_no_answer_is_honest_but_bad(outcome: Outcome, verdict: Verdict) -> None:
    assert judge(ASKED, replace(REPLY, outcome=outcome)).verdict is verdict


@pytest.mark.parametrize("kind", ["silent", "offtopic", "smalltalk"])
def test_an_answer_where_there_is_none_is_wrong(kind: str) -> None:
    assert judge(replace(ASKED, kind=kind), REPLY).verdict is Verdict.WRONG
    assert judge(replace(ASKED, kind=kind, lenient=True), REPLY).verdict is Verdict.WRONG


@pytest.mark.parametrize("outcome", [Outcome.SILENT, Outcome.OFFTOPIC, Outcome.CLARIFY, Outcome.SMALLTALK])
def test_any_refusal_of_a_question_without_answer_is_right(outcome: Outcome) -> None:
    assert judge(replace(ASKED, kind="silent"), replace(REPLY, outcome=outcome)).verdict is Verdict.RIGHT


def test_small_talk_is_not_met_with_a_word_on_the_sources_unless_lenient() -> None:
    talk, silent = replace(ASKED, kind="smalltalk"), replace(REPLY, outcome=Outcome.SILENT)
    assert judge(talk, silent).verdict is Verdict.WRONG
    assert judge(replace(talk, lenient=True), silent).verdict is Verdict.RIGHT


@pytest.mark.parametrize(("must", "verdict"), [("2021", Verdict.RIGHT), ("2023", Verdict.WRONG)])
def test_a_corrected_premise_is_judged_by_its_own_patterns(must: str, verdict: Verdict) -> None:
    premise = replace(ASKED, kind="silent", instead=replace(EXPECTED, must=(must,)))
    assert judge(premise, REPLY).verdict is verdict
    assert judge(premise, replace(REPLY, outcome=Outcome.SILENT)).verdict is Verdict.RIGHT


def test_a_question_is_read_from_its_line() -> None:
    line = {
        "id": 7, "lang": "de", "style": "followup", "kind": "silent", "turns": ["Wer?", "und wann?"],
        "or_answer": {"gold": [["301", 2]], "must": ["nein"]}, "lenient": True,
    }  # fmt: skip
    question = Question.from_json(line)
    assert (question.id, question.turns, question.lenient) == ("7", ("Wer?", "und wann?"), True)
    assert question.instead == Expected(gold=frozenset({("301", 2)}), must=("nein",))
