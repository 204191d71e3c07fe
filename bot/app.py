"""The composition root: builds each part once from the settings; alone knows them all."""

from dataclasses import dataclass
from pathlib import Path

from bot.answering.desk import Desk
from bot.answering.room import Room
from bot.answering.tokens import Tokens
from bot.facts.loader import load_knowledge
from bot.facts.model import Knowledge
from bot.facts.store import FactStore
from bot.i18n import load_voices
from bot.settings import ROOT, Settings
from bot.understanding.build import build_understanding
from bot.understanding.recogniser import Recogniser
from bot.understanding.smalltalk import SmallTalk
from bot.understanding.vocabulary import load_vocabulary


@dataclass(frozen=True)
class App:
    """The built bot, without a channel."""

    desk: Desk
    room: Room
    knowledge: Knowledge
    store: FactStore


def build(settings: Settings) -> App:
    """Load knowledge and locales and put the bot together. Raises KnowledgeError with all problems."""
    return build_from(settings.knowledge, settings.locales)


def build_from(knowledge_folder: Path, locales: Path = ROOT / "locales") -> App:
    """The same from the two folders."""
    knowledge = load_knowledge(knowledge_folder, locales)
    vocabulary = load_vocabulary(locales)
    recogniser = Recogniser(build_understanding(vocabulary, knowledge), knowledge, SmallTalk(vocabulary.words))
    store = FactStore(knowledge)
    tokens = Tokens(knowledge.facts, knowledge.deals, knowledge.sources)
    room = Room(knowledge, store, load_voices(locales, knowledge.entities), recogniser, tokens)
    return App(Desk(room), room, knowledge, store)
