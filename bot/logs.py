"""Logging, set up once by a verb that serves: one line an event on standard error, and the token in none of them.

httpx writes each request's address at level INFO, and the address holds the token; exceptions carry it, too. So the
two libraries are kept quiet, and a filter on every handler takes out whatever looks like the token all the same.
"""

import logging
import re
import sys

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
HIDDEN = "<token>"
# No \b in front: in an address "bot" stands right before the digits, and between the two there is no word's end.
TOKEN_SHAPE = re.compile(r"(?<![0-9])[1-9][0-9]{5,}(?::|%3[aA])[A-Za-z0-9_-]{20,}")


class RedactingFilter(logging.Filter):
    """Takes the token out of a record's text, of its exception and of its stack."""

    def __init__(self, token: str | None = None) -> None:
        super().__init__()
        self._token = token

    def redacted(self, text: str) -> str:
        """The text without the token, and without anything of a token's shape."""
        if self._token:
            text = text.replace(self._token, HIDDEN)
        return TOKEN_SHAPE.sub(HIDDEN, text)

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact the record in place; none is dropped."""
        record.msg, record.args = self.redacted(record.getMessage()), None
        if record.exc_info and not record.exc_text:
            # A formatter takes exc_text when it is there, so the exception is put into words here.
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self.redacted(record.exc_text)
        if record.stack_info:
            record.stack_info = self.redacted(record.stack_info)
        return True


def set_up_logging(level: str, token: str | None) -> None:
    """Log to standard error from `level` on. Handlers that are there already get the filter, too."""
    root = logging.getLogger()
    stream = logging.StreamHandler(sys.stderr)
    stream.setFormatter(logging.Formatter(LINE))
    root.addHandler(stream)
    root.setLevel(level)
    redacting = RedactingFilter(token)
    for handler in root.handlers:
        handler.addFilter(redacting)
    for library in ("httpx", "httpcore"):
        logging.getLogger(library).setLevel(logging.WARNING)
    # Polling repeats its own failures with a trace each time; bot.channels.telegram tells them in one line.
    logging.getLogger("telegram.ext").setLevel(logging.WARNING)
