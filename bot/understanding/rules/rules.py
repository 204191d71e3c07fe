"""All rules, built from a vocabulary and what facts name."""

from dataclasses import dataclass

from bot.facts.model import Knowledge
from bot.facts.tells import Tells
from bot.understanding.deals.titles import Titles
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import Phrases, ending_in, pattern_of
from bot.understanding.readings.matching import Matching
from bot.understanding.rules.ahead import Ahead
from bot.understanding.rules.aims import Aims
from bot.understanding.rules.alltold import AllTold
from bot.understanding.rules.boughtwith import BoughtWith
from bot.understanding.rules.capitals import Capitals
from bot.understanding.rules.clock import Clock
from bot.understanding.rules.counted import Counted
from bot.understanding.rules.finer import Finer
from bot.understanding.rules.heads import EXECUTIVE, Heads
from bot.understanding.rules.making import MAKERS, MANNER, Making
from bot.understanding.rules.membership import Membership
from bot.understanding.rules.opposites import Opposites
from bot.understanding.rules.othertimes import OtherTimes
from bot.understanding.rules.partof import PartOf
from bot.understanding.rules.roles import Roles
from bot.understanding.rules.services import Services
from bot.understanding.rules.sincewhen import SinceWhen
from bot.understanding.rules.sums import Sums
from bot.understanding.rules.unnamed import Unnamed
from bot.understanding.rules.whose import Whose
from bot.understanding.utterance.hearing import Hearing


@dataclass(frozen=True)
class Rules:
    """The rules by name, and concepts that others of them only look up.

    `planning` say that something lies ahead or was settled, `foreign` what no deal is about, `apart` are figures that
    only their own name tells, `chiefs` are who heads a company, and `heading` what they do.
    """

    ahead: Ahead
    aims: Aims
    alltold: AllTold
    boughtwith: BoughtWith
    capitals: Capitals
    counted: Counted
    clock: Clock
    finer: Finer
    heads: Heads
    making: Making
    membership: Membership
    opposites: Opposites
    othertimes: OtherTimes
    partof: PartOf
    reacting: Making
    roles: Roles
    services: Services
    sincewhen: SinceWhen
    sums: Sums
    unnamed: Unnamed
    whose: Whose
    planning: frozenset[str]
    foreign: frozenset[str]
    apart: frozenset[str]
    chiefs: frozenset[str]
    heading: frozenset[str]


def build_rules(
    vocabulary: Vocabulary, knowledge: Knowledge, hearing: Hearing, matching: Matching, titles: Titles
) -> Rules:
    """The rules for one vocabulary and one knowledge folder."""
    languages, spoken, told = vocabulary.words.items(), vocabulary.words.values(), matching.told
    concepts = vocabulary.rules
    return Rules(
        ahead=Ahead(told, concepts.following, knowledge.telling(Tells.OUTLOOK)),
        aims=Aims(
            {language: pattern_of(words.openers.aiming) for language, words in languages},
            {language: ending_in(words.openers.hearsay) for language, words in languages},
        ),
        alltold=AllTold(told, pattern_of(one for words in spoken for one in words.nouns.several_names)),
        boughtwith=BoughtWith(
            hearing.analyser, told, pattern_of(one for words in spoken for one in words.nouns.paid_for)
        ),
        capitals=Capitals({language: words.nouns.bare_names for language, words in languages}),
        counted=Counted(
            told,
            hearing.asked,
            concepts.kinds,
            concepts.parts,
            knowledge.telling(Tells.ADMITTED),
            {*vocabulary.firms.place_heads, *vocabulary.firms.trade_heads},
        ),
        clock=Clock(concepts.clock, knowledge.telling(Tells.HOURS)),
        finer=Finer(told, concepts.finer, pattern_of(one for words in spoken for one in words.nouns.within_which)),
        heads=Heads(
            told, [EXECUTIVE, *vocabulary.firms.callings.get(EXECUTIVE, ())], concepts.heading, concepts.founding
        ),
        making=Making(told, concepts.making, MAKERS),
        membership=Membership(
            titles,
            hearing.joining,
            frozenset(verb for words in spoken for verb in words.openers.modal),
            frozenset(verb for words in spoken for verb in words.openers.having),
            hearing.joints.inside,
            frozenset(knowledge.telling(Tells.PARTICIPANTS)),
            frozenset(knowledge.telling(Tells.ABSENCE)),
            knowledge.is_place,
        ),
        opposites=Opposites(told, concepts.opposites),
        othertimes=OtherTimes(
            told,
            pattern_of(one for words in spoken for one in words.nouns.earlier),
            ending_in(one for words in spoken for one in words.nouns.not_earlier),
            pattern_of(one for words in spoken for one in words.nouns.earlier_told),
            (concepts.beginning, concepts.beginning_told),
            concepts.dealt,
        ),
        partof=PartOf(pattern_of(one for words in spoken for one in words.nouns.being_part)),
        reacting=Making(told, concepts.reacting, MANNER),
        roles=Roles(
            told,
            {role: knowledge.telling(what) for role, what in concepts.roles.items()},
            concepts.role_verbs,
            hearing.joints.inside,
            Phrases(phrase for words in spoken for phrase in words.nouns.from_whom),
            {role for role, what in concepts.roles.items() if what == Tells.SELLER},
            hearing.analyser.units,
        ),
        services=Services(told, concepts.services),
        sincewhen=SinceWhen(pattern_of(one for words in spoken for one in words.nouns.since_when)),
        sums=Sums(told, concepts.free),
        unnamed=Unnamed(
            hearing.analyser,
            told,
            hearing.asked,
            vocabulary.asked,
            (vocabulary.firms.place_heads, vocabulary.firms.trade_heads),
            vocabulary.deals.sides,
            knowledge.telling(Tells.ADMITTED),
        ),
        whose=Whose(
            told,
            pattern_of(who for words in spoken for who in words.nouns.being),
            frozenset(concepts.own_figures),
            frozenset(knowledge.telling(Tells.AGE)),
        ),
        planning=frozenset(concepts.planning),
        foreign=frozenset(concepts.foreign),
        apart=frozenset(concepts.apart),
        chiefs=frozenset(concepts.chiefs),
        heading=frozenset(concepts.heading),
    )
