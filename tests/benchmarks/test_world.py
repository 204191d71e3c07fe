from pathlib import Path
from random import Random

import pytest

from benchmarks.asking import UNANSWERABLE, of_world
from benchmarks.folder import cached_folder
from benchmarks.memory import knowledge_of
from benchmarks.typing_errors import misspelt
from benchmarks.world import Size, World
from bot.facts.loader import load_knowledge
from bot.facts.model import Knowledge
from bot.settings import ROOT

TINY = Size(deals=12, facts=30)


@pytest.fixture(scope="module")
def world() -> World:
    return World(TINY)


@pytest.fixture(scope="module")
def knowledge(world: World, tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return load_knowledge(cached_folder(world, tmp_path_factory.mktemp("cache")), ROOT / "locales")


def test_a_generated_folder_passes_the_loaders_checks(knowledge: Knowledge) -> None:
    assert (len(knowledge.deals), len(knowledge.facts)) == (TINY.deals, TINY.facts)


def test_memory_and_folder_hold_the_same(world: World, knowledge: Knowledge) -> None:
    made = knowledge_of(world, knowledge.attributes)
    assert made.facts == knowledge.facts
    assert made.deals == knowledge.deals
    own = {name: entity for name, entity in knowledge.entities.items() if not entity.bystander}
    assert {name: entity for name, entity in made.entities.items() if not entity.bystander} == own
    assert made.sources == knowledge.sources


def test_the_same_seed_gives_the_same_world_and_questions(world: World) -> None:
    again = World(TINY)
    assert list(again.deals()) == list(world.deals())
    assert of_world(again, 20) == of_world(world, 20)


def test_another_seed_gives_another_world(world: World) -> None:
    assert list(World(Size(deals=12, facts=30, seed=2)).deals()) != list(world.deals())


def test_a_folder_is_written_once(world: World, tmp_path: Path) -> None:
    folder = cached_folder(world, tmp_path)
    (folder / "sources.yaml").write_text("marked", encoding="utf-8")
    assert (cached_folder(world, tmp_path) / "sources.yaml").read_text(encoding="utf-8") == "marked"


def test_answerable_questions_name_a_fact_that_exists_and_the_others_none(world: World, knowledge: Knowledge) -> None:
    questions = of_world(world, 60)
    assert all(question.gold <= knowledge.facts.keys() for question in questions)
    assert all((question.style == UNANSWERABLE) is not bool(question.gold) for question in questions)


def test_no_slot_of_a_template_is_left_unfilled(world: World, knowledge: Knowledge) -> None:
    texts = [text for fact in knowledge.facts.values() for texts in fact.questions.values() for text in texts]
    assert not [text for text in (*texts, *(q.text for q in of_world(world, 60))) if "{" in text]


@pytest.mark.parametrize("seed", range(20))
def test_a_typing_error_changes_one_long_word_and_keeps_its_first_letter(seed: int) -> None:
    text = "Wer hat den Vertrag unterschrieben?"
    before, after = text.split(), misspelt(text, Random(seed)).split()
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) <= 1
    assert [word[0] for word in before] == [word[0] for word in after]


def test_short_words_are_never_misspelt() -> None:
    assert misspelt("wer ist das?", Random(1), errors=3) == "wer ist das?"
