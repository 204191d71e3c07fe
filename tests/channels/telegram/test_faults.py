"""The channel from outside while Telegram or the line to it fails."""

import time

import pytest

from tests.channels.telegram.conftest import Channel


@pytest.mark.parametrize("kind", ["500", "502", "504", "drop"])
def test_an_answer_arrives_although_sending_fails_at_first(channel: Channel, kind: str) -> None:
    channel.api.fault(kind, method="sendMessage")
    assert len(channel.api.ask(channel.api.user("en"), "hello", quiet=0.4)) == 1


def test_an_answer_that_may_have_been_delivered_is_sent_again(channel: Channel) -> None:
    channel.api.fault("drop_after", method="sendMessage")
    assert len(channel.api.ask(channel.api.user("en"), "hello", n=2)) == 2


def test_a_flood_limit_delays_its_chat_and_no_other(channel: Channel) -> None:
    slow, quick = channel.api.user("en"), channel.api.user("en")
    channel.api.fault("429", method="sendMessage", chat=slow["id"], seconds=1)
    started = time.time()
    sent = channel.api.send(slow, "first")
    channel.api.send(slow, "second")
    (other,) = channel.api.ask(quick, "hello", n=1)
    assert other.at - started < 0.7
    replies, _ = channel.api.wait(slow, sent["seq"], n=2)
    assert replies[0].at - started >= 1
    assert ["1: first" in replies[0].text, "2: second" in replies[1].text] == [True, True]


def test_failing_polls_lose_no_question(channel: Channel) -> None:
    user = channel.api.user("en")
    for kind in ("502", "drop"):
        channel.api.fault(kind, method="getUpdates")
        channel.api.ask(user, "wake up", n=1)
        assert channel.api.ask(user, f"after {kind}", n=1)


def test_in_a_bad_hour_every_question_still_gets_its_answer(channel: Channel) -> None:
    channel.api.configure(fault_rate=0.15, fault_seed=7, fault_kinds=["500", "502", "drop"])
    try:
        users = [channel.api.user("en") for _ in range(20)]
        for user in users:
            channel.api.send(user, "hello")
        answered = [bool(channel.api.wait(user, n=1, timeout=20)[0]) for user in users]
    finally:
        channel.api.configure(fault_rate=0.0)
    assert sum(answered) >= 19


def test_the_log_shows_no_traces_of_polling(channel: Channel) -> None:
    log = channel.bot.log()
    assert "no updates from Telegram, trying again" in log
    assert "Traceback" not in log
    assert channel.api.token.split(":")[1] not in log
