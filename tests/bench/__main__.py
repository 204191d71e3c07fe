"""Runs both bots against the stand-in in turn, with and without latency, and prints what each got done.

Then it looks whether the deal bot keeps each chat's order, and how long others wait beside a chat that is slow.
"""

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.botapi.client import PROJECT, BotApi
from tests.questions.sets import all_sets

NEW = tuple(dict.fromkeys(question.turns[0] for question in all_sets()[0].questions()))
"""Questions that differ from each other, in both languages, with and without an answer."""
AGAIN = ("Wer hat das Abkommen mit Österreich unterschrieben?", "how many customers does JD have?")
ECHO_BOT = str(Path(__file__).with_name("echo_bot.py"))
DEAL_BOT = "run_bot.py"
CHANNEL_ALONE = "tests/channels/telegram/fake_bot.py"
WORDS = ("alibaba", "jd", "tmall", "moscow", "brussels", "austria", "logistics")
IN_A_ROW = 8
"""Questions that each chat asks at once where its order is looked at; a flood would be slowed down."""
SLOW = 3.0
"""Seconds that Telegram takes for the slow chat's answer."""


@dataclass(frozen=True)
class Contestant:
    """A bot to measure."""

    name: str
    script: str
    environment: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = NEW


MEASURE = Contestant("echo bot, one after the other", ECHO_BOT)
"""What the others are held against: the bare library as it comes."""
CONTESTANTS = (
    Contestant("deal bot, each question another", DEAL_BOT),
    Contestant("deal bot, asked the same again", DEAL_BOT, questions=AGAIN),
    Contestant("its channel, answering at once", CHANNEL_ALONE),
    MEASURE,
    Contestant("echo bot, concurrent", ECHO_BOT, (("ECHO_CONCURRENT", "1"),)),
)


@dataclass(frozen=True)
class Run:
    """One run: updates a second, seconds that the slowest waited, CPU in ms an update, MB."""

    rate: float
    slowest: float
    cpu: float
    memory: float


def measure(contestant: Contestant, updates: int, latency: float) -> Run:
    """One run; each chat sends one update, all at once."""
    with tempfile.TemporaryDirectory() as data, BotApi(latency=latency) as api:
        environment = {"DATA_DIR": data, **dict(contestant.environment)}
        bot = api.start_bot([sys.executable, contestant.script], environment, PROJECT, wait=60)
        api.bulk(50, text="warm {i}")
        before = bot.cpu()
        run = api.bulk(updates, text=list(contestant.questions))["message"]
        cpu = (bot.cpu() - before) / updates * 1000
        return Run(run["per_s"], run["first_reply_s"]["p100"], cpu, bot.rss_mb())


def compare(rounds: int, updates: int, latency: float) -> None:
    """Each contestant in turn, `rounds` times; prints the medians."""
    runs: dict[str, list[Run]] = {one.name: [] for one in CONTESTANTS}
    for _ in range(rounds):
        for one in CONTESTANTS:
            runs[one.name].append(measure(one, updates, latency))
    print(f"\nlatency {latency * 1000:.0f} ms, {updates} updates, one a chat, all at once; the middle of {rounds} runs")
    print(f"{'':32}{'updates/s':>10}{'× echo':>8}{'slowest, s':>12}{'CPU, ms':>10}{'MB':>6}")
    echo = median(run.rate for run in runs[MEASURE.name])
    for name, some in runs.items():
        rate, slowest = median(run.rate for run in some), median(run.slowest for run in some)
        cpu, memory = median(run.cpu for run in some), median(run.memory for run in some)
        print(f"{name:32}{rate:10.0f}{rate / echo:8.2f}{slowest:12.2f}{cpu:10.2f}{memory:6.0f}", flush=True)


def orders(chats: int) -> None:
    """Print how many chats got their answers in another order than they asked, and how long others waited for one."""
    with tempfile.TemporaryDirectory() as data, BotApi() as api:
        api.start_bot([sys.executable, DEAL_BOT], {"DATA_DIR": data}, PROJECT, wait=60)
        # Each answer names what was searched for, so it is known which question it answers.
        api.bulk(chats * IN_A_ROW, users=chats, text=[f"/search {word}" for word in WORDS])
        users = {call["params"]["chat_id"] for call in api.calls("sendMessage")}
        wrong = sum(not in_order(api, int(user)) for user in users)
        print(f"\n{len(users)} chats with {IN_A_ROW} questions each at once: {wrong} of them not answered in order")
        slow, start = api.user("en"), time.time()
        api.fault("slow", method="sendMessage", chat=slow["id"], seconds=SLOW)
        api.send(slow, AGAIN[1])
        others = api.bulk(100, text=list(AGAIN))["message"]["first_reply_s"]["p100"]
        api.wait(slow, n=1, timeout=2 * SLOW)
        print(
            f"one chat takes {time.time() - start:.1f} s; of 100 others the slowest has its answer after {others:.1f} s"
        )


def in_order(api: BotApi, user: int) -> bool:
    """Whether the answers of a chat stand in the order of its questions."""
    told = api.transcript({"id": user})
    asked = [message.text.removeprefix("/search ") for message in told if not message.raw["from_bot"]]
    answered = [message.text.casefold() for message in told if message.raw["from_bot"]]
    return len(asked) == len(answered) and all(word in text for word, text in zip(asked, answered, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--updates", type=int, default=len(NEW))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for latency in (0.0, 0.05):
        compare(options.rounds, options.updates, latency)
    orders(40)


if __name__ == "__main__":
    main()
