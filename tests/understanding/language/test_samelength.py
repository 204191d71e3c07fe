from itertools import product

from rapidfuzz.distance import OSA

from bot.understanding.language.samelength import SameLength


def test_no_word_within_the_edits_is_left_out() -> None:
    kept = SameLength()
    kept.add("".join(letters) for letters in product("abcd", repeat=4))
    for word in ("abcd", "bbbb", "abc", "abcda", "xyza"):
        for edits in (1, 2):
            near = [known for known in kept.words if OSA.distance(word, known) <= edits]
            found = kept.alike(word, edits)
            assert [known for known in found if known in near] == near
            assert len(found) < len(kept.words)


def test_of_few_words_all_are_compared() -> None:
    kept = SameLength()
    kept.add(["ship", "shop"])
    assert kept.alike("quay", 1) == ["ship", "shop"]


def test_words_that_come_later_are_found_too() -> None:
    kept = SameLength()
    kept.add("".join(letters) for letters in product("abcd", repeat=3))
    assert "xyz" not in kept.alike("xyz", 1)
    kept.add(["xyz"])
    assert kept.alike("xyz", 1) == ["xyz"]
