"""What is judged: a question, alone or completed by its conversation, with what was found; and by which limits."""

from dataclasses import dataclass, field

from bot.understanding.judging.companions import CompanionLimits
from bot.understanding.judging.followup import Merged
from bot.understanding.readings.acceptance import Acceptance
from bot.understanding.readings.scoring import Found, Reading


@dataclass(frozen=True)
class Limits:
    """Thresholds of acceptance, tuned on questions kept for tuning."""

    acceptance: Acceptance = field(default_factory=Acceptance)
    companions: CompanionLimits = field(default_factory=CompanionLimits)
    side: float = 0.3


@dataclass(frozen=True)
class Candidate:
    """A question, alone or completed by its conversation, with what was found for it."""

    merged: Merged
    found: Found

    @property
    def readings(self) -> list[Reading]:
        """The readings, best first."""
        return self.found.readings
