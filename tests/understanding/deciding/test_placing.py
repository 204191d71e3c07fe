import pytest

from bot.answering.room.reply import Outcome
from tests.apps import reply


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is the Cambridge research centre in London?", "No."),
        ("Ist das Forschungszentrum von JD in Frankreich?", "Nein."),
        ("War die Unterschrift von Österreich am Dienstag?", "Nein."),
        ("Was the Austria agreement signed on a Friday?", "No."),
        ("Haben die Briten im März unterschrieben?", "Nein."),
        ("Sitzt das Forschungszentrum in Großbritannien?", "Ja."),
        ("War es im Januar, dass die Briten unterschrieben haben?", "Ja."),
        ("War die Unterschrift von Österreich an einem Montag?", "Ja."),
    ],
)
def test_the_fact_s_own_time_or_place_is_confirmed_and_any_other_denied(question: str, verdict: str) -> None:
    assert reply(question).text.startswith(verdict)


@pytest.mark.parametrize(
    "question",
    [
        "Is the British agreement about Cambridge?",  # no place of the signing is asked for
        "Hat Schramböck auch mit Alibaba verhandelt?",  # no event that she is swapped in
    ],
)
def test_where_another_thing_is_asked_nothing_is_denied(question: str) -> None:
    assert not reply(question).text.startswith(("No", "Nein", "Nicht"))


@pytest.mark.parametrize(
    "question",
    ["Hat Alibaba die Botschaft in Brüssel schon eröffnet?", "Did JD.com already launch in Germany?"],
)
def test_whether_a_plan_has_come_to_be_is_left_open(question: str) -> None:
    text = reply(question).text
    assert not text.startswith(("No", "Nein", "Yes", "Ja"))
    assert "sagen unsere Quellen nicht" in text or "our sources don’t say" in text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Gehört SPSR zu China Smart Logistics?", "SPSR"),
        ("Does AliExpress belong to SPSR?", "SPSR"),
    ],
)
def test_a_party_of_the_deal_is_not_what_the_fact_is_about(question: str, name: str) -> None:
    refused = reply(question)
    assert refused.outcome is Outcome.SILENT
    assert name in refused.text


@pytest.mark.parametrize(
    ("plan", "asked"),
    [
        ("Was plant SPSR?", "wurde das umgesetzt?"),
        ("What does SPSR plan for the future?", "has it happened?"),
        ("Wann startet JD in Europa?", "und, hat es geklappt?"),
    ],
)
def test_whether_it_has_happened_gets_the_plan_again_and_where_the_sources_end(plan: str, asked: str) -> None:
    again = reply(plan, asked)
    assert again.facts == reply(plan).facts[:1]
    assert "sagen unsere Quellen nicht" in again.text or "our sources don’t say" in again.text


def test_what_came_of_a_plan_is_never_off_topic_where_it_is_listed_as_untold() -> None:
    assert reply("Was ist aus dem Forschungszentrum geworden?").outcome is Outcome.SILENT


@pytest.mark.parametrize(
    "question",
    [
        "Is JD based in London?",  # its research centre is to be in Cambridge
        "Is JD based in Beijing?",  # known to be its home, and told by no source
        "Is Alibaba based in Hangzhou?",
        "Sitzt Alibaba in Hangzhou?",
        "Is SPSR based in Moscow?",  # its partner's pick-up centre is
        "Sitzt SPSR in Moskau?",
        "Hat AliExpress seinen Sitz in Moskau?",
    ],
)
def test_where_a_firm_itself_sits_is_no_matter_of_where_another_thing_of_it_is(question: str) -> None:
    assert not reply(question).text.startswith(("No.", "Nein.", "Yes.", "Ja."))


@pytest.mark.parametrize(
    "question", ["Is JD's research centre based in London?", "Is JD's research centre in Beijing?"]
)
def test_where_the_thing_itself_is_named_it_is_denied(question: str) -> None:
    assert reply(question).text.startswith("No.")
