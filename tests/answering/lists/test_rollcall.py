"""Who and what is named in all deals: persons with their roles, companies, organisations, countries, each cited."""

import pytest

from bot.answering.lists.rollcall import MOST_CALLED, call
from bot.answering.room.reply import Outcome
from bot.facts.model import LANGUAGES, Fact
from bot.understanding.deals import plainfacts
from bot.understanding.deals.plainfacts import PlainFacts
from bot.understanding.deals.roll import Roll
from tests import apps
from tests.apps import HANSE, reply


def called(text: str) -> list[str]:
    return [line.removeprefix("• ") for line in text.splitlines() if line.startswith("• ")]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Welche Personen kommen vor?", "Jack Ma, Gründer und CEO von Alibaba [1]"),
        ("List all the people mentioned", "Jack Ma, founder and CEO of Alibaba [1]"),
    ],
)
def test_all_persons_are_called_with_their_roles(question: str, first: str) -> None:
    said = reply(question)
    assert said.outcome is Outcome.ANSWER
    assert called(said.text)[0] == first
    assert len(called(said.text)) == 8
    assert said.facts[0] == "alibaba-brussels/jack_ma"


@pytest.mark.parametrize("question", ["Welche Minister werden genannt?", "Which ministers are there?"])
def test_a_role_picks_its_bearers(question: str) -> None:
    names = [line.split(",")[0] for line in called(reply(question).text)]
    assert names == ["Didier Reynders", "Margarete Schramböck"]


def test_whoever_serves_a_king_is_none() -> None:
    text = reply("Welche Könige werden genannt?", folder=HANSE).text
    assert "König von Norwegen" in text
    assert "Hatcliffe" not in text


def test_a_role_that_nobody_is_said_to_have_isnt_denied() -> None:
    said = reply("Which queens are named in the articles?")
    assert said.outcome is Outcome.SILENT
    assert len(called(said.text)) == 8


@pytest.mark.parametrize(
    "question",
    [
        "Which politicians are named in the articles?",
        "Nenn mir alle Politikerinnen und Politiker, die in den Artikeln erwähnt werden",
        "name every politician who turns up",
    ],
)
def test_a_role_may_cover_others(question: str) -> None:
    names = {line.split(",")[0] for line in called(reply(question).text)}
    assert names == {"Didier Reynders", "Theresa May", "Margarete Schramböck"}


@pytest.mark.parametrize("question", ["Welche Städte kommen vor?", "Which cities are mentioned in the articles?"])
def test_places_are_called(question: str) -> None:
    assert len(called(reply(question).text)) == 5


@pytest.mark.parametrize(
    "question",
    ["Which companies are mentioned besides Alibaba and JD?", "Welche Firmen außer Alibaba und JD werden genannt?"],
)
def test_those_left_out_and_what_is_theirs_are_not_called(question: str) -> None:
    text = reply(question).text
    assert "Rakuten" in text
    assert not any(name in "\n".join(called(text)) for name in ("Alibaba", "JD.com", "AliExpress"))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "Which Chinese companies besides Alibaba are named?",
            "Besides Alibaba our sources name one company from China:",
        ),
        (
            "Welche chinesischen Firmen außer Alibaba werden genannt?",
            "Außer Alibaba nennen unsere Quellen ein ",
        ),
        ("Which platforms besides Tmall are named?", "Our sources expressly name as “platforms” (besides Tmall):"),
        ("Welche Plattformen außer Tmall werden genannt?", "Als „Plattformen“ (außer Tmall) nennen unsere Quellen "),
        ("Which Chinese payment services are named?", "Our sources expressly name as “payment services” (from China):"),
        ("Which payment services are named?", "Our sources expressly name as “payment services”:"),
    ],
)
def test_a_list_says_whom_it_leaves_out(question: str, lead: str) -> None:
    assert reply(question).blocks[0].startswith(lead)


@pytest.mark.parametrize("question", ["Which Chinese companies are named?", "Welche Firmen werden genannt?"])
def test_of_a_long_roll_only_the_first_are_looked_into(monkeypatch: pytest.MonkeyPatch, question: str) -> None:
    looked: list[str] = []
    found = PlainFacts.fact

    def counted(self: PlainFacts, name: str) -> Fact:
        looked.append(name)
        return found(self, name)

    monkeypatch.setattr(plainfacts, "_MOST_TOLD", 3)
    monkeypatch.setattr(PlainFacts, "fact", counted)
    monkeypatch.setattr(PlainFacts, "telling", lambda *_: None)
    roll = apps.app().understanding.deals.rolls.called(apps.analyse(question), leaning=False)
    assert roll is not None
    assert looked == [name for name, _ in roll.called[:3]]
    assert len(roll.called) > 10


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Wer ist von Alibaba?", {"Jack Ma", "Alvin Liu", "Jeff Zhang"}),
        ("Which people from Alibaba are mentioned?", {"Jack Ma", "Alvin Liu", "Jeff Zhang"}),
        ("who is at JD.com?", {"Richard Liu"}),
        ("Which companies from Germany are mentioned?", {"About You [1]"}),
    ],
)
def test_those_of_one_name_are_called(question: str, names: set[str]) -> None:
    assert {line.split(",")[0] for line in called(reply(question).text)} == names


@pytest.mark.parametrize("question", ["Name all companies", "Nenne alle Firmen", "How many companies are mentioned?"])
def test_a_list_is_whole(question: str) -> None:
    said = reply(question)
    assert str(len(called(said.text))) in said.blocks[0]
    assert all(line.endswith("]") for line in called(said.text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_very_long_list_it_says_how_many_more_there_are_and_where(language: str) -> None:
    fact = next(iter(apps.app().knowledge.facts.values()))
    said = call(apps.app().room, Roll("company", (("jd", fact),) * (MOST_CALLED + 7)), language)
    assert len(called(said.text)) == MOST_CALLED
    assert " 7 " in said.blocks[-1]
    assert "/deals" in said.blocks[-1]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Which payment services are mentioned?", {"Alipay"}),
        ("Welche Zahlungsdienste kommen vor?", {"Alipay"}),
        ("Which logistics partners are named?", {"SPSR Express"}),
        ("Welche Logistikpartner werden genannt?", {"SPSR Express"}),
        ("Which platforms are mentioned?", {"Tmall Global", "Juhuasuan", "Rakuten Ichiba"}),
        ("Welche Plattformen werden genannt?", {"Tmall Global", "Juhuasuan", "Rakuten Ichiba"}),
        ("Welche Zeitungen werden zitiert?", {"La Dernière Heure"}),
        ("Which trade fairs are mentioned?", {"China International Import Expo"}),
    ],
)
def test_firms_are_called_by_what_statements_say_they_are(question: str, names: set[str]) -> None:
    assert {line.split(" [")[0] for line in called(reply(question).text)} == names


def test_where_statements_call_nobody_so_there_is_no_roll() -> None:
    assert apps.app().room.recogniser.recognise("Which banks are mentioned?").roll is None


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Which European companies are mentioned?", {"SPSR Express", "About You"}),
        ("Welche europäischen Firmen werden genannt?", {"SPSR Express", "About You"}),
        ("Which companies are from Russia?", {"SPSR Express"}),
        ("Welche Firmen sind aus Russland?", {"SPSR Express"}),
    ],
)
def test_those_at_home_somewhere_are_called_and_whose_home_is_unknown_are_counted(
    question: str, names: set[str]
) -> None:
    said = reply(question)
    assert {line.split(" [")[0] for line in called(said.text)} == names
    assert " 2 " in said.blocks[-1]


PARTS = {"Tmall Global", "AliExpress", "Alipay", "Juhuasuan", "China Smart Logistics", "Intime", "Hema Xiansheng"}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Which companies belong to Alibaba?", PARTS),
        ("Welche Plattformen und Dienste gehören zu Alibaba?", PARTS),
        ("What belongs to Alibaba?", PARTS),
        ("Was gehört alles zu Alibaba?", PARTS),
        ("Which shops does Alibaba own?", {"Intime", "Hema Xiansheng"}),
        ("Welche Läden gehören zu Alibaba?", {"Intime", "Hema Xiansheng"}),
    ],
)
def test_what_belongs_to_a_firm_is_called_where_a_statement_says_so(question: str, names: set[str]) -> None:
    said = reply(question)
    assert {line.split(" [")[0] for line in called(said.text)} == names


@pytest.mark.parametrize("question", ["Wem gehört Tmall Global?", "Does Juhuasuan belong to Alibaba?"])
def test_whose_somebody_is_calls_no_roll(question: str) -> None:
    assert apps.app().room.recogniser.recognise(question).roll is None


@pytest.mark.parametrize(
    "question",
    [
        "Which companies take part in the brand programme?",
        "Nenne alle Länder, die im Pavillon-Artikel als Partner aufgezählt werden.",
        "Wer ist bei Alibaba für die Marken zuständig?",
        "Which countries have a pavilion?",
        "Who signed for Austria?",
        "Is Spain mentioned?",
        "Which companies are there in Russia?",
    ],
)
def test_what_asks_for_more_than_a_name_calls_no_roll(question: str) -> None:
    assert apps.app().room.recogniser.recognise(question).roll is None


def test_after_an_answer_the_list_of_that_is_meant() -> None:
    said = reply("How many countries take part in the pavilions?", "Which countries are mentioned?")
    assert "tmall-pavilions/participants" in said.facts


@pytest.mark.parametrize(
    "question", ["Which American companies are named?", "Welche amerikanischen Firmen werden genannt?"]
)
def test_a_firm_from_elsewhere_isn_t_at_home_where_its_owner_is(question: str) -> None:
    text = reply(question, folder=apps.SUBJECTS / "modern").text
    assert "Amazon" in text
    assert "Flipkart" not in text
    assert "PhonePe" not in text


@pytest.mark.parametrize("question", ["Which department stores are named?", "Welche Kaufhäuser werden genannt?"])
def test_of_what_a_noun_says_the_narrowest_counts(question: str) -> None:
    assert called(reply(question).text) == ["Intime [1]"]  # no other chain of shops


@pytest.mark.parametrize("question", ["Which cinema chains are named?", "Welche Baumarktketten werden genannt?"])
def test_a_chain_of_something_else_is_none_of_them(question: str) -> None:
    assert not called(reply(question).text)


@pytest.mark.parametrize("question", ["Which supermarket chains are named?", "Welche Supermarktketten werden genannt?"])
def test_a_department_store_is_no_supermarket_chain(question: str) -> None:
    assert "Intime" not in reply(question).text
