"""What people say is read as it stands; what isn't understood of a file is said with its place and what to write."""

import shutil
from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.understanding.language.vocabulary import concepts_of, load_vocabulary
from tests.apps import LOCALES


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """A copy without what the bot itself says."""
    return shutil.copytree(LOCALES, tmp_path / "locales", ignore=shutil.ignore_patterns("LC_MESSAGES", "attributes"))


def said_of(locales: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as error:
        load_vocabulary(locales)
    return list(map(str, error.value.problems))


def test_a_language_has_its_files_as_they_stand() -> None:
    german, english = (load_vocabulary(LOCALES).words[language] for language in ("de", "en"))
    assert "ist" in german.openers.verbs
    assert english.numbers.words["half"] == 0.5
    assert "no" in english.operators["negation"]  # a word, not a truth value
    assert german.concepts.keys() == english.concepts.keys()


def test_related_concepts_count_by_their_grade() -> None:
    assert ("abdicate", "resign", 0.7) in load_vocabulary(LOCALES).related


def test_only_concepts_of_both_languages_are_concepts() -> None:
    words = load_vocabulary(LOCALES).words
    assert {"agreement", "unit_year"} <= concepts_of(words)
    assert not {"rent", "street", "withdraw"} & concepts_of(words)


@pytest.mark.parametrize(
    ("file", "found", "written", "said"),
    [
        ("rules.yaml", "finer: [b", "finer: [buildin, b", "finer[1] = 'buildin': did you mean 'building'?"),
        ("rules.yaml", "- {asked: [grow]", "- {asked: [grown]", "asked[1] = 'grown': did you mean 'grow'?"),
        ("rules.yaml", "role_verbs: {buy:", "role_verbs: {purchas:", "role_verbs.purchas = 'purchas': "),
        ("rules.yaml", "acquirer: buyer", "acquirer: bier", "roles.acquirer = 'bier': did you mean 'buyer'?"),
        ("deals.yaml", "sign: signed", "sign: sined", "statuses.sign = 'sined': did you mean 'signed'?"),
        ("deals.yaml", "lasting: [duration]", "lasting: duration", "lasting = 'duration': write a list: [a, b]"),
        ("deals.yaml", "lasting:", "lastig:", "lastig: did you mean 'lasting'?"),
        ("lists.yaml", "event: event", "event: evnt", "kinds.event = 'evnt': did you mean 'event'?"),
        (
            "firms.yaml",
            "airline: [flight]",
            "airline: [[flight]]",
            "trades.airline[1] = \"['flight']\": write a single",
        ),
        ("asked.yaml", "  state: country", "  stat: country", "nouns.stat = 'stat': did you mean 'start'?"),
    ],
)
def test_a_mistake_in_what_concepts_say_is_told(locales: Path, file: str, found: str, written: str, said: str) -> None:
    path = locales / "concepts" / file
    before = path.read_text(encoding="utf-8")
    assert before.count(found) == 1
    path.write_text(before.replace(found, written), encoding="utf-8")
    (problem,) = said_of(locales)
    assert problem.startswith(f"locales/concepts/{file}:")
    assert said in problem


@pytest.mark.parametrize(
    ("file", "written", "said"),
    [
        ("wordforms.yaml", "article: [der]", "article: did you mean 'articles'?"),
        ("wordforms.yaml", "articles: der", "articles = 'der': write a list: [a, b]"),
        ("wordforms.yaml", "towns: [er]", "towns = \"['er']\": write a table (name: what belongs to it)"),
        ("wordforms.yaml", "towns: {en: er}", "towns.en = 'er': write a list: [a, b]"),
        ("numbers.yaml", "words: {elf: eleven}", "words.elf = 'eleven': write a number"),
        ("openrs.yaml", "verbs: [ist]", "= 'openrs': did you mean 'openers'?"),
        ("concepts/more.yaml", "agreement: Pakt", "agreement = 'Pakt': write a list: [a, b]"),
    ],
)
def test_a_mistake_in_a_language_s_words_is_told(locales: Path, file: str, written: str, said: str) -> None:
    (locales / "de" / "intents" / file).write_text(f"{written}\n", encoding="utf-8")
    assert any(problem.startswith(f"locales/de/intents/{file}") and said in problem for problem in said_of(locales))


def test_all_mistakes_are_told_at_once(locales: Path) -> None:
    for name in ("rules.yaml", "deals.yaml"):
        (locales / "concepts" / name).write_text("nonsense: [agreement]\n", encoding="utf-8")
    related = locales / "related.yaml"
    related.write_text("agreement: {near: [rent]}\ntreaty: {nearby: [agreement]}\n", encoding="utf-8")
    assert [problem.split(": ")[1] for problem in said_of(locales)] == [
        "nonsense",
        "nonsense",
        "agreement.near[1] = 'rent'",
        "treaty.nearby = 'nearby'",
    ]


def test_a_file_that_is_missing_counts_as_empty(locales: Path) -> None:
    (locales / "concepts" / "lists.yaml").unlink()
    assert load_vocabulary(locales).lists.kinds == {}
