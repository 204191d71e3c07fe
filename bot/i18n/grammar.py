"""Finds German wordings whose placeholder needs another form: "mit {value}" where the value is "die Schweiz".

A check for editors (`run_bot.py check`); English needs none. Behind a preposition a figure is bent, too, and that over
words between the two: "von nur 3 schwedischen Kronen".
"""

import re
from collections.abc import Iterator

from bot.errors import Problem
from bot.facts.model import Fact, Knowledge
from bot.facts.values import Duration, EntityList, EntityValue, Money, Value
from bot.facts.wording import pieces
from bot.i18n.voice import Voice

DATIVE = frozenset(["ab", "aus", "bei", "binnen", "in", "mit", "nach", "seit", "von", "vor", "zu", "zwischen"])
ACCUSATIVE = frozenset(["durch", "für", "gegen", "ohne", "um"])
_LAST_WORD = re.compile(r"(\w+)\s*$")


def check_grammar(knowledge: Knowledge, german: Voice) -> Iterator[Problem]:
    """Each German placeholder behind a preposition that governs a case which the value would show."""
    listed = "|".join(map(re.escape, sorted(german.words.between, key=len, reverse=True)))
    skipped = re.compile(rf"(?:\b(?:{listed})\s+)+$" if listed else r"(?!)", re.IGNORECASE)
    for fact in knowledge.facts.values():
        yield from _fact(fact, german, knowledge, skipped)


def _fact(fact: Fact, german: Voice, knowledge: Knowledge, skipped: re.Pattern[str]) -> Iterator[Problem]:
    for literal, name, form in pieces(fact.wording["de"]):
        value = fact.values.get(name or "")
        between = skipped.search(literal) if isinstance(value, Duration | Money) else None
        before = _LAST_WORD.search(literal[: between.start()] if between else literal)
        if before is None or form or value is None:
            continue
        preposition = before[1].lower()
        wanted = "dative" if preposition in DATIVE else "accusative" if preposition in ACCUSATIVE else None
        if wanted and _shows_case(value, wanted, german) and _states_articles(value, knowledge):
            inner = f"{before[1]} {between.group() if between else ''}"
            said = f"„{inner}{german.say(value, wanted)}“"
            found = f"{inner}{{{name}}}"
            yield Problem(fact.file, fact.place("wording.de"), found, f"write {{{name}:{wanted}}}: {said}")


def _states_articles(value: Value, knowledge: Knowledge) -> bool:
    """Whether no name has an article only by the look of it: "mit Deutsche Bank" is said as well."""
    names = (
        (value.entity,) if isinstance(value, EntityValue) else value.entities if isinstance(value, EntityList) else ()
    )
    own = [knowledge.entities[name] for name in names if name in knowledge.entities]
    return not own or len(own) < len(names) or any(entity.article.get("de") for entity in own)


def _shows_case(value: Value, case: str, german: Voice) -> bool:
    """Whether the value sounds different in the case."""
    return isinstance(value, Duration | Money | EntityValue | EntityList) and german.say(value, case) != german.say(
        value
    )
