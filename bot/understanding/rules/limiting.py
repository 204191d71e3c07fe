"""Names that limit a question to a part of what the facts tell, or to somebody else's figure ("customers *in Europe*").

The facts hold such a name, or others of their deal do; what they say is said of the whole or of another.
"""

from collections.abc import Mapping, Sequence

from bot.facts.values import Count, EntityList, Money, Percentage, Range
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis, Unit

FIRM = 0.9
"""From this weight on a name or number limits what is asked: it must be in the fact."""

OF_ITS_OWN = 0.95
"""How strongly a fact must hold a place that isn't merely its deal's."""

_UNHEARD, MANY = 0.06, 30
"""How seldom a place is said that none of a fact's questions holds, where there are so many of them."""

_SELDOM = 0.3
"""The same for a town whose figures are asked for: of it its country's name says a little, too."""

COUNTED = frozenset({"count", "amount", "money", "percent"})
_FIGURES = (Count, Money, Percentage, Range)
_ALONE = "only"


class Limiting:
    """Tells such names; `kinds` are those of the entities, `homes` the towns of those that have one."""

    def __init__(self, kinds: Mapping[str, str], homes: Mapping[str, str], joints: Joints) -> None:
        self._kinds, self._homes, self._joints = kinds, homes, joints

    def limits(self, analysis: Analysis, unit: Unit, chosen: Sequence[Reading]) -> bool:
        """Does a name ask for less than the facts tell, or for another's?"""
        return (
            self._narrows(analysis, unit, chosen)
            or self._at_home(analysis, unit, chosen)
            or self._figure_of(analysis, unit, chosen)
            or self._one_of_several(analysis, unit, chosen)
        )

    def _narrows(self, analysis: Analysis, unit: Unit, chosen: Sequence[Reading]) -> bool:
        """A place of the deal that narrows a figure down ("266 million customers *in Europe*")?

        It does where the deal is named by something else already, and the fact neither holds the place itself nor is
        ever asked for with it. A place that says which deal is meant stands in its facts' own questions.
        """
        others = [name for name in analysis.names if name is not unit and name.weight >= FIRM]
        if not others or not unit.entities or any(self._kinds.get(e, "place") != "place" for e in unit.entities):
            return False
        place = analysis.units.index(unit)
        return all(
            isinstance(reading.features.fact.value, _FIGURES)
            and reading.features.asked >= MANY
            and reading.centrality[place] < _UNHEARD
            and not reading.features.holds(unit, OF_ITS_OWN)
            for reading in chosen
        )

    def _at_home(self, analysis: Analysis, unit: Unit, chosen: Sequence[Reading]) -> bool:
        """A country or town in which something is to be, and where somebody in the facts is merely at home?

        "How many of Viber's users live *in Japan*?" isn't answered by what its Japanese owner says of all. Beside a
        firm the town where it is at home tells no longer which firm is meant: "is Alibaba based *in Hangzhou*?".
        """
        if not unit.entities or not self._joints.inside.search(analysis.text, 0, unit.start):
            return False
        place = analysis.units.index(unit)
        counted = bool(analysis.types & COUNTED)
        theirs = {self._homes.get(entity) for name in analysis.names for entity in name.entities}
        return all(
            f"@{entity}" in reading.features.homes
            and (
                (entity in theirs and reading.features.strength(entity) < OF_ITS_OWN)
                or reading.centrality[place] < (_SELDOM if counted and not entity.isupper() else _UNHEARD)
            )
            for reading in chosen
            for entity in unit.entities
        )

    def _figure_of(self, analysis: Analysis, unit: Unit, chosen: Sequence[Reading]) -> bool:
        """Somebody's figure, where the facts tell another and other facts of the deal tell of him ("his stake")?"""
        if not analysis.types & COUNTED or {self._kinds.get(one) for one in unit.entities} != {"person"}:
            return False
        place = analysis.units.index(unit)
        return all(
            reading.centrality[place] < _UNHEARD and reading.features.strength(one) < EXPLAINED
            for reading in chosen
            for one in unit.entities
        )

    @staticmethod
    def _one_of_several(analysis: Analysis, unit: Unit, chosen: Sequence[Reading]) -> bool:
        """One alone of several for which the facts give a figure together ("how many are *in Canada alone*?")?"""
        if _ALONE not in analysis.flags or not analysis.types & COUNTED:
            return False
        facts = [reading.features for reading in chosen if _ALONE not in reading.features.operators]
        lists = [v.entities for f in facts for v in f.fact.values.values() if isinstance(v, EntityList)]
        return any(len(listed) > 1 and not set(listed).isdisjoint(unit.entities) for listed in lists)
