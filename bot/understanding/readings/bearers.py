"""Which facts are about whom or what: those that hold a name as their own, or that of a party of their deal."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.facts.model import Fact, Knowledge
from bot.understanding.readings.index import FactIndex

_ITS_OWN = 0.95
"""How strongly a fact must hold a name to be about its bearer."""

_PARTLY = 0.6
"""That strongly it must hold a party of its deal."""


def facts_about(knowledge: Knowledge, index: FactIndex) -> Mapping[str, Sequence[Fact]]:
    """The facts that are about each entity, in their order."""
    about: dict[str, list[Fact]] = defaultdict(list)
    for profile in index.facts:
        parties = knowledge.deals[profile.fact.deal].parties
        for key, strength in profile.names.items():
            if strength >= _ITS_OWN or (strength >= _PARTLY and key[1:] in parties):
                about[key[1:]].append(profile.fact)
    return dict(about)
