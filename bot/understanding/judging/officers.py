"""Who heads a company, by the roles that the gazetteer tells: "Who is A's boss?" where a fact only quotes "A's boss B".

Asked only where no fact answers; the person is then introduced as by name, with a fact about them and its citation.
"""

from collections.abc import Iterable, Mapping, Sequence, Set

from bot.facts.entities import FIRMS, Entity
from bot.facts.model import LANGUAGES
from bot.understanding.rules.heads import OFFICE
from bot.understanding.rules.limiting import FIRM
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.units import Analysis, Unit

_PERSON = "person"
_OTHERWISE = frozenset({"yesno", "negation", "compare", "list", "most", "other_one"})


class Officers:
    """Finds those whose role is just to head a company; `chiefs` are concepts for heads, `heading` for what they do."""

    def __init__(
        self, entities: Mapping[str, Entity], analyser: Analyser, chiefs: Iterable[str], heading: Iterable[str]
    ) -> None:
        self._chiefs = frozenset(chiefs)
        self._asking = self._chiefs.union(heading)
        self._kinds = {one.id: one.kind for one in entities.values()}
        self._by_firm: dict[str, list[str]] = {}
        for entity in entities.values():
            if entity.kind == _PERSON and entity.role and not entity.bystander:
                for firm in self._headed(entity.role, analyser):
                    self._by_firm.setdefault(firm, []).append(entity.id)

    def asked(self, analysis: Analysis) -> tuple[str, ...]:
        """The one person whose role answers who heads a company, if nothing else is asked; () if that isn't told."""
        if _PERSON not in analysis.types or analysis.flags & _OTHERWISE or len(analysis.names) != 1:
            return ()
        name, said = analysis.names[0], [unit for unit in analysis.contents if unit.weight >= OFFICE]
        if name.weight < FIRM or name.correction or not _says_only(said, self._asking):
            return ()
        found = {person for firm in name.entities for person in self._by_firm.get(firm, ())}
        return tuple(found) if len(found) == 1 else ()

    def _headed(self, role: Mapping[str, str], analyser: Analyser) -> set[str]:
        """The company that a role says somebody heads, in any language; none if it says more ("*former* head of A")."""
        found: set[str] = set()
        for language in LANGUAGES:
            units = [unit for unit in analyser.units(role.get(language, ""), language) if unit.kind != "operator"]
            firms = [one for unit in units for one in unit.entities if self._kinds.get(one) in FIRMS]
            if len(firms) == 1 and _says_only([unit for unit in units if not unit.entities], self._chiefs):
                found.update(firms)
        return found


def _says_only(said: Sequence[Unit], meant: Set[str]) -> bool:
    """Is each word one of those meant? A compound says more ("Finanzchef")."""
    return bool(said) and all(not meant.isdisjoint(unit.keys) and not unit.parts for unit in said)
