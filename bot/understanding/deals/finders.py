"""What finds deals, and all that is told of some: their names, lists and rankings, sheets, portraits, rolls, events."""

from dataclasses import dataclass

from bot.facts.model import Knowledge
from bot.understanding.deals.articles import Articles
from bot.understanding.deals.calling import Calling
from bot.understanding.deals.choosing import Choosing
from bot.understanding.deals.chronicle import Chronicle
from bot.understanding.deals.dealwords import DealWords
from bot.understanding.deals.factsheets import FactSheets
from bot.understanding.deals.gathering import Gathering
from bot.understanding.deals.listing import DealLister
from bot.understanding.deals.portraits import Portraits
from bot.understanding.deals.ranking import Ranking
from bot.understanding.deals.rollfinders import build_calling
from bot.understanding.deals.sayings import Sayings
from bot.understanding.deals.scopes import Scopes
from bot.understanding.deals.sheetwords import SheetWords
from bot.understanding.deals.shortitems import ShortItems
from bot.understanding.deals.sidebyside import Sides
from bot.understanding.deals.subjects import SubjectFinder
from bot.understanding.deals.superlatives import Superlatives
from bot.understanding.deals.titles import Titles
from bot.understanding.deals.topics import Topics
from bot.understanding.deals.twodeals import TwoDealsFinder
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.readings.bearers import facts_about
from bot.understanding.readings.matching import Matching
from bot.understanding.utterance.hearing import Hearing


@dataclass(frozen=True)
class DealFinders:
    """The finders, each named for what it finds."""

    titles: Titles
    lister: DealLister
    subjects: SubjectFinder
    choosing: Choosing
    superlatives: Superlatives
    ranking: Ranking
    factsheets: FactSheets
    gathering: Gathering
    sayings: Sayings
    portraits: Portraits
    twodeals: TwoDealsFinder
    sides: Sides
    rolls: Calling
    items: ShortItems
    chronicle: Chronicle


def build_finders(
    vocabulary: Vocabulary, knowledge: Knowledge, hearing: Hearing, matching: Matching, titles: Titles
) -> DealFinders:
    """The finders for one knowledge folder; its deals' titles are read already, with all else that is learnt from."""
    spoken, analyser, joints = vocabulary.words.values(), hearing.analyser, hearing.joints
    numbers = [one.numbers for one in spoken]
    words = DealWords(vocabulary.deals, vocabulary.asked.kinds, titles)
    lister = DealLister(matching.index.facts, knowledge, words, vocabulary.deals, joints)
    about = facts_about(knowledge, matching.index)
    subjects = SubjectFinder(titles, lister.nouns, vocabulary.deals.sorts, vocabulary.deals.comparing)
    twodeals = TwoDealsFinder(knowledge, titles, subjects, joints, vocabulary)
    articles = Articles(knowledge, titles, (noun for one in spoken for noun in one.mentions.get("articles", ())))
    scopes = Scopes(twodeals, articles, titles, joints, matching.told.is_firm)
    items = ShortItems(knowledge, scopes, lister.concerns, vocabulary)
    sheetwords = SheetWords([one.factsheets for one in spoken], [one.mentions for one in spoken])
    return DealFinders(
        titles=titles,
        lister=lister,
        subjects=subjects,
        choosing=Choosing(knowledge, analyser, [one.places for one in numbers], [one.beside_places for one in numbers]),
        superlatives=Superlatives(lister, joints, vocabulary),
        ranking=Ranking(knowledge, lister, analyser),
        factsheets=FactSheets(knowledge, about, titles, joints, sheetwords, vocabulary.lists.listing),
        gathering=Gathering(knowledge, about, scopes, matching.attributes, sheetwords, joints),
        sayings=Sayings(knowledge, items, Topics(knowledge, matching.told, analyser), sheetwords),
        portraits=Portraits(knowledge, matching.index, analyser, lister),
        twodeals=twodeals,
        sides=Sides(knowledge, subjects.comparing, matching.told, analyser),
        rolls=build_calling(vocabulary, knowledge, hearing, matching.told, about, items, twodeals.is_noun),
        items=items,
        chronicle=Chronicle(knowledge, lister, vocabulary.deals.happening),
    )
