"""Well-known names are understood in every folder, and give way to what the folder names itself."""

from dataclasses import replace

from bot.facts.bystanders import with_bystanders
from bot.facts.entities import Entity


def entity(entity_id: str, name: str, part_of: str | None = None) -> Entity:
    return Entity(entity_id, "company", {"de": (name,), "en": (name,)}, (), None, part_of, None, {})


KNOWN = {
    one.id: one
    for one in (entity("vega", "Vega"), entity("vega_pay", "Vega Pay", "vega"), entity("rome", "Rome", "IT"))
}


def test_bystanders_join_the_folders_own() -> None:
    found = with_bystanders({"orion": entity("orion", "Orion")}, KNOWN)
    assert set(found) == {"orion", "vega", "vega_pay", "rome"}
    assert [found[name].bystander for name in ("orion", "vega", "rome")] == [False, True, True]
    assert found["vega_pay"].part_of == "vega"


def test_what_the_folder_names_itself_is_no_bystander() -> None:
    found = with_bystanders({"own": entity("own", "VEGA")}, KNOWN)
    assert "vega" not in found
    assert found["vega_pay"].part_of == "own"
    assert found["rome"].part_of == "IT"


def test_the_same_id_is_the_folders() -> None:
    mine = entity("rome", "Rome on the Oder")
    assert with_bystanders({"rome": mine}, KNOWN)["rome"] is mine


def test_a_region_of_the_folder_gets_the_countries_known_by_its_name() -> None:
    known = {"europe": Entity("europe", "place", {"de": ("Europa",), "en": ("Europe",)}, countries=("AT", "GB"))}
    own = {"continent": replace(known["europe"], id="continent", countries=())}
    assert with_bystanders(own, known)["continent"].countries == ("AT", "GB")
    told = {"continent": replace(known["europe"], id="continent", countries=("FR",))}
    assert with_bystanders(told, known)["continent"].countries == ("FR",)


BRUSSELS = Entity(
    "brussels", "place", {"de": ("Brüssel",), "en": ("Brussels",)}, part_of="BE", capital=True, stands_for=("Union",)
)


def test_who_sits_in_a_town_is_called_by_it() -> None:
    found = with_bystanders({"eu": entity("eu", "Union")}, {"brussels": BRUSSELS})
    assert found["eu"].names["de"] == ("Union", "Brüssel")
    assert "brussels" not in found


def test_a_town_that_the_folder_names_or_where_nobody_of_it_sits_is_the_town() -> None:
    town = replace(BRUSSELS, id="town", capital=False, stands_for=())
    both = with_bystanders({"eu": entity("eu", "Union"), "town": town}, {"brussels": BRUSSELS})
    assert both["eu"].spoken == ("Union",)
    assert with_bystanders({"orion": entity("orion", "Orion")}, {"brussels": BRUSSELS})["brussels"].bystander


def test_a_capital_of_the_folder_is_known_as_one_but_not_its_namesake_elsewhere() -> None:
    here = replace(BRUSSELS, id="here", capital=False, stands_for=())
    assert with_bystanders({"here": here}, {"brussels": BRUSSELS})["here"].capital
    assert not with_bystanders({"here": replace(here, part_of="US")}, {"brussels": BRUSSELS})["here"].capital
