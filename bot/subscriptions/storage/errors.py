"""What goes wrong with the database, in one clear line that names the remedy. Passwords are never repeated."""

from bot.errors import DealBotError

_REMEDIES = (
    (("database is locked", "table is locked"), "another program holds the database file; close it"),
    (("disk is full", "no space left", "could not extend file"), "the disk is full; make room"),
    (("not a database", "malformed", "disk image"), "the database file is damaged; move it away, a new one is made"),
    (("readonly", "read-only", "permission denied"), "the database may not be written; check its rights"),
    (("unable to open",), "the database file can't be opened; check DATA_DIR and its rights"),
    (("password authentication", "invalidpassword", "role"), "PostgreSQL refuses the user; check DATABASE_URL"),
)


class StorageError(DealBotError):
    """The database can't be used (now); questions go on being answered without it.

    `passing`: it may well work later; False when the database refuses just this.
    """

    def __init__(self, line: str, *, passing: bool = True) -> None:
        self.passing = passing
        super().__init__(line)


def explained(error: BaseException) -> str:
    """One line on what is wrong with the database and what to do about it."""
    cause = getattr(error, "orig", None) or error
    said = " ".join(f"{type(cause).__name__}: {cause}".split())[:200]
    for signs, remedy in _REMEDIES:
        if any(sign in said.lower() for sign in signs):
            return f"{remedy} ({said})"
    return f"the database can't be used ({said})"
