"""The project's own knowledge: sound by itself. Its evidence is held against the texts by `check --sources`."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.facts.check import check_doubles, check_use, check_wordings
from bot.facts.loader import load_knowledge
from bot.facts.model import Knowledge
from bot.i18n import Voice, load_voices
from bot.i18n.doubled import check_doubled
from bot.i18n.grammar import check_grammar

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(ROOT / "knowledge", ROOT / "locales")


@pytest.fixture(scope="module")
def voices(knowledge: Knowledge) -> Mapping[str, Voice]:
    return load_voices(ROOT / "locales", knowledge.entities)


def test_nothing_is_left_unused_or_unsaid(knowledge: Knowledge, voices: Mapping[str, Voice]) -> None:
    problems = [*check_use(knowledge), *check_wordings(knowledge), *check_doubles(knowledge)]
    problems += check_grammar(knowledge, voices["de"])
    problems += check_doubled(knowledge, voices)
    assert not problems, "\n".join(map(str, problems))


def test_every_fact_is_a_sentence_in_both_languages(knowledge: Knowledge, voices: Mapping[str, Voice]) -> None:
    for fact in knowledge.facts.values():
        for voice in voices.values():
            said = voice.wording(fact)
            assert said[0].isupper() or said[0].isdigit() or said[0] in "„'\"“€£$e", (fact.id, said)
            assert said.rstrip("“”'\"»)").endswith((".", "!", "?")), (fact.id, said)
            assert "  " not in said
            assert "{" not in said
