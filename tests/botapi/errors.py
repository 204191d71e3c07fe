"""Errors of the stand-in: those it tells the bot in Telegram's words, and wrong uses of its own test side."""

from typing import Any

PREFIX = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}


class ApiError(Exception):
    """An error answer to the bot; its first letter is lowered, as the real server does, but not of a CODE_LIKE_THIS."""

    def __init__(self, code: int, text: str = "", **parameters: Any) -> None:
        self.code, self.text, self.parameters = code, text, parameters
        if len(text) > 1 and not (text[1] == "_" or "A" <= text[1] <= "Z"):
            text = text[0].lower() + text[1:]
        self.description = f"{PREFIX[code]}: {text}" if text else PREFIX[code]


class MisuseError(Exception):
    """A wrong use of the /test API or of the settings."""


def bad(text: str = "", **parameters: Any) -> ApiError:
    return ApiError(400, text, **parameters)
