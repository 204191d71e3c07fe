"""The composition root: builds each part once from the settings; alone knows them all."""

import gc
from dataclasses import dataclass
from functools import cache as once
from pathlib import Path

from bot.answering.desk import Desk
from bot.answering.room.room import Room
from bot.answering.room.tokens import Tokens
from bot.apart import run_apart
from bot.compiled import compiled, state_of
from bot.facts.collector import paused_collector
from bot.facts.loader import load_knowledge
from bot.facts.model import Knowledge
from bot.facts.store import FactStore
from bot.i18n import load_voices
from bot.settings import ROOT, Settings
from bot.understanding.build import Understanding, build_understanding
from bot.understanding.language.vocabulary import load_vocabulary
from bot.understanding.recogniser import Recogniser
from bot.understanding.utterance.smalltalk import SmallTalk

COLLECTED_AFTER = 20_000
"""New objects after which Python looks for garbage. Its own 700 are few beside the hundreds that an update makes: a
tenth of all time went there. What is in no circle is freed at once anyway."""


_CODE = ROOT / "bot"


@once
def _code_at_start() -> str:
    """The state of the code on disk when this process first built something."""
    return state_of((_CODE,))


@dataclass(frozen=True)
class App:
    """The built bot, without a channel."""

    desk: Desk
    room: Room
    knowledge: Knowledge
    store: FactStore
    understanding: Understanding


def build(settings: Settings, *, lean: bool = False) -> App:
    """Load knowledge and locales and put the bot together. Raises KnowledgeError with all problems.

    `lean`, for what stays: where nothing is kept yet, another process builds, whose memory goes back.
    """
    app = build_from(settings.knowledge, settings.locales, settings.cache, lean=lean)
    # Once a process: what is built anew in one that serves takes the place of this, see bot.facts.collector.settle.
    gc.freeze()
    return app


def build_from(
    knowledge_folder: Path, locales: Path = ROOT / "locales", cache: Path | None = None, *, lean: bool = False
) -> App:
    """The same from the two folders; `cache` keeps what is built, None builds anew."""
    if state_of((_CODE,)) != _code_at_start():
        cache = None  # what newer code built is none of this process's, nor the other way round

    def apart() -> None:
        run_apart("bot.building", str(knowledge_folder), str(locales), str(cache))

    def read() -> tuple[Knowledge, Understanding, SmallTalk]:
        knowledge, vocabulary = load_knowledge(knowledge_folder, locales), load_vocabulary(locales)
        return knowledge, build_understanding(vocabulary, knowledge), SmallTalk(vocabulary.words)

    with paused_collector():
        state = state_of((knowledge_folder, locales, ROOT / "knowledge", _CODE)) if cache else ""
        knowledge, understanding, smalltalk = compiled(cache, state, read, apart if lean else None)
        store = FactStore(knowledge)
    gc.set_threshold(COLLECTED_AFTER, 10, 10)
    recogniser = Recogniser(understanding, knowledge, smalltalk)
    tokens = Tokens(knowledge.facts, knowledge.deals, knowledge.sources)
    room = Room(knowledge, store, load_voices(locales, knowledge.entities), recogniser, tokens)
    return App(Desk(room), room, knowledge, store, understanding)
