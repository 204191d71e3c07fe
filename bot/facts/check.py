"""The checks of a knowledge that loads, behind `run_bot.py check`: nothing unused, nothing unsaid.

Schema and references are the loader's; evidence is held against the texts in bot.facts.evidence, and the example
questions are asked in bot.proof.
"""

import re
from collections.abc import Iterator, Sequence

from bot.errors import Problem
from bot.facts.concerned import entities_of
from bot.facts.entities import LocalWords
from bot.facts.model import LANGUAGES, Knowledge
from bot.facts.values import FIGURES
from bot.facts.wording import placeholders

SHORT_QUESTION = 3
"""A question of up to this many words may be the same in both languages: names and figures."""

NAMED_APART = 5
"""Of entities that no fact names, up to this many are a problem each, and so many are named where they are one."""

_PUNCTUATION = re.compile(r"(?<!\d)[.,/]|[.,/](?!\d)|[^\w\s%€$£¥+#<>=≤≥.,/]+")
"""What makes no other question of one: "C" isn't "C++", but "yet" is "yet?"."""


def check_use(knowledge: Knowledge) -> Iterator[Problem]:
    """Entities that no fact concerns and that aren't bystanders, and sources that no fact cites.

    An entity counts as used when a deal or fact names it, or when one that is used is part of it. An attribute needs
    no fact: that people can ask for it, by cues or templates, is enough.
    """
    used = {entity for fact in knowledge.facts.values() for entity in entities_of(fact, knowledge.deals[fact.deal])} | {
        entity for deal in knowledge.deals.values() for entity in (*deal.parties, *deal.places)
    }
    for entity_id in tuple(used):
        above = knowledge.entities[entity_id].part_of if entity_id in knowledge.entities else None
        while above is not None and above not in used:
            used.add(above)
            above = knowledge.entities[above].part_of if above in knowledge.entities else None
    unused = [one.id for one in knowledge.entities.values() if one.id not in used and not one.bystander]
    todo = "add {} to `about` of the facts on {}, mark {} `bystander: true` or drop {}"
    if len(unused) > NAMED_APART:
        remedy = f"no fact names these {len(unused)} yet: write their facts, or {todo.format(*['them'] * 4)}"
        yield Problem("gazetteer.yaml", f"entities.{unused[0]}", _named(unused), remedy)
    else:
        for entity_id in unused:
            remedy = f"no fact names it: {todo.format(*['it'] * 4)}"
            yield Problem("gazetteer.yaml", f"entities.{entity_id}", "", remedy)
    for entity in knowledge.entities.values():
        if entity.id in used and entity.bystander:
            remedy = "facts name it, so it is no bystander: drop the mark"
            yield Problem("gazetteer.yaml", f"entities.{entity.id}.bystander", "true", remedy)
    yield from _attributes(knowledge)
    cited = {citation.source for fact in knowledge.facts.values() for citation in fact.citations}
    uncited = [source for source in knowledge.sources if source not in cited]
    if len(uncited) > 1:
        remedy = f"no fact cites these {len(uncited)} yet: write their facts or drop them"
        yield Problem("sources.yaml", f"sources.{uncited[0]}", _named(uncited), remedy)
    elif uncited:
        yield Problem("sources.yaml", f"sources.{uncited[0]}", "", "no fact cites it: write its facts or drop it")


def _named(ids: Sequence[str]) -> str:
    """The first few of them: the deals that use them all are still to be written."""
    more = len(ids) - NAMED_APART
    return f"{', '.join(ids[:NAMED_APART])} and {more} more" if more > 0 else ", ".join(ids)


def _attributes(knowledge: Knowledge) -> Iterator[Problem]:
    answered = {attribute for fact in knowledge.facts.values() for attribute in (fact.attribute, *fact.also)}
    for attribute in knowledge.attributes.values():
        unasked = [one for one, words in attribute.words.items() if not words.cues and not words.templates]
        if unasked and attribute.id not in answered:
            remedy = f"no fact tells it and nothing asks for it in {' and '.join(unasked)}: add cues or drop it"
            yield Problem("intents.yaml", f"attributes.{attribute.id}", "", remedy)


def check_wordings(knowledge: Knowledge) -> Iterator[Problem]:
    """Figures that a wording doesn't take from the typed value, and texts that were copied instead of translated."""
    for fact in knowledge.facts.values():
        for language, template in fact.wording.items():
            if isinstance(fact.value, FIGURES) and "value" not in dict(placeholders(template)):
                remedy = "say the figure by {value}, so that it can't differ from the typed value"
                yield Problem(fact.file, fact.place(f"wording.{language}"), template, remedy)
        for name, per_language in (("wording", fact.wording), ("remark", fact.remark or {})):
            if len(set(per_language.values())) < len(per_language):
                remedy = "the same text in both languages: translate it"
                yield Problem(fact.file, fact.place(name), next(iter(per_language.values())), remedy)
        for name, lists in (("questions", fact.questions), ("yes", fact.yes), ("no", fact.no)):
            both = set.intersection(*(set(lists.get(language, ())) for language in LANGUAGES))
            for question in sorted(text for text in both if len(text.split()) > SHORT_QUESTION):
                yield Problem(fact.file, fact.place(name), question, "the same in both languages: translate it")


def check_doubles(knowledge: Knowledge) -> Iterator[Problem]:
    """Questions that are listed for two answers, of which only one can be right.

    That is two facts, the yes and the no of one fact, or a fact and what the sources don't tell.
    """
    first: dict[tuple[str, str], str] = {}
    for fact in knowledge.facts.values():
        for key, question, same in _numbered(fact.questions, fact.place("questions")):
            other = first.setdefault(same, fact.id)
            if other != fact.id:
                remedy = f"the same question stands in {other}: name in it what tells the two apart"
                yield Problem(fact.file, key, question, remedy)
        affirmed = {same: key for key, _, same in _numbered(fact.yes, fact.place("yes"))}
        for key, question, same in _numbered(fact.no, fact.place("no")):
            if same in affirmed:
                remedy = f"the same question stands at {affirmed[same]}: keep the one that is true, or neither is said"
                yield Problem(fact.file, key, question, remedy)
    yield from _told_after_all(knowledge)


def _told_after_all(knowledge: Knowledge) -> Iterator[Problem]:
    told = {
        same: (fact.id, key)
        for fact in knowledge.facts.values()
        for name, lists in (("questions", fact.questions), ("yes", fact.yes), ("no", fact.no))
        for key, _, same in _numbered(lists, name)
    }
    for deal in knowledge.deals.values():
        for attribute, lists in deal.unanswered.items():
            for key, question, same in _numbered(lists, f"unanswered.{attribute}"):
                if same in told:
                    fact_id, place = told[same]
                    remedy = (
                        f"{fact_id} answers the same question ({place}): "
                        "drop it here, or there if the sources don't tell it"
                    )
                    yield Problem(f"deals/{deal.id}.yaml", key, question, remedy)


def _numbered(lists: LocalWords, place: str) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Each question with its key and what makes it the same as another: its language, and its words in lower case."""
    for language, questions in lists.items():
        for number, question in enumerate(questions, 1):
            words = " ".join(_PUNCTUATION.sub(" ", question.casefold()).split())
            yield f"{place}.{language}[{number}]", question, (language, words)
