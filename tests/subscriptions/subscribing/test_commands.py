import json
from collections.abc import Sequence

import pytest
from sqlalchemy import update

from bot.answering.room.reply import Choice, Reply
from bot.answering.room.room import Room
from bot.answering.room.tokens import token_of
from bot.channels.following import Asking, Export, Follower
from bot.subscriptions.changes.content import contents
from bot.subscriptions.changes.publishing import Publishing
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.privacy import Privacy, how_long
from bot.subscriptions.storage.tables import subscriptions
from bot.subscriptions.subscribing.commands import Commands
from bot.subscriptions.subscribing.following import Following
from bot.subscriptions.subscribing.register import MOST_SUBSCRIPTIONS, Register
from bot.subscriptions.subscribing.wishes import WishReader
from tests.apps import LOCALES
from tests.subscriptions.stock import NOW, publication

ANNA = Asking("1", "en", NOW)


@pytest.fixture
def commands(database: Database, register: Register, room: Room) -> Commands:
    return Commands(register, Privacy(database, 30), lambda: room, "Europe/Vienna", WishReader(LOCALES))


async def said(commands: Commands, line: str, asking: Asking = ANNA) -> Reply:
    name, _, argument = line.removeprefix("/").partition(" ")
    reply = await commands.command(name, argument, asking)
    assert isinstance(reply, Reply)
    return reply


async def tapped(commands: Commands, reply: Reply, *labels: str, asking: Asking = ANNA) -> Reply:
    """The page after tapping these buttons one after the other."""
    for label in labels:
        reply = await commands.choose(button(reply.choices, label).token, asking)
    return reply


def button(choices: Sequence[Choice], label: str) -> Choice:
    found = [choice for choice in choices if choice.label == label]
    assert found, f"{label!r} is not among {[choice.label for choice in choices]}"
    return found[0]


async def topics(register: Register, chat: str = "1") -> list[str]:
    found = await register.subscriber(chat)
    return [f"{one.kind} {one.topic} {one.state}" for one in found.subscriptions] if found else []


@pytest.mark.parametrize(
    ("labels", "topic"),
    [
        (("Everything",), "all"),
        (("A deal …", "Passenger survey"), "deal:survey"),
        (("A company …", "Nightjar Rail"), None),
        (("A country …", "Spain"), "entity:ES"),
        (("A kind of fact …", "Money"), "group:money"),
    ],
)
async def test_everything_can_be_chosen_by_tapping(
    commands: Commands, register: Register, labels: tuple[str, ...], topic: str | None
) -> None:
    menu = await said(commands, "/subscribe")
    if topic is None:
        shelf = await tapped(commands, menu, labels[0])
        labels, topic = (labels[0], shelf.choices[0].label), "entity:"
    done = await tapped(commands, menu, *labels, "🔔 Subscribe")
    assert done.blocks[0].startswith("You now follow: ")
    assert (await topics(register))[0].startswith(f"follow {topic}")


async def test_a_topic_in_words_is_shown_before_it_is_followed(commands: Commands, register: Register) -> None:
    preview = await said(commands, "/subscribe Geld von Alpina", Asking("1", "de", NOW))
    assert preview.heading == "Abonnieren: Geld · Alpina"
    assert preview.blocks == ("Dazu kenne ich 1 Angabe.", "Geändert hat sich daran bisher nichts.")
    assert await topics(register) == []
    await tapped(commands, preview, "🔔 Abonnieren")
    assert await topics(register) == ["follow entity:alpina group:money active"]


async def test_the_preview_shows_what_would_have_been_sent(
    commands: Commands, publishing: Publishing, room: Room
) -> None:
    await publishing.publish(contents(room), publication(), NOW)
    preview = await said(commands, "/subscribe night train")
    assert preview.blocks[1].startswith("So far you would have got 3 notices, most recently:\n• New: Zurich–Girona")


async def test_words_that_don_t_narrow_the_topic_are_said_with_the_preview(commands: Commands) -> None:
    preview = await said(commands, "/subscribe xyzzy von Alpina", Asking("1", "de", NOW))
    assert preview.blocks[0] == "„xyzzy“ kann ich nicht zuordnen; das Abo gälte ohne diese Einschränkung."


async def test_words_that_name_no_topic_lead_to_the_choices(commands: Commands) -> None:
    reply = await said(commands, "/subscribe xyzzy")
    assert reply.blocks[0] == "I can’t match “xyzzy” to a topic."
    assert button(reply.choices, "Everything").in_place


@pytest.mark.parametrize("command", ["subscribe", "subscriptions"])
async def test_long_words_that_aren_t_understood_are_cut(commands: Commands, command: str) -> None:
    assert len((await said(commands, f"/{command} {'x' * 4000}")).blocks[0]) < 120


async def test_the_deal_being_talked_about_comes_first(commands: Commands) -> None:
    reply = await said(commands, "/subscribe", Asking("1", "en", NOW, "survey"))
    assert reply.choices[0].label == "Passenger survey"


async def test_following_twice_is_following_once(commands: Commands, register: Register) -> None:
    for _ in range(2):
        await tapped(commands, await said(commands, "/subscribe Alpina"), "🔔 Subscribe")
    assert len(await topics(register)) == 1


async def test_there_is_a_limit(commands: Commands, register: Register) -> None:
    for number in range(MOST_SUBSCRIPTIONS):
        await register.subscribe("1", "en", "follow", Topic(deal=f"deal{number}"), NOW)
    done = await tapped(commands, await said(commands, "/subscribe Alpina"), "🔔 Subscribe")
    assert done.blocks[0].startswith("There can’t be more than 50")


async def test_what_is_no_longer_waited_for_doesn_t_count_against_the_limit(
    database: Database, register: Register
) -> None:
    for number in range(MOST_SUBSCRIPTIONS):
        await register.subscribe("1", "en", "await", Topic(deal=f"deal{number}"), NOW)
    assert not await register.subscribe("1", "en", "follow", Topic(deal="train"), NOW)
    one = subscriptions.c.topic == str(Topic(deal="deal7"))
    async with database.writing() as connection:
        await connection.execute(update(subscriptions).where(one).values(state="fulfilled"))
    assert await register.subscribe("1", "en", "follow", Topic(deal="train"), NOW)
    assert not await register.subscribe("1", "en", "follow", Topic(deal="ship"), NOW)


async def test_a_subscription_is_paused_resumed_and_removed(commands: Commands, register: Register) -> None:
    await tapped(commands, await said(commands, "/subscribe Alpina"), "🔔 Subscribe")
    for labels, left in (
        (("Alpina", "Pause"), ["follow entity:alpina paused"]),
        (("Alpina", "Resume"), ["follow entity:alpina active"]),
        (("Alpina", "Unsubscribe"), []),
    ):
        await tapped(commands, await said(commands, "/subscriptions"), *labels)
        assert await topics(register) == left


async def test_all_are_paused_and_resumed_by_one_word(commands: Commands, register: Register) -> None:
    await register.subscribe("1", "en", "follow", Topic(), NOW)
    assert (await said(commands, "/pause")).blocks[0].startswith("Paused")
    assert await topics(register) == ["follow all paused"]
    assert (await said(commands, "/resume")).blocks[0].startswith("Resumed")
    assert await topics(register) == ["follow all active"]


async def test_all_end_after_a_question(commands: Commands, register: Register) -> None:
    await register.subscribe("1", "en", "follow", Topic(), NOW)
    question = await said(commands, "/unsubscribe")
    await tapped(commands, question, "Never mind")
    assert len(await topics(register)) == 1
    done = await tapped(commands, question, "Yes, end them all")
    assert await topics(register) == []
    await tapped(commands, done, "No more corrections")
    found = await register.subscriber("1")
    assert found is not None
    assert not found.corrections


async def test_one_subscription_can_be_ended_by_its_name(commands: Commands, register: Register) -> None:
    for topic in (Topic(), Topic(entities=("alpina",)), Topic(deal="survey")):
        await register.subscribe("1", "en", "follow", topic, NOW)
    for words in ("Alpina", "passenger SURVEY"):
        await tapped(commands, await said(commands, f"/unsubscribe {words}"), "Unsubscribe")
    assert await topics(register) == ["follow all active"]
    assert button((await said(commands, "/unsubscribe everything")).choices, "Yes, end them all").in_place


@pytest.mark.parametrize(("language", "words"), [("de", "Ein Abo zu „Alpina“ finde"), ("en", "to “Alpina”.")])
async def test_what_isn_t_followed_can_t_be_ended_and_nothing_else_is_offered_instead(
    commands: Commands, register: Register, language: str, words: str
) -> None:
    asking = Asking("1", language, NOW)
    assert words not in (await said(commands, "/unsubscribe Alpina", asking)).blocks[0]  # there is none at all
    await register.subscribe("1", language, "follow", Topic(deal="survey"), NOW)
    page = await said(commands, "/unsubscribe Alpina", asking)
    assert words in page.blocks[0]
    assert len(page.blocks) > 1  # what is followed
    assert await topics(register) == ["follow deal:survey active"]


async def test_one_subscription_can_be_paused_and_resumed_by_its_name(commands: Commands, register: Register) -> None:
    for topic in (Topic(), Topic(entities=("alpina",))):
        await register.subscribe("1", "en", "follow", topic, NOW)
    await said(commands, "/pause Alpina")
    assert await topics(register) == ["follow all active", "follow entity:alpina paused"]
    await said(commands, "/resume Alpina")
    await said(commands, "/pause everything")
    assert await topics(register) == ["follow all paused", "follow entity:alpina paused"]


@pytest.mark.parametrize("command", ["pause", "resume"])
async def test_words_that_name_no_subscription_pause_nothing_and_it_is_said_how(
    commands: Commands, register: Register, command: str
) -> None:
    await register.subscribe("1", "en", "follow", Topic(), NOW)
    assert "/pause suspends all" in (await said(commands, f"/{command} abc")).blocks[0]
    assert await topics(register) == ["follow all active"]


async def test_when_and_how_often_can_be_chosen(commands: Commands, register: Register) -> None:
    await register.subscribe("1", "en", "follow", Topic(), NOW)
    page = await tapped(
        commands, await said(commands, "/subscriptions"), "When and how often", "daily at 9", "Quiet 22:00–07:00"
    )
    assert page.blocks[0] == "I write daily at 9, but not from 22:00 to 07:00 (Europe/Vienna)."
    await tapped(commands, page, "✓ Corrections")
    found = await register.subscriber("1")
    assert found is not None
    assert (found.frequency, found.quiet, found.corrections) == ("daily", (1320, 420), False)


async def test_quiet_hours_can_be_typed(commands: Commands) -> None:
    page = await said(commands, "/subscriptions 22:30-6:45 Europe/London")
    assert page.blocks[0] == "I write at once, but not from 22:30 to 06:45 (Europe/London)."


async def test_the_time_zone_can_be_typed_and_is_said_with_a_digest(commands: Commands) -> None:
    page = await tapped(commands, await said(commands, "/subscriptions London"), "Mondays at 9")
    assert page.blocks[0] == "I write Mondays at 9 (time zone: Europe/London)."


@pytest.mark.parametrize(("language", "words"), [("en", "22-7 xyzzy"), ("de", "25-7")])
async def test_wishes_that_aren_t_clear_change_nothing_and_are_asked_about(
    commands: Commands, register: Register, language: str, words: str
) -> None:
    page = await said(commands, f"/subscriptions {words}", Asking("1", language, NOW))
    assert words in page.blocks[0]
    assert "/subscriptions 22:30-6:45" in page.blocks[1]
    assert await register.subscriber("1") is None


async def test_without_subscriptions_there_is_something_to_tap(commands: Commands) -> None:
    for line, labels in (
        ("/pause", ["Subscribe"]),
        ("/unsubscribe", ["Subscribe", "When and how often"]),
        ("/subscriptions", ["Subscribe", "When and how often"]),
    ):
        assert [choice.label for choice in (await said(commands, line)).choices] == labels


async def test_who_only_gets_corrections_can_decline_them(commands: Commands, register: Register) -> None:
    page = await tapped(commands, await said(commands, "/subscriptions"), "When and how often", "✓ Corrections")
    assert button(page.choices, "Corrections off").in_place
    found = await register.subscriber("1")
    assert found is not None
    assert not found.corrections
    assert "I write at once." in (await said(commands, "/subscriptions")).blocks[1]


async def test_privacy_says_what_is_kept_and_for_how_long(commands: Commands) -> None:
    assert "for 30 days at most" in (await said(commands, "/privacy")).blocks[0]
    for language, words in (("de", "höchstens 30 Tage lang mit Ihrer Frage"), ("en", "for 30 days at most, without")):
        assert words in (await said(commands, "/privacy", Asking("1", language, NOW))).blocks[-1]


@pytest.mark.parametrize(
    ("days", "language", "words"),
    [
        (30, "de", "30 Tage"), (1, "en", "1 day"), (0, "en", "30 minutes"), (0, "de", "30 Minuten"),
        (0.5, "de", "12 Stunden"), (1.5, "en", "2 days"),
    ],
)  # fmt: skip
def test_the_time_that_questions_are_kept_is_said_in_words(days: float, language: str, words: str) -> None:
    assert how_long(days, language) == words


async def test_export_is_a_file(commands: Commands, register: Register) -> None:
    await register.subscribe("1", "en", "follow", Topic(), NOW)
    export = await commands.command("export", "", ANNA)
    assert isinstance(export, Export)
    assert json.loads(export.content)["subscriptions"][0]["topic"] == "all"


async def test_forget_deletes_after_a_question(commands: Commands, register: Register) -> None:
    await register.subscribe("1", "en", "follow", Topic(), NOW)
    question = await said(commands, "/forget")
    assert await register.subscriber("1")
    await tapped(commands, question, "Yes, delete everything")
    assert await register.subscriber("1") is None


@pytest.mark.parametrize(
    "token", ["n1.", "n1.Z", "n1.p999999", "n1.fd0000000", "n1.kx.y", "n1.i", "n1.x-1", "n1.q77", "x"]
)
async def test_forged_buttons_do_no_harm(commands: Commands, register: Register, token: str) -> None:
    await register.subscribe("2", "en", "follow", Topic(), NOW)
    assert (await commands.choose(token, ANNA)).blocks
    assert await topics(register, "2") == ["follow all active"]


async def test_the_button_under_an_answer_follows_its_deal(register: Register, room: Room) -> None:
    following = Following(register, lambda: room)
    line = await following.follow(Follower(1, None, "en"), token_of("d", "night-train"))
    assert line == "You now follow: Zurich–Girona night train. See /subscriptions."
    assert await topics(register) == ["follow deal:night-train active"]


async def test_the_button_under_silence_waits_for_the_fact(register: Register, room: Room) -> None:
    following = Following(register, lambda: room)
    line = await following.await_answer(Follower(-1, 5, "de"), "Was kostet eine Fahrkarte der Alpina?")
    assert line.startswith("Ich schreibe Ihnen, sobald das bekannt ist")
    assert (await topics(register, "-1/5"))[0].startswith("await entity:alpina")
    assert "nicht genau genug" in await following.await_answer(Follower(1, None, "de"), "xyzzy")


@pytest.mark.parametrize("words", ["bitte", "jetzt bitte", "alles bitte", "please", "everything, please", "BITTE!"])
async def test_politeness_names_no_subscription(commands: Commands, register: Register, words: str) -> None:
    await register.subscribe("1", "en", "follow", Topic(), NOW)
    await said(commands, f"/pause {words}")
    assert await topics(register) == ["follow all paused"]
    await said(commands, f"/resume {words}")
    assert await topics(register) == ["follow all active"]


async def test_politeness_beside_a_name_leaves_the_name(commands: Commands, register: Register) -> None:
    for topic in (Topic(), Topic(entities=("alpina",))):
        await register.subscribe("1", "en", "follow", topic, NOW)
    await said(commands, "/pause Alpina please")
    assert await topics(register) == ["follow all active", "follow entity:alpina paused"]


@pytest.mark.parametrize(("language", "nothing"), [("de", "noch nichts abonniert"), ("en", "don’t follow anything")])
async def test_who_follows_nothing_any_more_is_told_no_more_than_that(
    commands: Commands, language: str, nothing: str
) -> None:
    asking = Asking("7", language, NOW)
    page = await said(commands, "/subscribe JD.com", asking)
    await commands.choose(page.choices[0].token, asking)
    leave = await said(commands, "/unsubscribe", asking)
    await commands.choose(leave.choices[0].token, asking)
    (block,) = (await said(commands, "/subscriptions", asking)).blocks
    assert nothing in block
