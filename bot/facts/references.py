"""Checks that everything named in one file exists in another: entities, attributes, sources, placeholders.

The last station of the loader: each file is sound by itself by now, here they are held against each other.
"""

from collections.abc import Collection, Iterable, Mapping

from bot.facts.entities import PLACE, Entity
from bot.facts.gazetteer_reader import country_codes
from bot.facts.model import OTHER, Attribute, Citation, Deal, Fact, Source
from bot.facts.problems import Problems, did_you_mean
from bot.facts.values import FIGURES, EntityList, EntityValue, Value
from bot.facts.wording import FORMS, WordingError, placeholders


class References:
    """The ids that may be referred to, and where to complain about others.

    `regions` are the entities that have countries. None for sources or entities whose file can't be read: then nothing
    is said about references to them.
    """

    def __init__(
        self,
        sources: Mapping[str, Source] | None,
        entities: Mapping[str, Entity] | None,
        attributes: Mapping[str, Attribute],
        regions: Collection[str],
        problems: Problems,
    ) -> None:
        self._sources = sources
        self._attributes = attributes
        self._regions_known = regions
        self._entities = entities or {}
        self._known_entities = None if entities is None else frozenset(entities) | country_codes()
        self._problems = problems

    def check_gazetteer(self, file: str) -> None:
        """Each `part_of` is an entity or country, and nothing is part of itself, however far; a `home` is a place."""
        for entity in self._entities.values():
            self._home(file, entity)
            if entity.part_of is None:
                continue
            key = f"entities.{entity.id}.part_of"
            self._entity(file, key, entity.part_of)
            seen, above = {entity.id}, entity.part_of
            while above in self._entities and above not in seen:
                seen.add(above)
                above = self._entities[above].part_of or ""
            if above in seen:
                self._problems.add(file, key, entity.part_of, "these entities are part of each other: break the circle")

    def _home(self, file: str, entity: Entity) -> None:
        home = self._entities.get(entity.home or "")
        if entity.home is not None and (home is None or home.kind != PLACE or entity.kind == PLACE):
            towns = [one.id for one in self._entities.values() if one.kind == PLACE]
            remedy = "the id of the place of gazetteer.yaml where a company is at home; a country stands in `country`"
            self._problems.add(
                file, f"entities.{entity.id}.home", entity.home, did_you_mean(entity.home, towns, remedy)
            )

    def check_deal(self, file: str, deal: Deal, facts: Iterable[Fact]) -> None:
        """Everything that a deal and its facts name."""
        for name, entities in (("parties", deal.parties), ("places", deal.places)):
            self._entity_list(file, name, entities)
        for attribute in deal.unanswered:
            if attribute != OTHER:
                self._attribute(file, f"unanswered.{attribute}", attribute)
        for fact in facts:
            self._fact(file, f"facts.{fact.key}", fact)

    def _fact(self, file: str, key: str, fact: Fact) -> None:
        self._attribute(file, f"{key}.attribute", fact.attribute)
        for number, attribute in enumerate(fact.also, 1):
            self._attribute(file, f"{key}.also[{number}]", attribute)
        self._entity_list(file, f"{key}.about", fact.about)
        self._entity_list(file, f"{key}.according_to", fact.according_to)
        self._regions(file, f"{key}.throughout", fact.throughout)
        self._value(file, f"{key}.value", fact.value)
        for name, value in fact.details.items():
            self._value(file, f"{key}.details.{name}", value)
        for number, citation in enumerate(fact.citations, 1):
            self._citation(file, f"{key}.citations[{number}]", citation)
        self._wording(file, key, fact)

    def _regions(self, file: str, key: str, regions: Iterable[str]) -> None:
        self._entity_list(file, key, regions)
        for region in regions:
            if region in self._entities and region not in self._regions_known:
                remedy = (
                    "name a region: an entity that has `countries`, a continent by its usual name, or a country's code"
                )
                self._problems.add(file, key, region, remedy)

    def _citation(self, file: str, key: str, citation: Citation) -> None:
        if self._sources is None:
            return
        source = self._sources.get(citation.source)
        if source is None:
            remedy = did_you_mean(citation.source, self._sources, "use an id of sources.yaml")
            self._problems.add(file, f"{key}.source", citation.source, remedy)
        elif not 1 <= citation.paragraph <= len(source.digests):
            remedy = f"source {source.id} has paragraphs 1 to {len(source.digests)} (titles count, blanks don't)"
            self._problems.add(file, f"{key}.paragraph", citation.paragraph, remedy)

    def _wording(self, file: str, key: str, fact: Fact) -> None:
        values = fact.values
        used: dict[str, frozenset[str]] = {}
        for language, template in fact.wording.items():
            place = f"{key}.wording.{language}"
            try:
                found = placeholders(template)
            except WordingError as error:
                self._problems.add(file, place, template, str(error))
                return
            used[language] = frozenset(name for name, _ in found if isinstance(values.get(name), FIGURES))
            for name, form in found:
                if name not in values:
                    remedy = did_you_mean(name, values, "use {value} or the name of a detail of this fact")
                    self._problems.add(file, place, f"{{{name}}}", remedy)
                if form not in FORMS:
                    remedy = did_you_mean(form, FORMS, f"forms are {', '.join(form for form in FORMS if form)}")
                    self._problems.add(file, place, f"{{{name}:{form}}}", remedy)
        if len(set(used.values())) > 1:
            shown = "; ".join(f"{language}: {', '.join(sorted(names)) or 'none'}" for language, names in used.items())
            remedy = "a figure must be said by its placeholder in both languages or in none"
            self._problems.add(file, f"{key}.wording", shown, remedy)

    def _attribute(self, file: str, key: str, attribute: str) -> None:
        if attribute and attribute not in self._attributes:
            remedy = did_you_mean(attribute, self._attributes, "use an attribute of intents.yaml, or define it there")
            self._problems.add(file, key, attribute, remedy)

    def _value(self, file: str, key: str, value: Value | None) -> None:
        if isinstance(value, EntityValue):
            self._entity(file, f"{key}.entity", value.entity)
        elif isinstance(value, EntityList):
            self._entity_list(file, f"{key}.entities", value.entities)

    def _entity_list(self, file: str, key: str, entities: Iterable[str]) -> None:
        for number, entity in enumerate(entities, 1):
            self._entity(file, f"{key}[{number}]", entity)

    def _entity(self, file: str, key: str, entity: str) -> None:
        if self._known_entities is not None and entity not in self._known_entities:
            otherwise = "use an id of gazetteer.yaml or an ISO country code in capitals"
            self._problems.add(file, key, entity, did_you_mean(entity, self._entities, otherwise))
