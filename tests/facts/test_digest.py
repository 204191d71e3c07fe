import hashlib

from hypothesis import given
from hypothesis import strategies as st

from bot.facts.digest import digest, digests, paragraphs, version


def test_a_line_is_a_paragraph_unless_it_is_blank() -> None:
    assert paragraphs("Title\r\n\n  one \n\N{NO-BREAK SPACE}\t\ntwo\rthree\n") == ("Title", "one", "two", "three")


def test_a_line_separator_within_a_line_begins_no_paragraph() -> None:
    assert len(paragraphs("one\N{LINE SEPARATOR}still one\x0bstill one")) == 1


def test_a_digest_is_that_of_the_stripped_paragraph() -> None:
    assert digest("  Größe\N{NO-BREAK SPACE}") == hashlib.sha256("Größe".encode()).hexdigest()


@given(st.text())
def test_there_is_a_digest_for_each_paragraph(text: str) -> None:
    assert digests(text) == tuple(digest(paragraph) for paragraph in paragraphs(text))


def test_a_version_depends_on_names_and_contents_not_on_order() -> None:
    one, other = ("a.yaml", b"1"), ("b.yaml", b"2")
    assert version([one, other]) == version([other, one])
    assert version([one]) != version([("a.yaml", b"2")])
    assert version([one]) != version([("b.yaml", b"1")])
    assert version([("a", b"bc")]) != version([("ab", b"c")])
