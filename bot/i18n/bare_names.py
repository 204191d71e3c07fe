"""Finds German wordings in which a name lacks its article, or has it twice, and English ones that have it twice.

Advice for editors (`run_bot.py check`), beside the mistakes that `grammar` is sure of: „muss Kartellamt zustimmen“ is
read by everybody who asks, and so is „zum dem Hafen Riga“. In brackets, behind a colon and beside the noun that says
what it is a name stands bare; these are left alone.
"""

import re
from collections.abc import Iterator, Sequence

from bot.errors import Problem
from bot.facts.model import Fact, Knowledge
from bot.facts.values import EntityList, EntityValue, Value
from bot.facts.wording import pieces
from bot.i18n.declension import Declension
from bot.i18n.grammar import ACCUSATIVE, DATIVE
from bot.i18n.voice import Voice

_LAST_WORDS = re.compile(r"(?:(\w+) )?(?:(\w+) )?(\w+) $")
_ADJECTIVE = re.compile(r"[a-zäöüß-]+en?")
"""What an adjective behind an article looks like."""

_THE = "the "
_DETERMINED = re.compile(r"(?:\b(?:the|an?|this|its|their|his|her|our)|\w+['’]s)\s$", re.IGNORECASE)
"""What in English leaves no room for an article behind it: "Malaysia's *the* zone". "That" mostly joins sentences."""

_CASES = frozenset({"nominative", "accusative", "dative"})


def bare_names(knowledge: Knowledge, german: Voice, declension: Declension) -> Iterator[Problem]:
    """Each placeholder of a German wording whose names want an article, or have one already."""
    reader = _Reader(knowledge, german, declension)
    for fact in knowledge.facts.values():
        yield from reader.doubts(fact)


def doubled_articles(knowledge: Knowledge, english: Voice) -> Iterator[Problem]:
    """Each placeholder of an English wording whose name brings an article where one stands already."""
    for fact in knowledge.facts.values():
        for literal, name, form in pieces(fact.wording["en"]):
            value = fact.values.get(name or "")
            if not isinstance(value, EntityValue | EntityList) or not (found := _DETERMINED.search(literal)):
                continue
            said = english.say(value, form)
            if not said.startswith(_THE):
                continue
            before = found.group().strip()
            remedy = f"“{before} {said}” has one article too many: write {{{name}:plain}}, or leave “{before}” out"
            yield Problem(fact.file, fact.place("wording.en"), f"{{{name}{form and f':{form}'}}}", remedy)


class _Reader:
    """Reads wordings with what stands before each name."""

    def __init__(self, knowledge: Knowledge, german: Voice, declension: Declension) -> None:
        self._knowledge = knowledge
        self._german = german
        short = {**declension.contractions, **declension.inside}
        self._long = {word: long.split(" ") for long, word in short.items()}
        self._articles = {form for forms in declension.articles.values() for form in forms.values()}
        self._for_articles = {*declension.for_articles, *self._long}

    def doubts(self, fact: Fact) -> Iterator[Problem]:
        """What is doubtful in one fact's wording."""
        for literal, name, form in pieces(fact.wording["de"]):
            value = fact.values.get(name or "")
            if isinstance(value, EntityValue | EntityList):
                found = _LAST_WORDS.search(literal)
                before = [word for word in found.groups() if word] if found else []
                remedy = self._twice(value, form, before, f"{name}") or self._bare(
                    value, form, literal, before, f"{name}"
                )
                if remedy:
                    yield Problem(fact.file, fact.place("wording.de"), f"{{{name}{form and f':{form}'}}}", remedy)

    def _twice(self, value: Value, form: str, before: Sequence[str], name: str) -> str:
        """What to do about an article that stands before a name which brings its own; "" if none does."""
        last = before[-1] if before else ""
        if form not in _CASES or last.casefold() not in self._for_articles:
            return ""
        said = self._german.say(value, form)
        article = said.partition(" ")[0]
        if article not in self._articles or said == self._german.say(value):
            return ""
        preposition, inner = self._long.get(last.casefold(), ["", ""])
        if inner == article:
            whole = f"{last} {said.partition(' ')[2]}"
            return f"„{last} {said}“ has the article twice: write {preposition} {{{name}:{form}}}, it becomes „{whole}“"
        return f"„{last} {said}“ has the article twice: write {{{name}}}, or leave „{last}“ out"

    def _bare(self, value: Value, form: str, literal: str, before: Sequence[str], name: str) -> str:
        """What to do about names without the article that they state; "" if all is well."""
        if form or not self._wants_article(value) or (literal and not literal.endswith(" ")):
            return ""
        last = before[-1] if before else ""
        if last.casefold() in ACCUSATIVE | DATIVE or (last[:1].isupper() and len(before) > 1):
            return ""  # of these `grammar` tells; a noun beside the name says what it is ("dem Lieferdienst X")
        if not last and literal.rstrip()[-1:] in {":", "–", "„", "»"}:
            return ""
        if self._has_article(before):
            return ""
        bare, said = self._german.say(value), self._german.say(value, "nominative")
        return f"„{bare}“ lacks an article: write {{{name}:nominative}}, „{said}“, or :accusative or :dative"

    def _has_article(self, before: Sequence[str]) -> bool:
        """Does an article stand before the name, or before the adjectives that it has there ("der ersten …")?"""
        for word in reversed(before):
            if word.casefold() in self._articles | self._for_articles:
                return True
            if not _ADJECTIVE.fullmatch(word):
                return False
        return False

    def _wants_article(self, value: Value) -> bool:
        """Is there a name of the gazetteer that states an article, or a country that bears one?"""
        names = (
            (value.entity,)
            if isinstance(value, EntityValue)
            else value.entities
            if isinstance(value, EntityList)
            else ()
        )
        for name in names:
            known = self._knowledge.entities.get(name)
            if known.article.get("de") if known else self._german.name(name, "nominative") != self._german.name(name):
                return True
        return False
