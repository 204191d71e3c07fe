import html
import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.room.reply import Outcome, Reference, Reply
from bot.channels.telegram.formatting import MOST_UNITS, clean, cut, messages, units
from tests.botapi.texts import format_text

REPLY = Reply(Outcome.ANSWER, "de", ("Eine Aussage. [1]",))
SOURCE = Reference(1, "000", "000.txt", 5, "[1] „Titel“, Absatz 5: »zwei Wörter«")


def seen(message: str) -> str:
    """What a reader sees of the HTML; fails when Telegram would refuse it."""
    text, _entities, error = format_text(message, "HTML")
    assert error is None
    return str(text)


def test_markup_in_facts_and_questions_is_escaped() -> None:
    (message,) = messages(replace(REPLY, blocks=("1 < 2 & <b>3</b> </blockquote>",)))
    assert message == "1 &lt; 2 &amp; &lt;b&gt;3&lt;/b&gt; &lt;/blockquote&gt;"


def test_the_heading_is_bold_and_stands_above() -> None:
    (message,) = messages(replace(REPLY, heading="JD & Co"))
    assert message == "<b>JD &amp; Co</b>\n\nEine Aussage. [1]"


def test_a_few_short_sources_are_a_quote_below() -> None:
    (message,) = messages(replace(REPLY, references=(SOURCE,)))
    assert message.endswith("\n<blockquote>[1] „Titel“, Absatz 5: »zwei Wörter«</blockquote>")


def test_more_sources_are_folded_away() -> None:
    (message,) = messages(replace(REPLY, references=(SOURCE,) * 3))
    assert "<blockquote expandable>" in message


def test_long_sources_are_folded_away() -> None:
    (message,) = messages(replace(REPLY, references=(replace(SOURCE, line="x " * 200),)))
    assert "<blockquote expandable>" in message


def test_a_text_of_4096_units_is_one_message_and_one_more_are_two() -> None:
    assert len(messages(replace(REPLY, blocks=("x" * MOST_UNITS,)))) == 1
    assert len(messages(replace(REPLY, blocks=("x" * (MOST_UNITS + 1),)))) == 2


def test_emoji_count_as_two_units() -> None:
    assert units("🇦🇹 €") == 6
    assert len(messages(replace(REPLY, blocks=("😀" * 2048,)))) == 1
    assert len(messages(replace(REPLY, blocks=("😀" * 2049,)))) == 2


def test_it_is_cut_between_blocks_not_within() -> None:
    blocks = tuple(f"{n} " + "x" * 1500 for n in range(5))
    sent = [seen(message) for message in messages(replace(REPLY, blocks=blocks))]
    assert [text.split("\n\n") for text in sent] == [list(blocks[:2]), list(blocks[2:4]), list(blocks[4:])]


def test_a_block_that_is_too_long_is_cut_at_a_line_s_end_or_a_space() -> None:
    assert list(cut("eins zwei\ndrei vier", 14)) == ["eins zwei", "drei vier"]
    assert list(cut("eins zwei drei", 10)) == ["eins zwei", "drei"]
    assert list(cut("einszweidrei", 5)) == ["einsz", "weidr", "ei"]


def test_more_than_a_hundred_entities_are_spread_over_messages() -> None:
    references = tuple(replace(SOURCE, line="y" * 4000) for _ in range(150))
    sent = messages(replace(REPLY, references=references))
    assert all(message.count("<blockquote") <= 100 for message in sent)


def test_lone_surrogates_controls_and_overrides_are_taken_out() -> None:
    assert clean("a\ud800b") == "a�b"
    assert clean("\ud83d\ude00") == "😀"
    assert clean("\x00a\x07b\u202ec\u2066d") == "a b c d"


def test_a_reply_without_any_text_still_says_something() -> None:
    assert messages(replace(REPLY, blocks=("\u202e ",))) == ["…"]


def test_a_tapped_label_that_is_the_heading_stands_there_once() -> None:
    card = Reply(Outcome.ANSWER, "en", ("Signed.",), heading="JD.com and Austria")
    assert messages(card, "JD.com and Austria") == ["<b>JD.com and Austria</b>\n\nSigned."]
    assert messages(card, "JD.com and…") == ["<b>JD.com and Austria</b>\n\nSigned."]
    assert messages(card, "Austria") == ["<b>JD.com and Austria</b>\n\nSigned."]
    assert messages(card, "JD.com") == ["<i>JD.com</i>\n\n<b>JD.com and Austria</b>\n\nSigned."]


def test_the_tapped_label_stands_above_and_never_makes_a_message_too_long() -> None:
    assert messages(REPLY, "Mehr & mehr") == ["<i>Mehr &amp; mehr</i>\n\nEine Aussage. [1]"]
    assert messages(replace(REPLY, blocks=("",)), "Mehr") == ["<i>Mehr</i>\n\n…"]
    sent = [seen(message) for message in messages(replace(REPLY, blocks=("x" * MOST_UNITS,)), "Mehr")]
    assert [units(text) for text in sent] == [4, MOST_UNITS]


TEXTS = st.text(st.characters(), max_size=60) | st.text("<>&;\"'/ab \n", max_size=80).map(lambda text: text * 90)


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, max_size=6), st.none() | TEXTS, st.lists(TEXTS, max_size=4))
def test_telegram_takes_whatever_a_reply_holds(blocks: list[str], heading: str | None, lines: list[str]) -> None:
    references = tuple(replace(SOURCE, line=line) for line in lines)
    sent = messages(replace(REPLY, blocks=tuple(blocks), heading=heading, references=references))
    assert sent
    for message in sent:
        plain = html.unescape(re.sub(r"</?(?:b|blockquote)(?: expandable)?>", "", message))
        assert units(plain) <= MOST_UNITS
        _text, entities, error = format_text(message, "HTML")
        assert error is None
        assert len(entities) <= 100
