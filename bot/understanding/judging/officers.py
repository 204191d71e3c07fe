"""Who heads a company, by the roles that the gazetteer tells: "Who is A's boss?" where a fact only quotes "A's boss B".

Asked only where no fact answers; the person is then introduced as by name, with a fact about them and its citation.
"""

from collections.abc import Iterable, Mapping

from bot.facts.entities import Entity
from bot.facts.model import LANGUAGES
from bot.understanding.rules.heads import OFFICE
from bot.understanding.rules.limiting import FIRM
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.units import Analysis, Unit

_PERSON = "person"
_FIRMS = frozenset({"company", "organisation"})
_OTHERWISE = frozenset({"yesno", "negation", "compare", "list", "most", "other_one"})


class Officers:
    """Finds those whose role is to head just one company; `offices` are the concepts for heads, without founders."""

    def __init__(self, entities: Mapping[str, Entity], analyser: Analyser, offices: Iterable[str]) -> None:
        self._offices = frozenset(offices)
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
        name = analysis.names[0]
        said = [unit for unit in analysis.contents if unit.weight >= OFFICE]
        if name.weight < FIRM or name.correction or not self._only_office(said):
            return ()
        found = {person for firm in name.entities for person in self._by_firm.get(firm, ())}
        return tuple(found) if len(found) == 1 else ()

    def _headed(self, role: Mapping[str, str], analyser: Analyser) -> set[str]:
        """The company that a role says somebody heads, in any language; none if it says more ("*former* head of A")."""
        found: set[str] = set()
        for language in LANGUAGES:
            units = [unit for unit in analyser.units(role.get(language, ""), language) if unit.kind != "operator"]
            firms = [one for unit in units for one in unit.entities if self._kinds.get(one) in _FIRMS]
            if len(firms) == 1 and self._only_office([unit for unit in units if not unit.entities]):
                found.update(firms)
        return found

    def _only_office(self, said: Iterable[Unit]) -> bool:
        words = list(said)
        return bool(words) and all(not self._offices.isdisjoint(unit.keys) for unit in words)
