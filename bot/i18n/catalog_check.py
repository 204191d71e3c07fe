"""Holds the catalogs against the code and against each other, behind `make catalogs`.

Every key that is asked for is there in every language, complete and with the same placeholders; no other is.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from bot.errors import Problem
from bot.facts.model import LANGUAGES
from bot.facts.problems import did_you_mean
from bot.facts.wording import FORMS, WordingError, pieces, placeholders
from bot.i18n.catalogs import catalog_path, read_catalog
from bot.i18n.usage import Use, mentioned, uses

Messages = Mapping[str, Message]


def check_catalogs(locales: Path, code: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with the catalogs of all languages, given the folder of the code."""
    catalogs = {language: read_catalog(catalog_path(locales, language), language) for language in LANGUAGES}
    messages = {language: keyed(catalog) for language, catalog in catalogs.items()}
    found = list(uses(code))
    problems = [
        *_unused(messages, found, *mentioned(code)),
        *_differences(messages),
    ]
    for language in LANGUAGES:
        problems += _asked(language, messages[language], found)
        problems += _complete(language, catalogs[language], messages[language])
    return tuple(problems)


def keyed(catalog: Catalog) -> dict[str, Message]:
    """The catalog's messages by key, without the header."""
    return {_key(message): message for message in catalog if message.id}


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def texts_of(message: Message) -> tuple[str, ...]:
    """The text, or its plural forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _file(language: str) -> str:
    return f"locales/{language}/LC_MESSAGES/bot.po"


def _asked(language: str, messages: Messages, found: list[Use]) -> Iterator[Problem]:
    for use in found:
        if use.open_end:
            if not any(key.startswith(use.key) for key in messages):
                yield Problem(_file(language), f"{use.key}…", "", f"no key begins so ({use.place}): add them")
            continue
        message = messages.get(use.key)
        if message is None:
            remedy = did_you_mean(use.key, messages, "add it with its text")
            yield Problem(_file(language), use.key, "", f"missing, but asked for in {use.place}: {remedy}")
        elif message.pluralizable != use.plural:
            call = "plural" if message.pluralizable else "text"
            yield Problem(_file(language), use.key, "", f"{use.place} must ask for it by .{call}(…)")
        elif use.given is not None:
            for name in sorted(_names(message) - use.given):
                yield Problem(_file(language), use.key, f"{{{name}}}", f"{use.place} doesn't give it: drop or give it")


def _complete(language: str, catalog: Catalog, messages: Messages) -> Iterator[Problem]:
    for key, message in messages.items():
        texts = texts_of(message)
        if message.pluralizable and len(texts) != catalog.num_plurals:
            remedy = f"{catalog.num_plurals} plural forms are needed: msgstr[0] to msgstr[{catalog.num_plurals - 1}]"
            yield Problem(_file(language), key, f"{len(texts)} forms", remedy, message.lineno)
        elif not all(texts):
            yield Problem(_file(language), key, "", "untranslated: write its text", message.lineno)
        if message.fuzzy:
            yield Problem(_file(language), key, "", "marked fuzzy: check it and drop the mark", message.lineno)
        for text in texts:
            yield from _sound(language, key, text, message)
    for obsolete in catalog.obsolete:
        yield Problem(_file(language), str(obsolete), "", "obsolete (#~): drop it")


def _sound(language: str, key: str, text: str, message: Message) -> Iterator[Problem]:
    try:
        used = placeholders(text)
    except WordingError as error:
        yield Problem(_file(language), key, text, str(error), message.lineno)
        return
    for name, form in used:
        if form not in FORMS:
            remedy = did_you_mean(form, FORMS, f"forms are {', '.join(form for form in FORMS if form)}")
            yield Problem(_file(language), key, f"{{{name}:{form}}}", remedy, message.lineno)


def _differences(messages: Mapping[str, Messages]) -> Iterator[Problem]:
    everywhere = sorted({key for by_key in messages.values() for key in by_key})
    for key in everywhere:
        there = {language: by_key[key] for language, by_key in messages.items() if key in by_key}
        for language in messages.keys() - there.keys():
            yield Problem(_file(language), key, "", f"missing, but in {', '.join(there)}: add it with its text")
        names = {language: _names(message) for language, message in there.items()}
        if len(set(names.values())) > 1:
            shown = "; ".join(f"{language}: {', '.join(sorted(one)) or 'none'}" for language, one in names.items())
            yield Problem(_file(LANGUAGES[-1]), key, shown, "all languages must use the same placeholders")
        if len({message.pluralizable for message in there.values()}) > 1:
            yield Problem(_file(LANGUAGES[-1]), key, "", "plural in one language only: give it in all or none")
        copied = set.intersection(*(set(texts_of(message)) for message in there.values())) if len(there) > 1 else set()
        for text in copied:
            if _is_sentence(text):
                yield Problem(_file(LANGUAGES[0]), key, text, "the same text in all languages: translate it")


def _unused(
    messages: Mapping[str, Messages], found: list[Use], strings: frozenset[str], begun: tuple[str, ...]
) -> Iterator[Problem]:
    exact = {use.key for use in found if not use.open_end}
    beginnings = (*begun, *(use.key for use in found if use.open_end))
    for language, by_key in messages.items():
        for key, message in by_key.items():
            if key not in exact and key not in strings and not key.startswith(beginnings):
                yield Problem(_file(language), key, "", "no code asks for it: drop it", message.lineno)


def _names(message: Message) -> frozenset[str]:
    try:
        return frozenset(name for text in texts_of(message) for name, _ in placeholders(text))
    except WordingError:
        return frozenset()


def _is_sentence(text: str) -> bool:
    """Whether the text has two words or more besides its placeholders; a single word may well be the same."""
    try:
        words = " ".join(literal for literal, _, _ in pieces(text)).split()
    except WordingError:
        return False
    return sum(any(character.isalpha() for character in word) for word in words) > 1
