"""What the index keeps of each fact's features, taken in one fact after the other.

Features are large and an index needs little of each: where all of a large folder's were held at once, they took more
memory than everything else together.
"""

from collections.abc import Mapping

from bot.understanding.language.once import Once
from bot.understanding.readings.example import Example
from bot.understanding.readings.examples import different
from bot.understanding.readings.features import FactFeatures
from bot.understanding.readings.gathered import Gathered, numbering
from bot.understanding.readings.profile import FactProfile


class Intake:
    """Grows by one fact or gap at a time; gaps come last."""

    def __init__(self) -> None:
        names = numbering()
        self.held, self.usual = Gathered(names=names), Gathered(names=names)
        self.counts = Gathered()
        self.profiles: list[FactProfile] = []
        self.examples: list[list[Example]] = []
        self.attributes: list[tuple[str, ...]] = []
        self.templates: dict[str, tuple[Example, ...]] = {}
        self.themes: dict[str, Mapping[str, float]] = {}
        self._nearby: dict[str, dict[str, float]] = {}
        self._once = Once[frozenset[str]]()

    def take(self, one: FactFeatures, *, gap: bool = False) -> None:
        """The next fact, or a gap: that has no theme, though its deal may have one."""
        deal = one.fact.deal
        if not gap:
            self.themes[deal] = one.theme
        self.held.add(one.keys)
        self.usual.add(one.frequency)
        self.counts.add(one.counts)
        nearby = {} if gap else self._nearby.setdefault(deal, {})
        self.profiles.append(FactProfile.of(one, nearby, self._once))
        self.examples.append(different(one.examples))
        self.attributes.append(tuple(one.templates))
        self.templates.update(one.templates)

    def close(self) -> None:
        """All are in: a deal's theme is known only now, and with it the names that its facts have nearby."""
        for deal, nearby in self._nearby.items():
            nearby.update((key, strength) for key, strength in self.themes[deal].items() if key[0] == "@")
