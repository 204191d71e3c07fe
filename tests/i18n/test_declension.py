"""German names in sentences: their article, and the adjectives that go by it."""

from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.facts.entities import Entity
from bot.facts.gazetteer_reader import country_codes
from bot.facts.loader import load_knowledge
from bot.i18n import Voice
from bot.i18n.declension import Declension
from bot.i18n.declined_names import doubtful_names, german_declension
from tests.apps import KNOWLEDGE, LOCALES, SUBJECTS

DECLENSION = german_declension(LOCALES)


def entity(name: str, article: str = "", kind: str = "organisation", dative: str = "") -> Entity:
    return Entity(
        "it",
        kind,
        {"de": (name,), "en": (name,)},
        article={"de": article} if article else {},
        declined={"dative": dative} if dative else {},
    )


def said(known: Entity, form: str) -> str:
    return Voice("de", LOCALES, {"it": known}).name("it", form)


@pytest.mark.parametrize(
    ("name", "article", "forms"),
    [
        ("Europäische Kommission", "die", ("die Europäische Kommission", "die Europäische Kommission",
                                           "der Europäischen Kommission", "in der Europäischen Kommission")),
        ("Deutscher Städtetag", "der", ("der Deutsche Städtetag", "den Deutschen Städtetag",
                                        "dem Deutschen Städtetag", "im Deutschen Städtetag")),
        ("Europäisches Parlament", "das", ("das Europäische Parlament", "das Europäische Parlament",
                                           "dem Europäischen Parlament", "im Europäischen Parlament")),
        ("Vereinte Nationen", "die (plural)", ("die Vereinten Nationen", "die Vereinten Nationen",
                                               "den Vereinten Nationen", "in den Vereinten Nationen")),
        ("indische Wettbewerbsbehörde", "die", ("die indische Wettbewerbsbehörde", "die indische Wettbewerbsbehörde",
                                                "der indischen Wettbewerbsbehörde",
                                                "in der indischen Wettbewerbsbehörde")),
        ("Neue Internationale Bank", "die", ("die Neue Internationale Bank", "die Neue Internationale Bank",
                                             "der Neuen Internationalen Bank", "in der Neuen Internationalen Bank")),
    ],
)  # fmt: skip
def test_the_adjectives_of_a_name_go_by_its_article(name: str, article: str, forms: tuple[str, ...]) -> None:
    known = entity(name, article)
    assert tuple(said(known, form) for form in ("nominative", "accusative", "dative", "in")) == forms
    assert said(known, "plain") == name


@pytest.mark.parametrize(
    ("name", "article", "dative"),
    [
        ("Wiener Kongress", "der", "dem Wiener Kongress"),
        ("Leipziger Messe", "die", "der Leipziger Messe"),
        ("Kölner Konföderation", "die", "der Kölner Konföderation"),
        ("Messe Wien", "die", "der Messe Wien"),
        ("Hanse", "die", "der Hanse"),
        ("Deutsche", "die", "der Deutsche"),
    ],
)
def test_what_only_looks_like_an_adjective_stays(name: str, article: str, dative: str) -> None:
    assert said(entity(name, article), "dative") == dative


def test_a_form_that_the_gazetteer_states_comes_first() -> None:
    assert said(entity("Vitalienbrüder", "die (plural)", dative="Vitalienbrüdern"), "dative") == "den Vitalienbrüdern"


@pytest.mark.parametrize(
    ("name", "dative"),
    [
        ("Deutsche Bank", "der Deutschen Bank"),
        ("Chinesisches Handelsministerium", "dem Chinesischen Handelsministerium"),
        ("Österreichischer Rundfunk", "dem Österreichischen Rundfunk"),
        ("Großer Rat", "dem Großen Rat"),
        ("super duper", "super duper"),  # a firm that writes itself small
        ("Deutsche Wohnen", "Deutsche Wohnen"),  # nothing tells whether that is one or several
        ("JD.com", "JD.com"),
    ],
)
def test_an_adjective_tells_the_article_where_the_gazetteer_doesn_t(name: str, dative: str) -> None:
    assert said(entity(name), "dative") == dative


def test_a_person_bears_no_article() -> None:
    assert said(entity("Alter Schwede", kind="person"), "dative") == "Alter Schwede"


def test_every_country_with_an_article_has_a_dative_that_goes_with_it() -> None:
    german = Voice("de", LOCALES, {})
    for code in country_codes():
        first, *rest = german.name(code, "dative").split(" ")
        if rest and german.name(code, "nominative").startswith("die ") and first == "den":
            assert rest[-1].endswith(("n", "s")) or rest[-1].isupper(), code


@pytest.mark.parametrize(
    ("name", "article", "remedy"),
    [
        ("Europäisches Parlament", "die", "„Europäisches Parlament“ goes with das"),
        ("Vereinten Nationen", "die (plural)", "write „Vereinte Nationen“, as it stands without an article"),
        ("Europäische Rat", "der", "write „Europäischer Rat“, as it stands without an article"),
        ("die Hanse", "die", "the first name, „die Hanse“, has its article already: leave it out of the name"),
        ("Vitalienbrüder", "die (plural)", "it would be read „mit den Vitalienbrüder“"),
    ],
)
def test_the_check_names_what_doesn_t_go_with_its_article(name: str, article: str, remedy: str) -> None:
    (problem,) = doubtful_names({"it": entity(name, article)}, DECLENSION, "gazetteer.yaml")
    assert problem.key == "entities.it.article.de"
    assert problem.remedy.startswith(remedy)


@pytest.mark.parametrize("folder", [KNOWLEDGE, *sorted(SUBJECTS.glob("*/"))], ids=lambda folder: folder.name)
def test_all_names_that_we_have_go_with_their_articles(folder: Path) -> None:
    knowledge = load_knowledge(folder, LOCALES)
    assert list(doubtful_names(knowledge.entities, DECLENSION, "gazetteer.yaml")) == []


@pytest.mark.parametrize(
    ("preposition", "name", "article", "said"),
    [
        ("Zu", "Schweiz", "die", "Zur Schweiz sagen sie nichts."),
        ("Zu", "Irak", "der", "Zum Irak sagen sie nichts."),
        ("Zu", "USA", "die (plural)", "Zu den USA sagen sie nichts."),
        ("Zu", "JD.com", "", "Zu JD.com sagen sie nichts."),
        ("mit", "Schweiz", "die", "mit der Schweiz sagen sie nichts."),
    ],
)
def test_a_preposition_and_an_article_become_one_word(preposition: str, name: str, article: str, said: str) -> None:
    german = Voice("de", LOCALES, {"it": entity(name, article)})
    filled = german._filled(f"{preposition} {{names}} sagen sie nichts.", {"names": german.name("it", "dative")})
    assert filled == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("adjective_ending: [isch]", "adjective_ending: did you mean 'adjective_endings'"),
        ("adjectives: nah", "adjectives = 'nah': write a list"),
        ("contractions: [zum]", r"contractions = .*: write a table"),
        ("behind_article: {der: e}", "behind_article.der = 'e': write a table"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_what_to_write(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "declension.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said):
        Declension(tmp_path, "de")


@pytest.mark.parametrize(
    ("adjective", "articles"),
    [("Deutscher", ("der",)), ("Deutsches", ("das",)), ("Deutsche", ("die", "die (plural)")), ("Deutschen", ())],
)
def test_an_ending_tells_the_articles_that_it_may_stand_for(adjective: str, articles: tuple[str, ...]) -> None:
    assert DECLENSION.told_by(adjective) == articles


def test_a_language_that_lists_no_endings_leaves_its_names_as_they_are() -> None:
    english = Declension(LOCALES, "en")
    assert english.adjectives("European Union") == []
    assert english.declined("European Union", "the", "dative") == "European Union"
