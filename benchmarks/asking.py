"""Questions with the facts that answer them: for a generated world, or from a question file."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.typing_errors import misspelt
from benchmarks.world import Cast, World, filled, phrases
from bot.facts.model import LANGUAGES, Fact, Knowledge
from bot.i18n import Voice

UNANSWERABLE = "unanswerable"
OFF_TOPIC = "offtopic"


@dataclass(frozen=True)
class Question:
    """A question, and the ids of the facts that answer it: none means that there is no answer."""

    text: str
    language: str
    style: str
    gold: frozenset[str]


def of_world(world: World, number: int, seed: int = 2) -> list[Question]:
    """As in the folder, in other words, misspelt; of unknown and of swapped names; of what isn't told."""
    chance = Random(seed)  # noqa: S311 - play, not secrets
    makers = (_as_told, _reworded, _misspelt, _unknown_name, _swapped_name, _untold)
    return [makers[at % len(makers)](world, chance) for at in range(number)]


def _picked(world: World, chance: Random, pool: str) -> tuple[Cast, str, str, str]:
    """A deal, one of its facts, a language, and a question of the pool not yet filled."""
    cast = chance.choice(world.casts)
    key, language = chance.choice(cast.told), chance.choice(LANGUAGES)
    return cast, key, language, chance.choice(phrases()["facts"][key][pool][language])


def _as_told(world: World, chance: Random) -> Question:
    cast, key, language, template = _picked(world, chance, "examples")
    return Question(filled(template, cast, language), language, "as told", frozenset({f"{cast.deal}/{key}"}))


def _reworded(world: World, chance: Random) -> Question:
    cast, key, language, template = _picked(world, chance, "asked")
    return Question(filled(template, cast, language), language, "reworded", frozenset({f"{cast.deal}/{key}"}))


def _misspelt(world: World, chance: Random) -> Question:
    question = _reworded(world, chance)
    text = misspelt(question.text, chance, errors=chance.choice((1, 2)))
    return replace(question, text=text.lower() if chance.random() < 0.5 else text, style="misspelt")


def _unknown_name(world: World, chance: Random) -> Question:
    """One party is a company that the folder lacks, or that it knows only by name."""
    cast, _, language, template = _picked(world, chance, "asked")
    known = list(world.bystanders.values())
    stranger = chance.choice(known if chance.random() < 0.3 else world.strangers)
    return Question(filled(template, _with_second(cast, stranger), language), language, UNANSWERABLE, frozenset())


def _swapped_name(world: World, chance: Random) -> Question:
    """Both parties are known, but there is no deal between them."""
    cast, _, language, template = _picked(world, chance, "asked")
    partners = {party for other in world.casts if cast.parties[0] in other.parties for party in other.parties}
    other = chance.choice(world.casts)
    while other.parties[0] in partners:
        other = chance.choice(world.casts)
    second = other.spoken[language]["a"]
    return Question(filled(template, _with_second(cast, second), language), language, UNANSWERABLE, frozenset())


def _untold(world: World, chance: Random) -> Question:
    """What no fact of the deal tells: a side that some other deal's facts tell, or one that none tells."""
    cast, _, language, _ = _picked(world, chance, "asked")
    keys = [key for key in phrases()["facts"] if key not in cast.told]
    pool = phrases()["facts"][chance.choice(keys)]["asked"] if keys and chance.random() < 0.5 else phrases()["untold"]
    return Question(filled(chance.choice(pool[language]), cast, language), language, UNANSWERABLE, frozenset())


def _with_second(cast: Cast, name: str) -> Cast:
    return replace(cast, spoken={lang: {**cast.spoken[lang], "b": name} for lang in cast.spoken})


def from_file(path: Path, knowledge: Knowledge, voices: Mapping[str, Voice]) -> Iterator[Question]:
    """The single questions of a question file (a JSON object a line).

    A fact answers if it cites one of the paragraphs given and says what must be said; where no single fact says it all
    (lists, comparisons), citing is enough. Dialogues are left out, and so is small talk, and questions that may be
    answered or refused.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if "q" not in item or "or_answer" in item or item["kind"] not in {"answer", "silent", "offtopic"}:
            continue
        style = {"answer": item["style"], "silent": UNANSWERABLE, "offtopic": OFF_TOPIC}[item["kind"]]
        gold = _facts_for(item, knowledge, voices) if item["kind"] == "answer" else frozenset()
        if gold or item["kind"] != "answer":
            yield Question(item["q"], item["lang"], style, gold)


def _facts_for(item: Mapping[str, Any], knowledge: Knowledge, voices: Mapping[str, Voice]) -> frozenset[str]:
    gold = {(str(source), int(paragraph)) for source, paragraph in item["gold"]}
    citing = [f for f in knowledge.facts.values() if any((c.source, c.paragraph) in gold for c in f.citations)]
    saying = [fact for fact in citing if _says(fact, item.get("must", ()), voices)]
    return frozenset(fact.id for fact in saying or citing)


def _says(fact: Fact, must: list[str] | tuple[str, ...], voices: Mapping[str, Voice]) -> bool:
    """In either language: the reply's language isn't what is measured here."""
    return any(
        all(re.search(pattern, voices[language].wording(fact), re.IGNORECASE) for pattern in must)
        for language in LANGUAGES
    )
