"""Finds wordings that say before a figure what its `approx` says: "über {value}" where the value is "über 75 Euro".

A check for editors (`run_bot.py check`), in both languages; the words are data (locales/<language>/figures.yaml).
"""

import re
from collections.abc import Iterator, Mapping

from bot.errors import Problem
from bot.facts.model import Fact, Knowledge
from bot.facts.values import Count, Duration, Money, Percentage
from bot.facts.wording import pieces
from bot.i18n.voice import Voice


def check_doubled(knowledge: Knowledge, voices: Mapping[str, Voice]) -> Iterator[Problem]:
    """Each placeholder behind a word that says once more what its value says."""
    patterns = {
        language: {approx: _behind(said) for approx, said in voice.words.approx.items()}
        for language, voice in voices.items()
    }
    for fact in knowledge.facts.values():
        for language, voice in voices.items():
            yield from _fact(fact, language, voice, patterns[language])


def _fact(fact: Fact, language: str, voice: Voice, patterns: Mapping[str, re.Pattern[str]]) -> Iterator[Problem]:
    for literal, name, form in pieces(fact.wording[language]):
        value = fact.values.get(name or "")
        approx = value.approx if isinstance(value, Money | Count | Percentage | Duration) else None
        pattern = patterns.get(approx or "")
        found = pattern.search(literal) if pattern else None
        if value is None or found is None:
            continue
        placeholder, before = f"{{{name}{form and f':{form}'}}}", found.group().strip()
        said = " ".join(voice.say(value, form).split())
        remedy = (
            f"“{before} {said}” says it twice, for {name} has `approx: {approx}`: leave “{before}” out; "
            f"where it is a preposition, write another one"
        )
        yield Problem(fact.file, fact.place(f"wording.{language}"), f"{before} {placeholder}", remedy)


def _behind(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the words at the end of a text, the longest first."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})\.?\s+$", re.IGNORECASE)
