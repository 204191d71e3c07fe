from pathlib import Path

import pytest

from bot.i18n.catalog_check import check_catalogs

HEADER = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
PLURAL = 'msgid "deals"\nmsgid_plural "deals"\nmsgstr[0] "{n} Deal"\nmsgstr[1] "{n} Deals"\n'
PLURAL_EN = 'msgid "deals"\nmsgid_plural "deals"\nmsgstr[0] "{n} deal"\nmsgstr[1] "{n} deals"\n'


def found(folder: Path, code: str, german: str, english: str) -> list[str]:
    """The problems, as "language key: remedy"."""
    bot = folder / "bot"
    bot.mkdir()
    (bot / "desk.py").write_text(code)
    for language, entries in (("de", german), ("en", english)):
        path = folder / "locales" / language / "LC_MESSAGES" / "bot.po"
        path.parent.mkdir(parents=True)
        path.write_text(f"{HEADER}\n{entries}")
    problems = check_catalogs(folder / "locales", bot)
    return [f"{problem.file.split('/')[1]} {problem.key}: {problem.remedy}" for problem in problems]


def entry(key: str, text: str) -> str:
    return f'msgid "{key}"\nmsgstr "{text}"\n'


ASKED = 'voice.text("hello.you", name=x)'
GERMAN = entry("hello.you", "Hallo, {name}!")
ENGLISH = entry("hello.you", "Good day, {name}!")


def test_catalogs_that_agree_with_the_code_are_well(tmp_path: Path) -> None:
    code = f'{ASKED}\nvoice.plural("deals", 3)\n'
    assert found(tmp_path, code, GERMAN + "\n" + PLURAL, ENGLISH + "\n" + PLURAL_EN) == []


@pytest.mark.parametrize(
    ("code", "german", "english", "expected"),
    [
        ('voice.text("hello.yu", name=x)', GERMAN, ENGLISH, "de hello.yu: missing, but asked for in bot/desk.py:1"),
        (ASKED, GERMAN, "", "en hello.you: missing, but asked for"),
        (ASKED, entry("hello.you", ""), ENGLISH, "de hello.you: untranslated"),
        (ASKED, "#, fuzzy\n" + GERMAN, ENGLISH, "de hello.you: marked fuzzy"),
        (ASKED, GERMAN + '\n#~ msgid "old"\n#~ msgstr "alt"\n', ENGLISH, "de old: obsolete"),
        (ASKED, entry("hello.you", "Hallo!"), ENGLISH, "en hello.you: all languages must use the same placeholders"),
        (ASKED, entry("hello.you", "Hallo, {name"), ENGLISH, "de hello.you: check the braces"),
        (ASKED, entry("hello.you", "Hallo, {name:vocative}"), ENGLISH, "(forms are plain"),
        (ASKED, entry("hello.you", "Good day, {name}!"), ENGLISH, "de hello.you: the same text in all languages"),
        ('voice.text("hello.you")', GERMAN, ENGLISH, "de hello.you: bot/desk.py:1 doesn't give it"),
        ('voice.plural("hello.you", 1, name=x)', GERMAN, ENGLISH, "must ask for it by .text(…)"),
        ("", GERMAN, ENGLISH, "de hello.you: no code asks for it"),
        ('voice.text(f"bye.{kind}")', "", "", "de bye.…: no key begins so"),
        ('voice.plural("deals", 3)', PLURAL.replace('msgstr[1] "{n} Deals"\n', ""), PLURAL_EN, "de deals: "),
    ],
)
def test_a_mistake_is_found(tmp_path: Path, code: str, german: str, english: str, expected: str) -> None:
    problems = found(tmp_path, code, german, english)
    assert any(expected in problem for problem in problems), problems


@pytest.mark.parametrize(
    "code",
    [
        'voice.text(f"hello.{who}")',
        'voice.text("hello.you" if x else "hello.you", name=x)',
        'KEYS = ("hello.you",)\nvoice.text(KEYS[0])',
        'key = f"hello.{who}"\nvoice.text(key)',
        'voice.text("hello.you", **named)',
    ],
)
def test_a_key_may_be_asked_for_in_other_ways(tmp_path: Path, code: str) -> None:
    assert found(tmp_path, code, GERMAN, ENGLISH) == []


def test_a_single_word_may_be_the_same_in_both_languages(tmp_path: Path) -> None:
    same = entry("hello.you", "Start {name}")
    assert found(tmp_path, ASKED, same, same) == []
