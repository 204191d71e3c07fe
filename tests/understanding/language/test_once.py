from bot.understanding.language.once import Once


def test_equal_things_become_the_first_of_them() -> None:
    once, first = Once[frozenset[str]](), frozenset(["shop"])
    assert once(first) is first
    assert once(frozenset(["sh" + "op"])) is first
    assert once(frozenset(["store"])) is not first
