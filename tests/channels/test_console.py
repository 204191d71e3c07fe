import io

from rich.console import Console

from bot.channels import console
from bot.channels.console import Talk
from bot.channels.terminal import show
from tests.fakes import FakeDesk


def answers(*lines: str) -> str:
    out = io.StringIO()
    console.piped(Talk(FakeDesk()), io.StringIO("".join(f"{line}\n" for line in lines)), out)
    return out.getvalue()


def test_each_line_is_answered_in_order() -> None:
    out = answers("one", "two")
    assert out.index("1: one") < out.index("2: two")


def test_empty_lines_are_not_answered() -> None:
    assert answers("", "  ") == ""


def test_a_number_picks_the_choice_of_that_number() -> None:
    assert "chosen second" in answers("which?", "2")


def test_a_number_beyond_the_choices_is_an_ordinary_line() -> None:
    assert "2: 3 [1]" in answers("which?", "3")


def test_a_number_of_many_digits_is_an_ordinary_line() -> None:
    assert "9" * 5000 in answers("which?", "9" * 5000)


def test_quit_ends_the_conversation() -> None:
    assert "after" not in answers("one", "/quit", "after")


def test_the_conversation_goes_on_from_line_to_line() -> None:
    talk = Talk(FakeDesk(), hint="de")
    assert talk.say("eins").language == "de"
    assert talk.say("zwei").blocks == ("2: zwei [1]",)


def test_on_a_terminal_sources_and_numbered_choices_are_laid_out() -> None:
    screen = Console(file=io.StringIO(), width=60, highlight=False, markup=False)
    show(screen, Talk(FakeDesk()).say("[b]one[/b]"))
    shown = screen.file.getvalue()  # type: ignore[attr-defined]
    assert "1: [b]one[/b] [1]" in shown
    assert "»wie gedruckt«" in shown
    assert "1 More" in shown
