from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from bot.errors import KnowledgeError, Problem
from bot.facts.loader import load_knowledge
from bot.facts.model import Citation, Knowledge
from bot.facts.tells import Tells
from bot.facts.values import Date, EntityValue, Money, NotDisclosed

Change = Callable[[str, str, str], None]
Problems = Callable[[], tuple[Problem, ...]]

TRAIN = "deals/night-train.yaml"


def test_a_folder_becomes_deals_facts_sources_and_entities(small: Knowledge) -> None:
    assert list(small.deals) == ["night-train", "survey"]
    assert small.deals["night-train"].facts == ("night-train/contract", "night-train/wagons", "night-train/name")
    assert small.sources["301"].publisher == "Gleisblatt"
    assert small.sources["302"].title is None
    assert small.entities["alpina"].names["de"] == small.entities["alpina"].names["en"] == ("Alpina",)


def test_a_fact_holds_its_typed_value_its_details_and_its_citation(small: Knowledge) -> None:
    wagons = small.facts["night-train/wagons"]
    assert wagons.value == Money(Decimal(4500000), "EUR", "about")
    assert wagons.details["partner"] == EntityValue("alpina")
    assert wagons.citations == (Citation("301", 3, "Rund 4,5 Millionen Euro"),)
    assert small.facts["night-train/name"].value == NotDisclosed()
    assert not small.facts["night-train/name"].standalone


def test_a_fact_without_a_status_has_that_of_its_deal_and_one_with_keeps_it(small: Knowledge) -> None:
    assert small.facts["night-train/contract"].status == "signed"
    assert small.facts["night-train/wagons"].status == "planned"


def test_a_year_that_the_source_does_not_print_stays_unknown(small: Knowledge) -> None:
    assert small.facts["survey/sleepers"].details["when"] == Date(None, 1, None)


def test_an_unknown_key_is_an_error_with_file_line_and_the_likely_one(change: Change, problems: Problems) -> None:
    change(
        TRAIN,
        '    citations:\n      - {source: "301", paragraph: 2',
        '    citation:\n      - {source: "301", paragraph: 2',
    )
    missing, unknown = sorted(problems(), key=lambda problem: problem.remedy)
    assert (unknown.file, unknown.key, unknown.line) == (TRAIN, "facts.contract.citation", 16)
    assert "did you mean 'citations'" in unknown.remedy
    assert missing.key == "facts.contract.citations"


def test_all_problems_come_at_once(change: Change, problems: Problems) -> None:
    change(TRAIN, "attribute: contract_date", "attribute: contract_dat")
    change("gazetteer.yaml", "kind: person", "kind: human")
    change("sources.yaml", "language: en", "language: English")
    assert [problem.file for problem in problems()] == [TRAIN, "gazetteer.yaml", "sources.yaml"]


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "remedy"),
    [
        (TRAIN, "parties: [nachtfalke, alpina]", "parties: [nachtfalk]", "parties[1]", "did you mean 'nachtfalke'"),
        (TRAIN, "about: [CH, ES]", "about: [CH, XX]", "facts.contract.about[2]", "ISO country code"),
        (TRAIN, "{entity: zurich}", "{entity: zuerich}", "facts.contract.details.from.entity", "did you mean 'zurich'"),
        (TRAIN, "attribute: contract_date", "attribute: date", "facts.contract.attribute", "attribute of intents.yaml"),
        (TRAIN, "paragraph: 4", "paragraph: 5", "facts.name.citations[1].paragraph", "paragraphs 1 to 4"),
        (TRAIN, "paragraph: 4", "paragraph: 0", "facts.name.citations[1].paragraph", "paragraphs 1 to 4"),
        (TRAIN, '"301", paragraph: 4', '"303", paragraph: 4', "facts.name.citations[1].source", "did you mean"),
        (TRAIN, "zwischen {from}", "zwischen {form}", "facts.contract.wording.de", "did you mean 'from'"),
        (TRAIN, "{term:dative}", "{term:genitive}", "facts.wagons.wording.de", "forms are"),
        (TRAIN, "{term:dative}", "{term", "facts.wagons.wording.de", "check the braces"),
        (TRAIN, "status: planned", "status: plan", "facts.wagons.status", "did you mean 'planned'"),
        (TRAIN, "en: [night train, sleeper to Girona]", "en: []", "names.en", "'en' is missing"),
        (TRAIN, 'en: ["What is the train called?"]', "fr: [Non]", "facts.name.questions.fr", "unknown language"),
        (TRAIN, '{de: "So gedruckt.", en: "As printed."}', "So gedruckt.", "facts.wagons.remark", "per language"),
        (TRAIN, "standalone: false", "standalone: no", "facts.name.standalone", "true or false"),
        (TRAIN, "standalone: false", "throughout: [alpina]", "facts.name.throughout", "name a region"),
        (TRAIN, "standalone: false", "throughout: [europ]", "facts.name.throughout[1]", "an id of gazetteer.yaml"),
        ("gazetteer.yaml", "part_of: catalonia", "part_of: catalunya", "entities.girona.part_of", "'catalonia'"),
        ("gazetteer.yaml", "part_of: ES", "part_of: girona", "entities.girona.part_of", "circle"),
        ("gazetteer.yaml", "country: AT", "country: Austria", "entities.nachtfalke.country", "ISO 3166"),
        ("gazetteer.yaml", "country: AT", "countries: [AT, Asia]", "entities.nachtfalke.countries.2", "ISO 3166"),
        ("gazetteer.yaml", "country: AT", "home: AT", "entities.nachtfalke.home", "a country stands in `country`"),
        ("gazetteer.yaml", "country: AT", "home: zurihc", "entities.nachtfalke.home", "did you mean 'zurich'"),
        ("gazetteer.yaml", "part_of: CH", "home: girona", "entities.zurich.home", "where a company is at home"),
        ("gazetteer.yaml", "  girona:", "  Girona:", "entities.Girona", "lower-case"),
        ("sources.yaml", "published: 2021-05", "published: May 2021", "sources.301.published", "YYYY-MM"),
        ("sources.yaml", "first: 3, last: 3", "first: 3, last: 9", "sources.302.sections[1]", "the source has 3"),
        ("intents.yaml", "asks: [name]", "asks: [nmae]", "attributes.train_name.asks[1]", "did you mean 'name'"),
        ("intents.yaml", "importance: 1", "importance: 4", "attributes.train_name.importance", "use 1, 2 or 3"),
        ("intents.yaml", "attributes:", "tells: {sizes: [fare]}\nattributes:", "tells.sizes", "did you mean 'size'"),
        ("intents.yaml", "attributes:", "tells: {size: [fares]}\nattributes:", "tells.size", "did you mean 'fare'"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_key_and_remedy(
    change: Change, problems: Problems, file: str, old: str, new: str, key: str, remedy: str
) -> None:
    change(file, old, new)
    assert any(
        problem.file == file and problem.key == key and remedy in problem.remedy and problem.line
        for problem in problems()
    ), [str(problem) for problem in problems()]


def test_evidence_of_six_words_is_taken(change: Change, folder: Path) -> None:
    change(TRAIN, 'evidence: "am 3. Mai 2021"', 'evidence: "haben am 3. Mai 2021 einen"')
    load_knowledge(folder, folder, folder / "intents.yaml")


def test_evidence_of_seven_words_is_too_long(change: Change, problems: Problems) -> None:
    change(TRAIN, 'evidence: "am 3. Mai 2021"', 'evidence: "haben am 3. Mai 2021 einen Vertrag"')
    [problem] = problems()
    assert problem.key == "facts.contract.citations[1].evidence"
    assert problem.remedy.startswith("7 words")


def test_a_figure_said_in_one_language_only_is_an_error(change: Change, problems: Problems) -> None:
    change(TRAIN, "{value} is to be spent", "€4.5 million is to be spent")
    [problem] = problems()
    assert problem.key == "facts.wagons.wording"


def test_a_name_said_in_one_language_only_is_taken(change: Change, folder: Path) -> None:
    change(TRAIN, "with {partner} within", "with Alpina within")
    load_knowledge(folder, folder, folder / "intents.yaml")


def test_an_attribute_without_words_in_a_language_is_an_error(change: Change, problems: Problems) -> None:
    change("intents.yaml", "      en: {label: the fare, short: Fare, cues: [cost, ticket]}\n", "")
    assert any(problem.key == "attributes.fare.words.en" for problem in problems())


def test_the_words_of_an_attribute_may_stand_in_the_locales(tmp_path: Path, change: Change, folder: Path) -> None:
    words = "    words:\n      de: {label: den Fahrpreis, short: Fahrpreis, cues: [kosten, Fahrkarte]}\n"
    change("intents.yaml", words + "      en: {label: the fare, short: Fare, cues: [cost, ticket]}\n", "")
    for language, label in (("de", "den Fahrpreis"), ("en", "the fare")):
        attributes = tmp_path / language / "intents" / "attributes"
        attributes.mkdir(parents=True)
        (attributes / "money.yaml").write_text(f"fare: {{label: {label}, short: Fare, cues: [x]}}\n")
    knowledge = load_knowledge(folder, tmp_path, folder / "intents.yaml")
    assert knowledge.attributes["fare"].words["de"].label == "den Fahrpreis"
    assert knowledge.attributes["train_name"].words["en"].label == "the train's name"


def test_words_for_an_attribute_that_nobody_defined_are_an_error(tmp_path: Path, folder: Path) -> None:
    attributes = tmp_path / "de" / "intents" / "attributes"
    attributes.mkdir(parents=True)
    (attributes / "money.yaml").write_text("fares: {label: die Preise, short: Preise}\n")
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(folder, tmp_path, folder / "intents.yaml")
    [problem] = caught.value.problems
    assert (problem.file, problem.key) == ("locales/de/intents/attributes/money.yaml", "fares")
    assert "did you mean 'fare'" in problem.remedy


def test_attributes_of_a_folder_tell_something_before_the_default_ones(folder: Path, tmp_path: Path) -> None:
    own = (folder / "intents.yaml").read_text(encoding="utf-8")
    default = tmp_path / "defaults.yaml"
    default.write_text(f"{own}\ntells: {{size: [investment], beginning: [contract_date]}}\n", encoding="utf-8")
    (folder / "intents.yaml").write_text(f"{own}\ntells: {{size: [fare, investment]}}\n", encoding="utf-8")
    knowledge = load_knowledge(folder, folder, default)
    assert knowledge.telling(Tells.SIZE) == ("fare", "investment")
    assert knowledge.telling(Tells.BEGINNING) == ("contract_date",)
    assert knowledge.telling(Tells.OWNER) == ()


def test_a_folder_without_intents_uses_the_default_ones(folder: Path, tmp_path: Path) -> None:
    default = (folder / "intents.yaml").rename(tmp_path / "defaults.yaml")
    assert "fare" in load_knowledge(folder, folder, default).attributes


def test_a_folder_with_intents_adds_to_the_default_ones_and_wins(folder: Path, tmp_path: Path) -> None:
    default = tmp_path / "defaults.yaml"
    words = "words: {de: {label: a, short: a}, en: {label: b, short: b}}"
    default.write_text(
        f"attributes:\n  fare: {{group: x, asks: [text], {words}}}\n  menu: {{group: x, asks: [text], {words}}}\n"
    )
    attributes = load_knowledge(folder, folder, default).attributes
    assert attributes["menu"].asks == ("text",)
    assert attributes["fare"].asks == ("money",)


def test_a_missing_folder_is_one_clear_line() -> None:
    with pytest.raises(KnowledgeError, match=r"^the knowledge has 1 problem: .*no such folder"):
        load_knowledge(Path("nowhere"), Path("nowhere"), Path("nowhere"))


def test_missing_files_are_named(folder: Path, problems: Problems) -> None:
    (folder / "sources.yaml").unlink()
    (folder / "gazetteer.yaml").unlink()
    named = {problem.file for problem in problems() if "missing" in problem.remedy}
    assert {"sources.yaml", "gazetteer.yaml"} <= named


def test_the_version_changes_with_any_file(small: Knowledge, change: Change, folder: Path) -> None:
    assert load_knowledge(folder, folder, folder / "intents.yaml").version == small.version
    change("gazetteer.yaml", "Nachtfalter", "Nachtfalke AG")
    assert load_knowledge(folder, folder, folder / "intents.yaml").version != small.version


def test_many_problems_are_counted_in_the_message(change: Change, folder: Path) -> None:
    change(TRAIN, "status:", "statu:")
    with pytest.raises(KnowledgeError, match=r"and \d+ more \(run_bot.py check lists all\)$") as caught:
        load_knowledge(folder, folder, folder / "intents.yaml")
    assert "\n" not in str(caught.value)


def test_a_deal_without_facts_is_a_problem(folder: Path, problems: Callable[[], tuple[Problem, ...]]) -> None:
    deal = folder / TRAIN
    text = deal.read_text(encoding="utf-8")
    deal.write_text(text[: text.index("facts:")] + "facts: {}\n", encoding="utf-8")
    assert any(problem.key == "facts" and "at least one" in problem.remedy for problem in problems())
