"""/search: the statements that go with the words looked for, in any language. "q1.<page>.<words>" is a page.

Those that go with all of them; only where there are none, those that go with the most, and then it says so.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

from bot.answering.browsing.browse import turning
from bot.answering.room.reply import Choice, Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.room.suggestions import importance
from bot.answering.room.tokens import SEARCHED
from bot.understanding.language.normalise import clean, tokenise

ON_A_PAGE = 5
_LONGEST_TOKEN = 60
_FORM = re.compile(r"q1\.(\d{1,4})\.([A-Za-z0-9_=-]{1,52})")


def opened(room: Room, token: str, language: str) -> Reply | None:
    """The page behind a token; None for any other."""
    found = _FORM.fullmatch(token)
    if not found:
        return None
    try:
        return search(room, urlsafe_b64decode(found[2]).decode(), language, int(found[1]))
    except ValueError:
        return None


def search(room: Room, text: str, language: str, page: int = 0) -> Reply:
    """One page of the statements that go with the words, the most important first."""
    voice = room.voices[language]
    text = " ".join(clean(text).split())[:80]
    words = _words(room, text)
    heading = voice.text("search.title", words=text) if text else None
    if not words:
        return Reply(Outcome.HELP, language, (voice.text("search.usage"),))
    ids, held = room.index.most(words)
    if not ids:
        return _nothing(room, words, heading, language)
    facts = sorted((room.knowledge.facts[fact] for fact in ids), key=lambda fact: (-importance(room, fact), fact.id))
    pages = -(-len(facts) // ON_A_PAGE)
    page = min(page, pages - 1)
    statements = room.statements(language)
    statements.say_all(facts[page * ON_A_PAGE : (page + 1) * ON_A_PAGE])
    fits = len(page_token(text, 9999)) <= _LONGEST_TOKEN
    turns = turning(room, language, page, pages, lambda other: page_token(text, other)) if fits else ()
    return Reply(
        Outcome.ANSWER,
        language,
        (_lead(room, words, len(facts), held, language), *statements.blocks),
        heading=heading,
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=(*(_instead(room, words, language) if held < len(words) and page == 0 else ()), *turns),
        score=100.0,
        token=page_token(text, page) if fits else None,
    )


def page_token(text: str, page: int = 0) -> str:
    """The token of a page, counted from 0."""
    return f"{SEARCHED}{page}.{urlsafe_b64encode(text.encode()).decode()}"


def _words(room: Room, text: str) -> tuple[str, ...]:
    """The words to look for: without articles and prepositions ("wine *from* France"), unless there are no others."""
    tokens = tokenise(text)
    telling = [one for one in tokens if one.text.isupper() or not room.recogniser.is_small(one.folded)]  # "US", "us"
    return tuple(dict.fromkeys(token.folded for token in telling or tokens))[:6]


def _lead(room: Room, words: tuple[str, ...], number: int, held: int, language: str) -> str:
    """How many statements go with how many of the words."""
    voice = room.voices[language]
    if held < len(words):
        return voice.plural("search.found_some", number, some=held, all=len(words))
    return voice.plural("search.found_all" if held > 1 else "search.found", number)


def _nothing(room: Room, words: tuple[str, ...], heading: str | None, language: str) -> Reply:
    lead = room.voices[language].text("search.nothing")
    return Reply(Outcome.SILENT, language, (lead,), heading, choices=_instead(room, words, language))


def _instead(room: Room, words: tuple[str, ...], language: str) -> tuple[Choice, ...]:
    """Known words to look for instead of those that no statement goes with."""
    near = [room.index.nearest(word) for word in words if not room.index.find((word,))]
    return tuple(
        Choice(room.voices[language].text("search.instead", word=word), page_token(word))
        for word in near
        if word and len(page_token(word, 9999)) <= _LONGEST_TOKEN
    )
