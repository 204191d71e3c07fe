"""The evidence on a question's readings, as `acceptance` weighs it, with what the attributes' words say."""

from collections.abc import Sequence

from bot.understanding.readings.acceptance import Evidence, Gap, gather
from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.readings.scoring import Found, Reading
from bot.understanding.utterance.units import Analysis


class Weighing:
    """Gathers evidence; the same for all questions."""

    def __init__(self, attributes: AttributeFinder) -> None:
        self._attributes = attributes

    def evidence(
        self,
        analysis: Analysis,
        chosen: Sequence[Reading],
        readings: Sequence[Reading],
        *,
        inherited: bool = False,
        found: Found | None = None,
    ) -> Evidence:
        """What speaks for and against stating the chosen readings; `found` holds what isn't told and stands near."""
        own = {attribute for reading in chosen for attribute in reading.features.attributes}
        sides = self._attributes.sides(analysis, own)
        gap = Gap(found.gap.score, found.gap_odds, found.gap_votes) if found and found.gap else Gap()
        return gather(
            analysis,
            chosen,
            readings,
            self._attributes.is_telling,
            inherited=inherited,
            sides=sides,
            gap=gap,
        )
