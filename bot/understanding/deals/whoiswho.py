"""Who is who of those named? "A, B: *which works for which firm?*", each with what the gazetteer says they are."""

from bot.facts.model import Knowledge
from bot.understanding.deals.plainfacts import PlainFacts
from bot.understanding.deals.roll import Roll
from bot.understanding.deals.sought import PERSON
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import Phrases
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis

_SEVERAL = 2


class WhoIsWho:
    """Calls those who are named themselves."""

    def __init__(self, knowledge: Knowledge, joints: Joints, plain: PlainFacts, words: Vocabulary) -> None:
        self._knowledge, self._joints, self._plain = knowledge, joints, plain
        self._stations = frozenset((*words.lists.stations, *words.lists.counting))
        self._charges = frozenset(words.lists.charges)
        self._asking = Phrases(phrase for one in words.words.values() for phrase in one.mentions.get("apiece", ()))

    def called(self, analysis: Analysis) -> Roll | None:
        """The persons named, if it is asked of each what he or she is or for whom they work, and nothing else."""
        names = [unit for unit in analysis.names if unit.entities]
        people = list(dict.fromkeys(unit.entities[0] for unit in names))
        if len(people) < _SEVERAL or not all(map(self._is_known, people)):
            return None
        asked = self._asking.spans(analysis.text)
        each = asked or self._joints.apiece.search(analysis.text)
        said = (unit for unit in analysis.contents if not any(start <= unit.start < end for start, end in asked))
        free = self._stations | self._charges if len(people) > _SEVERAL else self._stations
        others = (unit for unit in said if unit.kind != "operator" and free.isdisjoint(unit.keys))
        if not each or any(others):
            return None
        called = []
        for name in people:
            firms = self._knowledge.wholes(name) - {name}
            called.append((name, self._plain.telling(name, firms) or self._plain.fact(name)))
        return Roll(PERSON, tuple(called), tuple(names), apiece=True)

    def _is_known(self, name: str) -> bool:
        known = self._knowledge.entities.get(name)
        return known is not None and known.kind == PERSON and bool(known.role) and self._plain.knows(name)
