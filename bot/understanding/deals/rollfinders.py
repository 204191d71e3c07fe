"""Builds what calls rolls, out of what reads whom they are of: nouns, roles, trades, origins, owners."""

from collections.abc import Callable, Mapping, Sequence

from bot.facts.model import Fact, Knowledge
from bot.understanding.deals.calling import Calling
from bot.understanding.deals.dealrolls import DealRolls
from bot.understanding.deals.firms import Firms
from bot.understanding.deals.offices import Offices
from bot.understanding.deals.origins import Origins
from bot.understanding.deals.owners import Owners
from bot.understanding.deals.placerolls import PlaceRolls
from bot.understanding.deals.plainfacts import PlainFacts
from bot.understanding.deals.possessions import Possessions
from bot.understanding.deals.rolls import Readers, Rolls
from bot.understanding.deals.shortitems import ShortItems
from bot.understanding.deals.sieve import Sieve
from bot.understanding.deals.sought import Seeking
from bot.understanding.deals.whoiswho import WhoIsWho
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import Unit


def build_calling(
    vocabulary: Vocabulary,
    knowledge: Knowledge,
    hearing: Hearing,
    told: ToldNames,
    about: Mapping[str, Sequence[Fact]],
    items: ShortItems,
    is_noun: Callable[[Unit], bool],
) -> Calling:
    """What calls rolls in one knowledge folder; `about` are the facts about each entity."""
    analyser, joints, lists = hearing.analyser, hearing.joints, vocabulary.lists
    plain = PlainFacts(knowledge, about, told)
    firms = Firms(knowledge, about, told, vocabulary.firms)
    offices = Offices(knowledge, analyser, joints, vocabulary)
    origins = Origins(knowledge, told, analyser, joints, offices)
    seeking = Seeking(knowledge, lists.kinds, firms, offices, hearing.trades, plain)
    articles = [article for one in vocabulary.words.values() for article in one.wordforms.articles]
    owners = Owners(knowledge, joints, frozenset(lists.siding), articles)
    places = PlaceRolls(knowledge, about, told)
    sieve = Sieve(origins, offices)
    return Calling(
        DealRolls(knowledge, told, items, is_noun, vocabulary, seeking, sieve),
        Rolls(knowledge, about, vocabulary, Readers(seeking, origins, owners, offices, plain, places)),
        Possessions(knowledge, about, told, joints, vocabulary, firms),
        WhoIsWho(knowledge, joints, plain, vocabulary),
        analyser,
        vocabulary,
    )
