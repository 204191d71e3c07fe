"""What is told of something that is no deal and nobody: "what do the articles say about *artificial intelligence*?".

A fact tells of it if its statement says so, in each language: its example questions, and what it is related to, don't
count here, for all that is told is a topic's own.
"""

from collections import defaultdict
from collections.abc import Sequence

from bot.facts.model import LANGUAGES, PUBLISHED, Fact, Knowledge
from bot.facts.wording import literal
from bot.understanding.deals.titles import telling
from bot.understanding.language.normalise import clean
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.units import Unit

_MOST_INDEXED = 4096
_MOST_SAYING = 24
"""What more facts say is no topic but a word."""


class Topics:
    """Finds the facts on topics; in a folder of more than 4,096 facts none, for all would be read beforehand."""

    def __init__(self, knowledge: Knowledge, told: ToldNames, analyser: Analyser) -> None:
        self._knowledge, self._analyser = knowledge, analyser
        self._saying: dict[str, list[str]] = defaultdict(list)
        indexed = list(knowledge.facts.values()) if len(knowledge.facts) <= _MOST_INDEXED else []
        self._places = {fact.id: place for place, fact in enumerate(indexed)}
        for fact in indexed:
            for key in told.said(fact.id) if fact.attribute != PUBLISHED else ():
                self._saying[key].append(fact.id)

    def facts(self, said: Sequence[Unit], language: str | None) -> tuple[Fact, ...]:
        """The facts that say all of these words of a language, in the order of the folder."""
        if not said or any(unit.kind not in {"concept", "compound"} for unit in said):
            return ()
        found = [{fact for key in telling(unit) for fact in self._saying.get(key, ())} for unit in said]
        common = set.intersection(*found)
        if not 0 < len(common) <= _MOST_SAYING:
            return ()
        facts = map(self._knowledge.facts.__getitem__, sorted(common, key=self._places.__getitem__))
        return tuple(fact for fact in facts if all(self._says(fact, unit, language) for unit in said))

    def _says(self, fact: Fact, said: Unit, language: str | None) -> bool:
        """Does a statement say it in each language, and the very word: "herring" is no stockfish, "cash" no money?"""
        keys = {one: self._keys(fact, one) for one in LANGUAGES}
        stems = {key for key in said.keys if key[0] == "~"}
        itself = not stems or not stems.isdisjoint(keys.get(language or "", stems))
        return itself and all(not telling(said).isdisjoint(found) for found in keys.values())

    def _keys(self, fact: Fact, language: str) -> set[str]:
        units = self._analyser.units(clean(literal(fact.wording.get(language, ""))), language)
        return {key for unit in units for one in (unit, *unit.parts) for key in one.keys}
