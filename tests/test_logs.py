import logging
from collections.abc import Iterator

import pytest

from bot.logs import LINE, RedactingFilter

TOKEN = "7000000001:AAF-a-token-of-some-35-characters-x"


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """A logger's lines as a handler with the filter writes them."""
    written: list[str] = []

    class Collecting(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            written.append(self.format(record))

    handler = Collecting()
    handler.setFormatter(logging.Formatter(LINE))
    handler.addFilter(RedactingFilter(TOKEN))
    logger = logging.getLogger("tests.logs")
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    yield written
    logger.removeHandler(handler)


def test_the_token_is_taken_out_of_text_and_arguments(lines: list[str]) -> None:
    logging.getLogger("tests.logs").info("POST https://host/bot%s/getMe", TOKEN)
    assert lines[0].endswith("POST https://host/bot<token>/getMe")


def test_the_token_is_taken_out_of_exceptions_and_stacks(lines: list[str]) -> None:
    try:
        raise ValueError(f"no route to /bot{TOKEN}/getMe")
    except ValueError:
        logging.getLogger("tests.logs").exception("failed", stack_info=True)
    assert TOKEN not in lines[0]
    assert "ValueError: no route to /bot<token>/getMe" in lines[0]


def test_what_only_looks_like_a_token_goes_too(lines: list[str]) -> None:
    logging.getLogger("tests.logs").info("another: %s", "123456789:" + "A" * 35)
    assert lines[0].endswith("another: <token>")


@pytest.mark.parametrize("colon", [":", "%3A", "%3a"])
def test_another_token_s_address_is_told_without_it(lines: list[str], colon: str) -> None:
    logging.getLogger("tests.logs").info("POST https://host/bot123456789%s%s/getMe", colon, "A" * 35)
    assert lines[0].endswith("POST https://host/bot<token>/getMe")


def test_the_token_in_an_encoded_address_is_taken_out(lines: list[str]) -> None:
    logging.getLogger("tests.logs").info("POST https://host/bot%s/getMe", TOKEN.replace(":", "%3A"))
    assert lines[0].endswith("POST https://host/bot<token>/getMe")


def test_an_ordinary_line_stays_as_it_is(lines: list[str]) -> None:
    logging.getLogger("tests.logs").info("at 12:30:45 chat 123456789: 3 updates")
    assert lines[0].endswith("at 12:30:45 chat 123456789: 3 updates")
