"""Deals asked for by the time when they were made, and with whom they are."""

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.app import App
from tests import apps


def ask(app: App, text: str) -> Reply:
    return app.desk.answer(text, Conversation(), None, 1.0)[0]


def deals(reply: Reply) -> set[str]:
    return {fact.split("/")[0] for fact in reply.facts}


@pytest.fixture(scope="module")
def hanse_app() -> App:
    return apps.app(apps.HANSE)


EARLY = {"flanders-1252", "kalmar-1285", "luebeck-hamburg-1241", "steelyard"}


@pytest.mark.parametrize(
    ("text", "expected", "lead"),
    [
        ("Welche Verträge wurden vor 1300 geschlossen?", EARLY, "Unsere Quellen nennen 4 Deals vor 1300:"),
        ("Which treaties were made before 1300?", EARLY, "Our sources name 4 deals before 1300:"),
        (
            "Gab es im 17. Jahrhundert noch Verträge?",
            {"three-cities-1630"},
            "Unsere Quellen nennen einen Deal aus dem 17. Jahrhundert:",
        ),
        (
            "Were there treaties in the 17th century?",
            {"three-cities-1630"},
            "Our sources name one deal from the 17th century:",
        ),
    ],
)
def test_a_time_limits_the_deals_and_is_said(hanse_app: App, text: str, expected: set[str], lead: str) -> None:
    reply = ask(hanse_app, text)
    assert reply.outcome is Outcome.ANSWER
    assert (deals(reply), reply.blocks[0]) == (expected, lead)


@pytest.mark.parametrize("text", ["Welche Verträge wurden vor 1200 geschlossen?", "Which treaties came after 1990?"])
def test_a_time_without_deals_is_named(hanse_app: App, text: str) -> None:
    reply = ask(hanse_app, text)
    assert (reply.outcome, reply.facts) == (Outcome.SILENT, ())
    assert "1200" in reply.text or "1990" in reply.text


@pytest.mark.parametrize("text", ["Welche Abkommen kamen nach 1400 zustande?", "Which agreements came after 1400?"])
def test_what_ended_later_was_not_made_later(hanse_app: App, text: str) -> None:
    assert deals(ask(hanse_app, text)) == {"new-hanse-1980", "three-cities-1630", "utrecht-1474"}


def test_each_deal_is_told_by_the_fact_that_dates_it(hanse_app: App) -> None:
    reply = ask(hanse_app, "Which treaties were concluded between 1350 and 1400?")
    dated = [hanse_app.knowledge.facts[fact] for fact in reply.facts]
    assert all(fact.attribute in {"date_signed", "founding_date", "start_date"} for fact in dated)


@pytest.mark.parametrize(
    ("text", "expected", "said"),
    [
        ("Which countries has JD signed with?", {"jd-austria", "jd-uk"}, "Austria and the United Kingdom"),
        ("Mit welchen Ländern hat JD unterschrieben?", {"jd-austria", "jd-uk"}, "Österreich und Großbritannien"),
        ("Mit wem außer Österreich hat JD ein Abkommen?", {"jd-uk"}, "Großbritannien"),
        ("Who besides Austria has an agreement with JD?", {"jd-uk"}, "the United Kingdom"),
        ("Mit wem hat Alibaba Vereinbarungen?", {"aliexpress-moscow"}, "SPSR Express"),  # not its own AliExpress
    ],
)
def test_partners_are_named_with_their_deals(app: App, text: str, expected: set[str], said: str) -> None:
    reply = ask(app, text)
    assert reply.outcome is Outcome.ANSWER
    assert deals(reply) == expected
    assert reply.blocks[0].rstrip(".").endswith(said)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Wer hat den Vertrag mit Österreich unterschrieben?", "jd-austria/signatory"),
        (
            "Welche Nachrichtenagentur berichtete über die Vertragsunterzeichnung mit SPSR Express?",
            "aliexpress-moscow/itar_tass",
        ),
    ],
)
def test_who_signed_and_who_reported_it_are_no_partners(app: App, text: str, fact: str) -> None:
    assert fact in ask(app, text).facts


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "Welche Deals hat JD in Deutschland unterzeichnet?",
            "Zu JD.com und Deutschland nennen unsere Quellen keinen unterzeichneten Deal.",
        ),
        ("Which deals concerning Germany are signed?", "On Germany, our sources name no signed deal."),
    ],
)
def test_a_status_that_none_of_them_has_is_said_beside_what_there_is(app: App, text: str, lead: str) -> None:
    reply = ask(app, text)
    assert reply.outcome is Outcome.SILENT
    assert reply.blocks[0] == lead
    assert "jd-europe" in deals(reply)


@pytest.mark.parametrize(
    "text",
    ["Which deals are announced but not signed?", "Welche Deals sind angekündigt, aber noch nicht unterzeichnet?"],
)
def test_a_status_can_be_left_out(app: App, text: str) -> None:
    assert deals(ask(app, text)) == {"import-programme"}


@pytest.mark.parametrize(
    "text", ["Welche Abkommen außer denen von JD gibt es?", "Which agreements are there apart from JD's?"]
)
def test_what_is_left_out_is_heard_within_a_phrase(app: App, text: str) -> None:
    assert not {deal for deal in deals(ask(app, text)) if deal.startswith("jd-")}


def test_without_a_town_is_not_without_its_country(hanse_app: App) -> None:
    assert deals(ask(hanse_app, "Which treaties, except Stralsund, concern Denmark?")) == {"confederation-1367"}


def test_whoever_has_no_part_in_a_deal_is_no_reason_to_list_it(app: App) -> None:
    assert deals(ask(app, "which deals involve Germany?")) == {"alibaba-brussels", "jd-europe"}


def test_a_statement_that_tells_no_deal_stands_behind_its_title(hanse_app: App) -> None:
    told = ask(hanse_app, "Welche Verträge gab es mit Spanien?").blocks
    assert any(block.startswith("Kontor in Bergen: ") for block in told)
    assert not any(block.startswith("Kölner Konföderation: Die Kölner Konföderation") for block in told)


@pytest.mark.parametrize(
    ("question", "count"),
    [("Which deals are there other than Alibaba's?", "9"), ("Alle Deals außer denen von Amazon", "16")],
)
def test_a_deal_that_only_compares_itself_with_a_company_is_not_left_out_with_it(question: str, count: str) -> None:
    assert f" {count} " in apps.reply(question).blocks[0]


@pytest.mark.parametrize("question", ["Welche Deals kennen Sie?", "Which deals do you know?"])
def test_a_long_list_names_the_others_by_their_titles(question: str) -> None:
    told, known = apps.reply(question), apps.app().knowledge.deals
    assert len(told.facts) == len(known)
    assert known["tmall-pavilions"].title[told.language] in told.blocks[-1]
    assert "/deals" not in told.text
