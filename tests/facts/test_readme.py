"""knowledge/README.md is what a stranger has: its examples must load and its tables must be true."""

import re
from pathlib import Path

import pytest

from bot.facts.attribute_table import with_table
from bot.facts.deal_reader import DEAL_KINDS, STATUSES
from bot.facts.fields import Fields
from bot.facts.gazetteer_reader import ARTICLES, ENTITY_KINDS
from bot.facts.intent_reader import ANSWER_TYPES
from bot.facts.loader import load_knowledge
from bot.facts.problems import Problems
from bot.facts.value_reader import read_value
from bot.facts.values import APPROXIMATIONS, UNITS, Value
from bot.facts.wording import FORMS
from bot.facts.yaml_reader import read_yaml
from bot.i18n import load_voices

ROOT = Path(__file__).parents[2]
README = (ROOT / "knowledge" / "README.md").read_text(encoding="utf-8")


def written(folder: Path) -> Path:
    """The example folder of the README as files."""
    (folder / "deals").mkdir()
    for name, content in re.findall(r"^`([\w/.-]+\.yaml)`\n\n```yaml\n(.*?)```", README, re.MULTILINE | re.DOTALL):
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_the_example_folder_loads_and_speaks(tmp_path: Path) -> None:
    knowledge = load_knowledge(written(tmp_path), ROOT / "locales")
    voices = load_voices(ROOT / "locales", knowledge.entities)
    said = [voice.wording(fact) for fact in knowledge.facts.values() for voice in voices.values()]
    assert said == [
        "Den Vertrag mit BalticLine unterschrieb Ilze Ozola am 2. März 2021.",
        "Ilze Ozola signed the contract with BalticLine on 2 March 2021.",
        "Laut Ilze Ozola soll eine Überfahrt mindestens 89 Euro kosten.",
        "According to Ilze Ozola, a crossing is to cost at least €89.",
    ]


def test_the_example_of_an_own_attribute_loads(tmp_path: Path) -> None:
    [example] = re.findall(r"```yaml\n(attributes:.*?)```", README, re.DOTALL)
    (written(tmp_path) / "intents.yaml").write_text(example, encoding="utf-8")
    assert load_knowledge(tmp_path, ROOT / "locales").attributes["cabins"].words["en"].short == "Cabins"


def test_the_model_of_a_reported_figure_loads(tmp_path: Path) -> None:
    [model] = re.findall(r"```yaml\n(  ship_price:.*?)```", README, re.DOTALL)
    ferry = written(tmp_path) / "deals" / "ferry.yaml"
    ferry.write_text(ferry.read_text(encoding="utf-8").replace("facts:\n", f"facts:\n{model}"), encoding="utf-8")
    fact = load_knowledge(tmp_path, ROOT / "locales").facts["ferry/ship_price"]
    assert (fact.status, fact.also) == ("reported", ("disclosure",))


def test_the_attributes_of_the_table_of_hard_cases_are_known() -> None:
    attributes = load_knowledge(ROOT / "knowledge", ROOT / "locales").attributes
    table = section("Cases that come up often").split("### Which attribute for what")[1]
    rows = re.findall(r"^\|[^|]*\|( `\w+`.*)\|$", table, re.MULTILINE)
    assert len(rows) == 46
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    # what stands beside them in backticks are keys of facts and kinds of values
    assert named - {"also", "about", "text", "count"} <= attributes.keys()


def test_every_value_is_said_as_the_table_says(tmp_path: Path) -> None:
    rows = re.findall(r"^\| (`\{.*?) \| (.*?) \| (.*?) \|$", section("Values"), re.MULTILINE)
    assert len(rows) == 17
    voices = load_voices(ROOT / "locales", load_knowledge(written(tmp_path), ROOT / "locales").entities)
    for forms, german, english in rows:
        values = [value_of(form) for form in re.findall(r"`(\{.*?\})`(?: |,|$)", forms) if "…" not in form]
        if values:
            assert "; ".join(voices["de"].say(one).replace("\xa0", " ") for one in values).replace("; ", ", ") == german
            assert "; ".join(voices["en"].say(one) for one in values).replace("; ", ", ") == english


def value_of(text: str) -> Value:
    problems = Problems()
    plain = read_yaml(f"value: {text}".encode(), "README.md", problems)
    assert plain is not None
    value = read_value(Fields(plain["value"], "README.md", "", problems))
    assert not problems.found, (text, problems.found)
    assert value is not None
    return value


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("gazetteer.yaml", (*ENTITY_KINDS, *ARTICLES)),
        ("deals/&lt;deal-id&gt;.yaml", (*DEAL_KINDS, *STATUSES)),
        ("Values", (*APPROXIMATIONS, *UNITS)),
        ("Wording", tuple(f":{form}" for form in FORMS if form)),
    ],
)
def test_every_word_that_a_key_takes_is_listed(title: str, words: tuple[str, ...]) -> None:
    text = section(title)
    assert [word for word in words if f"`{word}`" not in text and f"{word}}}" not in text] == []


def test_every_kind_of_answer_is_listed() -> None:
    listed = re.search(r"`asks` takes: (.*?)\.", README, re.DOTALL)
    assert listed
    assert tuple(listed[1].replace("\n", " ").split(", ")) == ANSWER_TYPES


def test_the_list_of_attributes_is_that_of_the_data() -> None:
    attributes = load_knowledge(ROOT / "knowledge", ROOT / "locales").attributes.values()
    assert with_table(README, attributes) == README, "write it anew: python -m bot.facts.attribute_table"


def section(title: str) -> str:
    """The text below a heading, up to the next of its kind."""
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]
