"""A fact that changes again, before or after its first change was told: nobody hears what is outdated already."""

import pytest
from sqlalchemy import select, update

from bot.subscriptions.changes.content import Content
from bot.subscriptions.changes.owed import Item, Known, Owed
from bot.subscriptions.changes.publishing import Publishing
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.delivering.outbox import Outbox
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.journal import Journal
from bot.subscriptions.storage.tables import deliveries, told
from bot.subscriptions.subscribing.register import Register
from tests.subscriptions.reading import outbox_of
from tests.subscriptions.stock import NOW, content, enrol, known, publication, say

SIX, FIVE, SEVEN = (content("train/time", value) for value in "657")
DAY = 86400.0


@pytest.fixture(autouse=True)
async def begun(publishing: Publishing) -> None:
    """Six is what was announced before anybody came."""
    await publishing.begin(known(SIX))


@pytest.fixture
def editor(publishing: Publishing) -> "Editor":
    return Editor(publishing)


class Editor:
    """Publishes one content after the other, a minute apart."""

    def __init__(self, publishing: Publishing) -> None:
        self.publishing, self.now = publishing, NOW

    async def publish(self, *contents: Content | None, quiet: bool = False) -> float:
        for one in contents:
            self.now += 60
            facts = known(one) if one else {}
            await self.publishing.publish(facts, publication(self.now, quiet=quiet), self.now)
        return self.now


async def claimed(outbox: Outbox, now: float, chat: str = "1") -> Owed | None:
    """What is owed to the chat."""
    return next((owed for owed in await outbox.claim(now) if owed.chat == chat), None)


async def the_item(outbox: Outbox, now: float, chat: str = "1") -> Item:
    """The one thing that is owed to the chat."""
    owed = await claimed(outbox, now, chat)
    assert owed is not None
    (item,) = owed.items
    return item


async def tell(outbox: Outbox, now: float, chat: str = "1") -> None:
    """What is owed to the chat is sent."""
    owed = await claimed(outbox, now, chat)
    assert owed is not None
    await outbox.sent(owed, now, 0.0)


async def states_of(database: Database, chat: str = "1") -> list[str]:
    """The states of the chat's deliveries."""
    return sorted(state for name, _, _, state in await outbox_of(database) if name == chat)


async def test_six_five_six_is_nothing_to_whoever_was_told_six(
    editor: Editor, outbox: Outbox, journal: Journal, database: Database
) -> None:
    await say(journal, "1", SIX, NOW)
    now = await editor.publish(FIVE, SIX)
    assert await outbox.claim(now) == []
    assert set(await states_of(database)) == {"dropped"}
    assert await outbox.next_due() > now + 365 * DAY


async def test_six_five_six_is_a_correction_to_whoever_was_told_five(
    editor: Editor, outbox: Outbox, journal: Journal
) -> None:
    await editor.publish(FIVE)
    await say(journal, "1", FIVE, NOW + 70)
    item = await the_item(outbox, await editor.publish(SIX))
    assert (item.change.old, item.change.new, item.known) == (FIVE, SIX, Known(FIVE.digest, NOW + 70))
    assert item.was_told_this


async def test_whoever_was_told_six_and_then_five_is_told_of_six_again(
    editor: Editor, outbox: Outbox, journal: Journal
) -> None:
    await say(journal, "1", SIX, NOW)
    await editor.publish(FIVE)
    await say(journal, "1", FIVE, NOW + 70)
    item = await the_item(outbox, await editor.publish(SIX))
    assert (item.change.old, item.change.new, item.known) == (FIVE, SIX, Known(FIVE.digest, NOW + 70))


async def test_a_second_correction_names_the_day_of_the_first(editor: Editor, outbox: Outbox, journal: Journal) -> None:
    await say(journal, "1", SIX, NOW)
    await tell(outbox, await editor.publish(FIVE))
    editor.now += 3 * DAY
    item = await the_item(outbox, await editor.publish(SIX))
    assert (item.change.old, item.change.new, item.known) == (FIVE, SIX, Known(FIVE.digest, NOW + 60))


async def test_two_changes_before_the_first_is_told_are_one_correction(
    editor: Editor, outbox: Outbox, journal: Journal, database: Database
) -> None:
    await say(journal, "1", SIX, NOW)
    now = await editor.publish(FIVE, SEVEN)
    owed = await claimed(outbox, now)
    assert owed is not None
    (item,) = owed.items
    assert (item.change.old, item.change.new, item.known) == (SIX, SEVEN, Known(SIX.digest, NOW))
    assert len(item.deliveries) == 2
    await outbox.sent(owed, now, 0.0)
    assert set(await states_of(database)) == {"sent"}
    assert await outbox.claim(now + 100) == []
    async with database.reading() as connection:
        assert (await connection.execute(select(told.c.digest, told.c.told_at))).all() == [(SEVEN.digest, now)]


async def test_whoever_asks_between_two_changes_is_corrected_from_what_they_heard(
    editor: Editor, outbox: Outbox, journal: Journal
) -> None:
    await say(journal, "1", SIX, NOW)
    await editor.publish(FIVE)
    await say(journal, "1", FIVE, NOW + 70)
    item = await the_item(outbox, await editor.publish(SEVEN))
    assert (item.change.old, item.change.new) == (FIVE, SEVEN)


async def test_whoever_was_given_the_newest_value_meanwhile_is_corrected_no_more(
    editor: Editor, outbox: Outbox, journal: Journal
) -> None:
    await say(journal, "1", SIX, NOW)
    now = await editor.publish(FIVE, SEVEN)
    await say(journal, "1", SEVEN, now)
    assert await claimed(outbox, now) is None


async def test_what_was_given_up_is_corrected_from_what_was_told_in_fact(
    editor: Editor, outbox: Outbox, journal: Journal
) -> None:
    await say(journal, "1", SIX, NOW)
    now = await editor.publish(FIVE)
    owed = await claimed(outbox, now)
    assert owed is not None
    await outbox.failed(owed, "bad gateway", None, now)
    item = await the_item(outbox, await editor.publish(SEVEN))
    assert (item.change.old, item.change.new) == (SIX, SEVEN)
    assert item.was_told_this


async def test_what_was_never_published_is_not_taken_for_the_old_value(
    editor: Editor, outbox: Outbox, journal: Journal
) -> None:
    await say(journal, "1", content("train/time", "9"), NOW)
    item = await the_item(outbox, await editor.publish(FIVE))
    assert (item.change.old, item.change.new) == (None, FIVE)
    assert item.was_told_otherwise


async def test_what_is_tried_again_later_doesn_t_come_after_what_is_newer(
    editor: Editor, outbox: Outbox, journal: Journal
) -> None:
    await say(journal, "1", SIX, NOW)
    now = await editor.publish(FIVE)
    owed = await claimed(outbox, now)
    assert owed is not None
    await outbox.failed(owed, "bad gateway", now + 1000, now)
    item = await the_item(outbox, await editor.publish(SEVEN))
    assert (item.change.old, item.change.new, item.tries) == (SIX, SEVEN, 1)
    assert len(item.deliveries) == 2


async def test_a_delayed_change_doesn_t_come_with_an_earlier_one(
    editor: Editor, publishing: Publishing, outbox: Outbox, journal: Journal
) -> None:
    await say(journal, "1", SIX, NOW)
    now = await editor.publish(FIVE)
    await publishing.publish(known(SEVEN), publication(now + 600), now)
    owed = await claimed(outbox, now)
    assert owed is not None
    assert [(item.change.old, item.change.new) for item in owed.items] == [(SIX, FIVE)]
    await outbox.sent(owed, now, 0.0)
    item = await the_item(outbox, now + 600)
    assert (item.change.old, item.change.new) == (FIVE, SEVEN)


async def test_a_change_that_was_in_flight_is_corrected_afterwards(
    editor: Editor, outbox: Outbox, journal: Journal
) -> None:
    await say(journal, "1", SIX, NOW)
    owed = await claimed(outbox, await editor.publish(FIVE))
    now = await editor.publish(SIX)
    assert owed is not None
    await outbox.sent(owed, now, 0.0)
    item = await the_item(outbox, now)
    assert (item.change.old, item.change.new, item.known) == (FIVE, SIX, Known(FIVE.digest, now))


async def test_who_follows_hears_of_what_has_come_of_it(editor: Editor, outbox: Outbox, database: Database) -> None:
    await enrol(database, ["1"])
    item = await the_item(outbox, await editor.publish(FIVE, SEVEN))
    assert (item.change.old, item.change.new, item.reason) == (SIX, SEVEN, "follow")


async def test_who_follows_hears_nothing_of_what_was_undone(editor: Editor, outbox: Outbox, database: Database) -> None:
    await enrol(database, ["1"])
    assert await claimed(outbox, await editor.publish(FIVE, SIX)) is None
    assert await states_of(database) == ["dropped"]


async def test_who_follows_and_has_heard_five_meanwhile_hears_that_it_was_undone(
    editor: Editor, outbox: Outbox, database: Database, journal: Journal
) -> None:
    await enrol(database, ["1"])
    await editor.publish(FIVE)
    await say(journal, "1", FIVE, NOW + 70)
    item = await the_item(outbox, await editor.publish(SIX))
    assert (item.change.old, item.change.new) == (FIVE, SIX)


async def test_who_follows_and_has_asked_meanwhile_is_told_what_has_changed(
    editor: Editor, outbox: Outbox, database: Database, journal: Journal
) -> None:
    await enrol(database, ["1"])
    now = await editor.publish(FIVE)
    await say(journal, "1", FIVE, NOW + 70)
    item = await the_item(outbox, now)
    assert (item.change.old, item.change.new) == (SIX, FIVE)
    assert not item.was_told_this
    assert not item.was_told_otherwise


async def test_a_new_fact_that_is_withdrawn_before_it_is_told_is_nothing(
    publishing: Publishing, editor: Editor, outbox: Outbox, database: Database
) -> None:
    await enrol(database, ["1"])
    await publishing.publish(known(SIX, content("train/price", "9")), publication(NOW), NOW)
    assert await claimed(outbox, await editor.publish(SIX)) is None


async def test_what_was_waited_for_and_changes_before_it_is_told_is_told_as_it_is_now(
    publishing: Publishing, register: Register, outbox: Outbox
) -> None:
    await register.subscribe("1", "de", "await", Topic(deal="train", attribute="price"), NOW)
    await register.wish("1", "de", NOW, corrections=False)
    for value in "98":
        await publishing.publish(known(SIX, content("train/price", value)), publication(NOW), NOW)
    item = await the_item(outbox, NOW)
    assert (item.change.old, item.change.new) == (None, content("train/price", "8"))
    assert item.reason == "await"


async def test_a_recall_of_the_second_change_leaves_what_was_waited_for_to_be_told(
    publishing: Publishing, register: Register, outbox: Outbox
) -> None:
    await register.subscribe("1", "de", "await", Topic(deal="train", attribute="price"), NOW)
    await publishing.publish(known(SIX, content("train/price", "9")), publication(NOW), NOW)
    await publishing.publish(known(SIX, content("train/price", "8")), publication(NOW + 600), NOW)
    await publishing.recall(NOW + 1)
    found = await register.subscriber("1")
    assert found is not None
    assert found.subscriptions == ()
    item = await the_item(outbox, NOW + 1)
    assert item.change.new == content("train/price", "9")


async def test_the_answer_to_what_was_waited_for_is_corrected_like_any_other(
    publishing: Publishing, register: Register, outbox: Outbox
) -> None:
    await register.subscribe("1", "de", "await", Topic(deal="train", attribute="price"), NOW)
    nine, eight = content("train/price", "9"), content("train/price", "8")
    await publishing.publish(known(SIX, nine), publication(NOW), NOW)
    await tell(outbox, NOW)
    await publishing.publish(known(SIX, eight), publication(NOW + DAY), NOW + DAY)
    item = await the_item(outbox, NOW + DAY)
    assert (item.change.old, item.change.new, item.reason) == (nine, eight, "correction")
    assert item.known == Known(nine.digest, NOW)


async def test_whoever_was_told_that_it_no_longer_holds_is_told_that_it_does_again(
    editor: Editor, outbox: Outbox, journal: Journal
) -> None:
    await say(journal, "1", SIX, NOW)
    await tell(outbox, await editor.publish(None))
    item = await the_item(outbox, await editor.publish(SIX))
    assert (item.change.old, item.change.new, item.reason) == (None, SIX, "correction")
    assert item.was_told_otherwise


async def test_what_is_withdrawn_and_restored_before_it_is_told_is_nothing(
    editor: Editor, outbox: Outbox, journal: Journal
) -> None:
    await say(journal, "1", SIX, NOW)
    assert await claimed(outbox, await editor.publish(None, SIX)) is None


async def test_who_declines_corrections_doesn_t_get_the_one_that_waits(
    editor: Editor, outbox: Outbox, journal: Journal, register: Register
) -> None:
    await say(journal, "1", SIX, NOW)
    now = await editor.publish(FIVE)
    await register.wish("1", "de", now, corrections=False)
    assert await claimed(outbox, now) is None
    assert await claimed(outbox, await editor.publish(SEVEN)) is None


async def test_an_outdated_change_that_has_expired_says_nothing(
    editor: Editor, outbox: Outbox, journal: Journal, database: Database
) -> None:
    await say(journal, "1", SIX, NOW)
    await editor.publish(FIVE)
    async with database.writing() as connection:
        await connection.execute(update(deliveries).values(expires_at=NOW))
    item = await the_item(outbox, await editor.publish(SEVEN))
    assert (item.change.old, item.change.new) == (SIX, SEVEN)


async def test_a_quiet_change_is_told_with_the_next_loud_one(editor: Editor, outbox: Outbox, journal: Journal) -> None:
    await say(journal, "1", SIX, NOW)
    await editor.publish(FIVE, quiet=True)
    item = await the_item(outbox, await editor.publish(SEVEN))
    assert (item.change.old, item.change.new) == (SIX, SEVEN)
