"""Kinds of answer: which of them bind, and which other kinds satisfy them."""

from bot.facts.currencies import CODES

HARD_TYPES = frozenset({"count", "money", "percent", "date", "year", "month", "day", "weekday", "time", "duration",
                        "person", "company", "organisation", "country", "city", "place", "address", "amount",
                        "reason", "language", "quote", "age"})  # fmt: skip
"""Answer types that a fact must be able to give; the others (what, how, which) fit any fact."""

SATISFIED_BY = {
    "person": {"person", "company", "organisation"},
    "company": {"company", "organisation", "name"},
    "organisation": {"organisation", "company"},
    "country": {"country"},
    "city": {"city"},
    "place": {"place", "city", "country", "address", "company", "organisation"},
    "date": {"date", "year", "month", "day", "weekday", "time", "duration"},
    "year": {"year"},
    "month": {"month"},
    "day": {"day", "weekday"},
    "weekday": {"weekday"},
    "count": {"count"},
    "amount": {"amount", "count", "money", "percent"},
    "money": {"money"},
    "percent": {"percent"},
    "duration": {"duration"},
    "age": {"age", "date", "year"},
}

GENERAL = frozenset({"count", "amount", "year", "month", "day", "country", "city", "person", "company", "organisation"})
"""Kinds of answer that any side of a deal may give; "address" or "reason" are sides themselves."""

TIMES = frozenset(f"unit_{unit}" for unit in ("second", "minute", "hour", "day", "week", "month", "quarter", "year",
                                               "decade", "century"))  # fmt: skip
"""Concepts that time is measured in."""

CURRENCIES = frozenset(f"unit_{unit}" for unit in CODES)
"""Concepts that money is counted in."""

SHARE = "unit_percent"
"""The concept that shares are measured in."""

MEASURED = frozenset({"count", "money", "percent", "amount", "date", "year", "month", "day", "weekday", "time",
                      "duration"})  # fmt: skip
"""Kinds that only a typed value, or an example question, gives."""
