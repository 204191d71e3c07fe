"""Whether somebody is among those that a fact lists."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import HANSE, reply


@pytest.mark.parametrize(
    "question",
    [
        "Ist Spanien bei den Pavillons auch mit drin?",
        "Ist die Schweiz bei diesen Pavillon-Dingern von Alibaba eigentlich mit von der Partie?",
        "Sind die Schweizer bei den Pavillons auch mit drin oder nicht?",
        "ey sind die schweizer bei den alibaba-pavillons auch mit drin oder nich",
        "Is Spain in on the pavilions, too?",
        "are the Swiss in on the pavilions or not?",
        "Hat Frankreich einen Pavillon?",
        "Has Spain got its own pavilion?",
    ],
)
def test_the_list_that_names_them_says_yes(question: str) -> None:
    said = reply(question)
    assert said.facts[0] == "tmall-pavilions/participants"
    assert said.text.startswith(("Ja.", "Yes."))


@pytest.mark.parametrize(
    "question",
    [
        "Ist Österreich bei den Pavillons mit drin?",  # not on the list, which isn't complete
        "Is France part of the incubator programme?",  # on a list, but of something else
        "Sind die Russen bei Juhuasuan mit dabei?",
    ],
)
def test_who_is_on_no_list_of_that_is_neither_in_nor_out(question: str) -> None:
    assert reply(question).outcome is Outcome.SILENT


@pytest.mark.parametrize(
    "question", ["Ist Deutschland bei den Pavillons dabei?", "is Germany in the pavilions or not?"]
)
def test_who_is_known_to_be_missing_is_not_in(question: str) -> None:
    assert reply(question).text.startswith(("Nein.", "No."))


@pytest.mark.parametrize(
    "question",
    [
        "Is Spain a founding member of the pavilions?",
        "Did Spain join the pavilions first?",
        "Could Switzerland join the pavilions?",
        "Is Spain part of the pavilions or not any more?",
        "Gehört Frankreich zu JDs Europastart?",  # a plan
        "Ist Deutschland mit von der Partie?",  # of what?
        "Did the Netherlands take part in the unofficial launch of About You?",
    ],
)
def test_what_may_be_what_was_first_and_what_is_planned_gets_no_yes(question: str) -> None:
    assert not reply(question).text.startswith(("Ja", "Yes"))


@pytest.mark.parametrize(
    "question",
    [
        "War Bremen Mitglied der Kölner Konföderation?",
        "Gehörte Dortmund zu den Kontoren?",
        "Is Lübeck among the members?",
    ],
)
def test_a_list_of_others_than_participants_says_nothing_of_membership(question: str) -> None:
    assert not reply(question, folder=HANSE).text.startswith(("Ja", "Yes"))


def test_or_not_within_a_question_denies_as_not_does() -> None:
    assert not reply("Wird an die Haustür geliefert oder nicht direkt?").text.startswith("Ja")


@pytest.mark.parametrize(
    "question", ["Has Spain a project?", "Hat Spanien ein Programm?", "Is Australia a shop?", "Is France a programme?"]
)
def test_what_a_deal_may_be_called_as_well_is_not_what_it_is_about(question: str) -> None:
    assert not reply(question).text.startswith(("Ja.", "Yes."))


@pytest.mark.parametrize(
    "question",
    [
        "Können Schweizer Händler einem Pavillon beitreten?",
        "Can Spanish shops join a pavilion?",
        "Wir sind ein kleiner Betrieb aus Lyon. Können wir bei den Pavillons mitmachen?",
        "I sell cider in Otago. Are we even in on this pavilion thing?",
        "Ich habe eine Käserei im Aargau – hat unser Land schon so einen Pavillon?",
    ],
)
def test_whether_ones_own_people_may_join_is_answered_by_the_list_that_has_them(question: str) -> None:
    said = reply(question)
    assert said.facts[0] == "tmall-pavilions/participants"
    assert not said.text.startswith(("Ja", "Yes"))


@pytest.mark.parametrize(
    "question", ["Can German shops join a pavilion?", "Können deutsche Händler beim Pavillon mitmachen?"]
)
def test_whose_country_is_missing_hears_that(question: str) -> None:
    assert reply(question).facts[0] == "tmall-pavilions/germany"


def test_no_list_is_told_to_whom_it_does_not_hold() -> None:
    assert "tmall-pavilions/participants" not in reply("Können italienische Händler einem Pavillon beitreten?").facts
