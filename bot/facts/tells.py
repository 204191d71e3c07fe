"""What attributes tell, as far as questions are answered by it: declared in intents.yaml, so that no code names one.

A folder's own attributes take part in it as the project's do; its own come first.
"""

from enum import StrEnum


class Tells(StrEnum):
    """Keys of `tells` in intents.yaml. Where one attribute goes before another, they stand in that order."""

    OVERVIEW = "overview"
    """What a deal is: who asks for a summary means these."""
    PORTRAIT = "portrait"
    """What somebody or something is: two who are compared without a theme are told by these."""
    ROLE = "role"
    """What somebody does, to introduce him by."""
    WHO = "who"
    """Who somebody is: after these "and Jack Ma?" asks the same of another person."""
    REPORTING = "reporting"
    """Who tells of a deal, not who made it."""
    OWNER = "owner"
    """Whom something belongs to."""
    BUYER = "buyer"
    """Who bought something."""
    SELLER = "seller"
    """Who sold something."""
    SEAT = "seat"
    """Where a firm itself sits, not a thing of it."""
    AGE = "age"
    """How old somebody is."""
    EXISTENCE = "existence"
    """Since when somebody or something exists: which of two is older."""
    PARTICIPANTS = "participants"
    """Who takes part: whether somebody does is answered by this list."""
    ABSENCE = "absence"
    """Who has no part in a deal."""
    RIVALRY = "rivalry"
    """With whom somebody is only compared: that makes no part in the deal."""
    BEGINNING = "beginning"
    """When a deal was made; without them each date of a deal counts."""
    ENDING = "ending"
    """When a deal ended."""
    HAPPENING = "happening"
    """When something took place, however open its outcome is."""
    SIZE = "size"
    """How large a deal is, by its amount."""
    TERM = "term"
    """How long a deal lasts, by its span."""
