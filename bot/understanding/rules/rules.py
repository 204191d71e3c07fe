"""All rules, built from a vocabulary and what facts name."""

from dataclasses import dataclass

from bot.facts.model import Knowledge
from bot.facts.tells import Tells
from bot.understanding.deals.titles import Titles
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import ending_in, pattern_of
from bot.understanding.readings.matching import Matching
from bot.understanding.rules.aims import Aims
from bot.understanding.rules.alltold import AllTold
from bot.understanding.rules.finer import Finer
from bot.understanding.rules.heads import EXECUTIVE, Heads
from bot.understanding.rules.membership import Membership
from bot.understanding.rules.opposites import Opposites
from bot.understanding.rules.roles import Roles
from bot.understanding.rules.services import Services
from bot.understanding.rules.sums import Sums
from bot.understanding.rules.unnamed import Unnamed
from bot.understanding.rules.whose import Whose
from bot.understanding.utterance.hearing import Hearing


@dataclass(frozen=True)
class Rules:
    """The rules by name, and concepts that others of them only look up.

    `planning` say that something lies ahead or was settled, `foreign` what no deal is about, `apart` are figures that
    only their own name tells.
    """

    aims: Aims
    alltold: AllTold
    finer: Finer
    heads: Heads
    membership: Membership
    opposites: Opposites
    roles: Roles
    services: Services
    sums: Sums
    unnamed: Unnamed
    whose: Whose
    planning: frozenset[str]
    foreign: frozenset[str]
    apart: frozenset[str]


def build_rules(
    vocabulary: Vocabulary, knowledge: Knowledge, hearing: Hearing, matching: Matching, titles: Titles
) -> Rules:
    """The rules for one vocabulary and one knowledge folder."""
    languages, spoken, told = vocabulary.words.items(), vocabulary.words.values(), matching.told
    return Rules(
        aims=Aims(
            {language: pattern_of(words.aiming) for language, words in languages},
            {language: ending_in(words.hearsay) for language, words in languages},
        ),
        alltold=AllTold(told, pattern_of(one for words in spoken for one in words.plurals)),
        finer=Finer(told, vocabulary.finer, pattern_of(one for words in spoken for one in words.within_which)),
        heads=Heads(told, [EXECUTIVE, *vocabulary.callings.get(EXECUTIVE, ())], vocabulary.heading),
        membership=Membership(
            titles,
            hearing.joining,
            frozenset(verb for words in spoken for verb in words.modal),
            frozenset(verb for words in spoken for verb in words.having),
            hearing.joints.inside,
            frozenset(knowledge.telling(Tells.PARTICIPANTS)),
            frozenset(knowledge.telling(Tells.ABSENCE)),
            knowledge.is_place,
        ),
        opposites=Opposites(told, vocabulary.opposites),
        roles=Roles(
            told,
            {role: knowledge.telling(Tells(what)) for role, what in vocabulary.roles.items()},
            vocabulary.role_verbs,
            hearing.joints.inside,
            {role for role, what in vocabulary.roles.items() if what == Tells.SELLER},
        ),
        services=Services(told, vocabulary.services),
        sums=Sums(told, vocabulary.free),
        unnamed=Unnamed(
            hearing.analyser,
            told,
            hearing.asked,
            vocabulary.names,
            vocabulary.firms,
            vocabulary.sides,
            knowledge.telling(Tells.ADMITTED),
        ),
        whose=Whose(
            told,
            pattern_of(who for words in spoken for who in words.being),
            frozenset(vocabulary.own_figures),
            frozenset(knowledge.telling(Tells.AGE)),
        ),
        planning=frozenset(vocabulary.planning),
        foreign=frozenset(vocabulary.foreign),
        apart=frozenset(vocabulary.apart),
    )
