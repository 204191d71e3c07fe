import pytest

from bot.understanding.language.normalise import clean, tokenise
from bot.understanding.language.words import Openers, Words
from bot.understanding.utterance.questions import QuestionForm, QuestionForms
from tests import apps

FORMS = QuestionForms(
    {
        "en": Words(
            questions={
                "date": ("when",),
                "count": ("how many",),
                "person": ("who",),
                "list": ("which",),
                "place": ("where",),
                "percent": ("the share of",),
            },
            operators={"only": ("only",), "between": ("between … and",)},
            openers=Openers(("is", "did", "isn't")),
            joints={"joining": ("and",)},
        ),
        "de": Words(questions={"date": ("wann",)}, openers=Openers(("ist",))),
    }
)


def form(text: str, first: str = "en") -> QuestionForm:
    cleaned = clean(text)
    other = {"en": "de", "de": "en"}[first]
    return FORMS.read(tokenise(cleaned), cleaned, (first, other))


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("When was it signed?", {"date"}),
        ("How many cabins are there?", {"count"}),
        ("Who signed and when?", {"person", "date"}),
        ("Who signed it when the ferry left?", {"person"}),
        ("The ferry, wann?", {"date"}),  # the other language, if the first hears none
        ("The ferry to Riga.", set()),
    ],
)
def test_question_words_tell_what_kind_of_answer_is_wanted(text: str, types: set[str]) -> None:
    assert form(text).types == types


@pytest.mark.parametrize(
    "text",
    [
        "Is it signed?",
        "is the contract signed",  # no question mark: the verb tells
        "Isn't the contract signed?",
        "Hello. Did they sign?",
        "Is the share of cabins known?",  # what no w-word opens asks for no share
    ],
)
def test_a_verb_that_opens_makes_it_a_question_for_yes_or_no(text: str) -> None:
    asked = form(text)
    assert "yesno" in asked.flags
    assert asked.types == frozenset()


@pytest.mark.parametrize(
    "text", ["When is it signed?", "the contract is signed", "is signed", "Which is the ferry?", "Signed?"]
)
def test_a_verb_further_in_does_not(text: str) -> None:
    assert "yesno" not in form(text).flags


def test_an_opener_is_one_of_the_language_spoken() -> None:
    assert "yesno" in form("ist der Vertrag unterschrieben", "de").flags
    assert "yesno" not in form("ist der Vertrag unterschrieben", "en").flags


def test_a_question_word_beside_an_opening_verb_still_asks() -> None:
    asked = form("Is it known when it was signed?")
    assert asked.types == {"date"}
    assert "yesno" not in asked.flags


def test_operators_are_heard_with_a_gap_of_up_to_nine_words() -> None:
    assert "only" in form("Is it only Riga?").flags
    assert "between" in form("The ferry between Riga and Kiel").flags
    assert "between" not in form("between one two three four five six seven eight nine ten and Kiel").flags


def test_the_clause_that_asks_is_the_one_with_the_question_mark() -> None:
    assert form("My sister lives in Riga. When does it leave? Thanks.").clauses == {1}
    assert form("I know when. Where is it?").asked == 1


def test_what_is_asked_for_begins_behind_how_many() -> None:
    text = "Tell me how many cabins it has."
    focus = form(text).focus
    assert focus is not None
    assert text[focus:].startswith("cabins")
    assert form("When was it signed?").focus is None


def test_only_what_the_asking_clause_asks_for_counts() -> None:
    assert form("It was new when the ferry came. Who built it?").types == {"person"}
    assert form("When was it signed? And who built it?").types == {"date", "person"}


def test_a_verb_at_the_beginning_is_not_the_other_languages_question_word() -> None:
    german = QuestionForms({"de": Words(questions={"text": ("was",)}), "en": Words(openers=Openers(("was",)))})
    text = clean("Was it signed in Riga?")
    assert german.read(tokenise(text), text, ("en", "de")).types == frozenset()
    assert german.read(tokenise(text), text, ("de", "en")).types == {"text"}


@pytest.mark.parametrize("question", ["Wann fand das Treffen statt?", "Wo findet das statt? Bitte."])
def test_the_end_of_a_verb_leaves_nothing_out(question: str) -> None:
    assert "except" not in apps.analyse(question).flags


def test_in_the_middle_of_a_clause_it_does() -> None:
    assert "except" in apps.analyse("Wer kam statt Liu nach London?").flags


@pytest.mark.parametrize(
    "question",
    ["Do people in Russia mind it when Chinese investors come?", "Is it a problem when I want my shop on Tmall?"],
)
def test_a_when_that_joins_two_clauses_asks_for_no_date(question: str) -> None:
    asked = apps.analyse(question)
    assert "date" not in asked.types
    assert "yesno" in asked.flags


@pytest.mark.parametrize(
    "question",
    [
        "Do you know when JD signed?",  # behind a verb of knowing
        "Has JD announced when it comes?",
        "Was it signed, and when?",  # joined
        "When does JD come?",  # it opens the question
        "Wissen Sie, wann JD kommt?",
    ],
)
def test_a_when_that_asks_still_does(question: str) -> None:
    assert "date" in apps.analyse(question).types


def test_which_place_somebody_takes_is_no_day() -> None:
    assert "day" not in apps.analyse("Den wievielten Platz hat About You in Europa?").types
    assert "day" in apps.analyse("Den wievielten hatten wir, als unterschrieben wurde?").types


@pytest.mark.parametrize(
    "question",
    [
        "Within how many working days does the parcel arrive?",
        "How many business days does it take?",
        "Binnen wie vieler Werktage kommt das Paket an?",
        "Wie viele Arbeitstage dauert es?",
        "Binnen wie vielen Tagen kommt das Paket an?",
    ],
)
def test_days_and_working_days_are_asked_for_as_a_duration(question: str) -> None:
    analysis = apps.analyse(question)
    assert analysis.types == {"duration"}
    assert any("unit_day" in unit.keys for unit in analysis.units)


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("Does it take 2 working days?", "day"),
        ("Dauert es 2 Werktage?", "day"),
        ("Are there 2 workers?", None),
        ("Gibt es 2 Werke?", None),
    ],
)
def test_a_figure_of_working_days_is_one_of_days(question: str, unit: str | None) -> None:
    assert [figure.unit for figure in apps.analyse(question).figures if figure.unit] == ([unit] if unit else [])
