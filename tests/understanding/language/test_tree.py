import pytest

from bot.understanding.language.tree import GAP, PhraseTree

PHRASES = {
    "how": "manner",
    "how many": "number",
    "how many of them": "part",
    f"how {GAP} cost": "price",
    "of them": "reference",
}


def tree(phrases: dict[str, str]) -> PhraseTree:
    built = PhraseTree()
    for phrase, name in phrases.items():
        built.add(phrase.split(), name)
    return built


@pytest.fixture(params=[PHRASES, dict(reversed(PHRASES.items()))], ids=["short ones first", "long ones first"])
def phrases(request: pytest.FixtureRequest) -> PhraseTree:
    return tree(request.param)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("how", (1, ("manner",))),
        ("how many", (2, ("number",))),
        ("how many of us", (2, ("number",))),
        ("how many of them left", (4, ("part",))),
        ("how much did it all cost", (6, ("price",))),
        ("what", (0, ())),
    ],
)
def test_the_longest_phrase_is_found(phrases: PhraseTree, words: str, found: tuple[int, tuple[str, ...]]) -> None:
    assert phrases.longest(words.split(), 0) == found


def test_each_place_has_its_longest_phrase(phrases: PhraseTree) -> None:
    words = ["so", "how", "many", "of", "them", "are", "of", "them"]
    assert phrases.all(words) == [("part", 1, 5), ("reference", 6, 8)]


def test_a_phrase_may_have_several_names_and_begin_another() -> None:
    built = tree({"how": "manner", "how so": "reason"})
    built.add(["how"], "way")
    built.add(["how", "so"], "cause")
    assert built.longest(["how"], 0) == (1, ("manner", "way"))
    assert built.longest(["how", "so"], 0) == (2, ("reason", "cause"))


def test_the_shortest_phrase_of_a_wanted_name(phrases: PhraseTree) -> None:
    words, names = ["how", "many", "of", "them"], ("manner", "number", "part", "price")
    assert [phrases.shortest(words, 0, frozenset([name])) for name in names] == [1, 2, 4, 0]
    assert phrases.shortest(["of"], 0, frozenset(["reference"])) == 0


def test_no_words_are_no_phrase() -> None:
    built = PhraseTree()
    built.add([], "nothing")
    assert built.all(["word"]) == []
