from bot.channels.feedback import rater_in


def test_raters_of_a_group_are_told_apart_and_not_named() -> None:
    anna, ben = rater_in("-1", 1001), rater_in("-1", 1002)
    assert anna == rater_in("-1", 1001) != ben
    assert "1001" not in anna


def test_nobody_is_recognised_in_another_group() -> None:
    assert rater_in("-1", 1001) != rater_in("-2", 1001)
