"""Subscribing, from the tap to the update, with the real bot in Telegram and the editor at the command line."""

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.acceptance.conftest import PROGRAM, run_bot
from tests.apps import SMALL
from tests.botapi.client import PROJECT, BotApi
from tests.botapi.process import Bot
from tests.botapi.seen import Message

pytestmark = pytest.mark.timeout(240)

QUESTION = "How much money goes into the carriages?"


@dataclass
class House:
    """The bot, its users and its editor."""

    api: BotApi
    bot: Bot
    knowledge: Path
    settings: dict[str, str]

    def edit(self, old: str, new: str, file: str = "deals/night-train.yaml") -> None:
        """The editor changes a text that stands in the file."""
        path = self.knowledge / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def publish(self, *arguments: str) -> str:
        done = run_bot("publish", *arguments, "--knowledge", str(self.knowledge), **self.settings)
        assert done.returncode == 0, done.stderr
        return " ".join(done.stdout.split())

    def restart(self) -> None:
        self.bot.stop()
        self.bot = self.start(self.api, self.knowledge, self.settings)

    @staticmethod
    def start(api: BotApi, knowledge: Path, settings: dict[str, str]) -> Bot:
        command = [*PROGRAM, "serve", "--knowledge", str(knowledge)]
        return api.start_bot(command, settings, PROJECT, wait=100)

    def news(self, user: dict[str, object], after: int) -> list[Message]:
        return self.api.wait(user["id"], after, n=1, timeout=30)[0]  # type: ignore[arg-type]

    @property
    def moment(self) -> int:
        return int(self.api.call("bot")["seq"])


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    knowledge = Path(shutil.copytree(SMALL, folder / "knowledge"))
    settings = {"DATA_DIR": str(folder / "data"), "BOT_CACHE": "off"}
    with BotApi() as api:
        house = House(api, House.start(api, knowledge, settings), knowledge, settings)
        yield house
        assert "Traceback" not in house.bot.log()
        time.sleep(0.4)


def test_a_correction_reaches_subscribers_and_whoever_was_told_the_old_value(house: House) -> None:
    api = house.api
    anna, ben, carl = (api.user(language) for language in ("de", "en", "en"))
    (preview,) = api.ask(anna, "/subscribe Nachtzug", n=1)
    done = api.press(anna, preview, "🔔 Abonnieren")
    assert done.changed[0].text.startswith("Abonniert: Nachtzug Zürich–Girona")
    assert "4.5 million" in api.ask(ben, QUESTION, n=1)[0].text
    api.ask(carl, "/subscribe survey", n=1)
    time.sleep(0.5)
    before = house.moment
    house.edit("{money: 4500000", "{money: 5000000")
    assert "to be told: 2 subscribers (1 in de, 1 in en)" in house.publish("--dry-run")
    assert "published: 1 change, 2 subscribers to be told" in house.publish("--yes")
    assert "nothing has changed" in house.publish("--yes")
    (german,) = house.news(anna, before)
    assert german.parts("bold")[0].startswith("🔔 Geändert: Nachtzug Zürich–Girona")
    assert german.buttons == ["Zum Deal", "Pause", "Abbestellen"]
    (english,) = house.news(ben, before)
    assert "is now about" in english.text
    assert "You had the earlier version from me on" in english.text
    assert api.transcript(carl, before) == []
    paused = api.press(anna, german, "Pause")
    assert paused.messages[0].text.startswith("Pause: Ich schreibe Ihnen dazu nicht mehr")


def test_changed_knowledge_is_taken_up_and_broken_knowledge_isn_t(house: House) -> None:
    user = house.api.user("en")
    house.edit("{percentage: 60", "{percentage: 65", "deals/survey.yaml")
    for _ in range(60):
        (reply,) = house.api.ask(user, "How many would sleep on a train?", n=1)
        if "65" in reply.text:
            break
        time.sleep(0.5)
    assert "65" in reply.text
    house.edit("percentage: 65", "percentage: sixty", "deals/survey.yaml")
    for _ in range(60):
        if "isn't taken up" in house.bot.log():
            break
        time.sleep(0.5)
    assert "deals/survey.yaml" in house.bot.log()
    assert "65" in house.api.ask(user, "How many would sleep on a train?", n=1)[0].text
    house.edit("percentage: sixty", "percentage: 65", "deals/survey.yaml")


def test_conversations_and_language_choices_outlive_the_process(house: House) -> None:
    user = house.api.user("en")
    house.api.ask(user, "/language de", n=1)
    house.api.ask(user, QUESTION, n=1)
    time.sleep(0.5)
    house.restart()
    (reply,) = house.api.ask(user, "/why", n=1)
    assert QUESTION in reply.text
    assert reply.text.startswith("So habe ich Sie verstanden")


def test_who_blocks_the_bot_is_told_when_they_come_back(house: House) -> None:
    user = house.api.user("en")
    (preview,) = house.api.ask(user, "/subscribe night train", n=1)
    house.api.press(user, preview, "🔔 Subscribe")
    house.api.block(user)
    time.sleep(0.5)
    house.edit("{money: 5000000", "{money: 5500000")
    house.publish("--yes")
    time.sleep(1.5)
    before = house.moment
    house.api.block(user, blocked=False)
    assert "is now about" in house.news(user, before)[0].text


def test_the_data_can_be_had_as_a_file_and_deleted(house: House) -> None:
    user = house.api.user("en")
    house.api.ask(user, QUESTION, n=1)
    (file,) = house.api.ask(user, "/export", n=1)
    assert file.raw["media"] == "document"
    (question,) = house.api.ask(user, "/forget", n=1)
    assert house.api.press(user, question, "Yes, delete everything").changed[0].text == "Everything is deleted."


def test_a_fixed_language_is_deleted_with_the_rest_and_so_is_its_menu(house: House) -> None:
    user = house.api.user("en")
    house.api.ask(user, "/language de", n=1)
    assert "Sprache" in str(house.api.call("commands", user=user))
    (question,) = house.api.ask(user, "/forget", n=1)
    house.api.press(user, question, "Ja, alles löschen")
    assert "Sprache" not in str(house.api.call("commands", user=user))
    assert house.api.ask(user, "/help", n=1)[0].parts("bold") == ["How to ask"]


def test_the_editor_sees_what_became_of_it(house: House) -> None:
    shown = run_bot("deliveries", **house.settings).stdout
    assert "published" in shown
    assert "active" in shown


def test_a_delayed_publication_can_be_recalled(house: House) -> None:
    house.edit("{money: 5500000", "{money: 6000000")
    assert "takes it back until then" in house.publish("--yes", "--delay", "1h")
    assert "recalled: 1 announcement;" in house.publish("--recall")
    assert "nothing is held back" in run_bot("publish", "--recall", **house.settings).stderr


def test_nobody_to_ask_is_no_yes(house: House) -> None:
    done = run_bot("publish", "--knowledge", str(house.knowledge), **house.settings)
    assert done.returncode == 1
    assert "say --yes" in done.stderr


def test_telegram_refused_nothing_but_the_blocked_chat(house: House) -> None:
    assert [call["status"] for call in house.api.rejected() if call["status"] != 403] == []
