"""Where companies are at home: said by a gazetteer, or known of those that are well known."""

from dataclasses import replace

import pytest

from bot.facts.entities import Entity
from bot.facts.fields import Fields
from bot.facts.homes import read_homes, with_homes
from bot.facts.loader import load_knowledge
from bot.facts.problems import Problems
from bot.facts.yaml_reader import Plain
from tests.apps import KNOWLEDGE, LOCALES

HAMBURG = Entity("hamburg", "place", {"de": ("Hamburg",), "en": ("Hamburg",)}, part_of="DE")
FIRM = Entity("orion", "company", {"de": ("Orion",), "en": ("Orion", "Orion Shipping")})
HOMES = {"orion shipping": "hamburg"}


def known(*entities: Entity) -> dict[str, Entity]:
    return with_homes({one.id: one for one in entities}, HOMES, {"hamburg": HAMBURG})


def test_a_company_of_the_folder_gets_the_home_that_is_known_by_one_of_its_names() -> None:
    assert known(HAMBURG, FIRM)["orion"].home == "hamburg"


def test_the_folders_own_id_for_the_town_is_taken() -> None:
    assert known(replace(HAMBURG, id="hansestadt"), FIRM)["orion"].home == "hansestadt"


@pytest.mark.parametrize(
    "firm",
    [
        replace(FIRM, home="bremen"),  # what the gazetteer says comes first
        replace(FIRM, country="US"),  # another firm of this name
        replace(FIRM, kind="person"),
        replace(FIRM, bystander=True),  # no fact is about it
        replace(FIRM, names={"de": ("Orion",), "en": ("Orion",)}),
    ],
)
def test_any_other_stays_as_it_is(firm: Entity) -> None:
    assert known(HAMBURG, firm)["orion"] is firm


def test_a_town_that_the_folder_has_not_is_nobodys_home() -> None:
    assert known(FIRM)["orion"].home is None


@pytest.mark.parametrize(
    ("homes", "remedy"),
    [
        ({"atlantis": ["Orion"]}, "no place of bystanders.yaml"),
        ({"hamburg": ["Orion"], "kiel": ["ORION"]}, "at home in hamburg already"),
    ],
)
def test_a_mistake_in_the_list_is_told(homes: dict[str, Plain], remedy: str) -> None:
    problems = Problems()
    read_homes(Fields(homes, "homes.yaml", "", problems), {"hamburg": HAMBURG, "kiel": replace(HAMBURG, id="kiel")})
    assert [remedy in problem.remedy for problem in problems.found] == [True]


def test_the_projects_own_list_is_sound_and_in_use() -> None:
    entities = load_knowledge(KNOWLEDGE, LOCALES).entities
    assert entities["about_you"].home == "hamburg"
    assert entities["jd"].home == "peking"  # as this folder calls it
