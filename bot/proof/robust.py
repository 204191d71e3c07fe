"""Each example question in its variants: how many still reach their fact, and how many reach another one.

Stands behind `run_bot.py check --robust`. Every variant counts, also those of a question that misses as it is written;
the row "as written" shows how many those are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.proof.examples import Asked, Example, Recognises, Way, ask
from bot.proof.variants import Variants

AS_WRITTEN = "as written"


@dataclass(slots=True)
class Tally:
    """How the questions of one kind fared."""

    ways: dict[Way, int] = field(default_factory=lambda: dict.fromkeys(Way, 0))

    def add(self, way: Way) -> None:
        """Count one question."""
        self.ways[way] += 1

    @property
    def asked(self) -> int:
        """How many were asked."""
        return sum(self.ways.values())

    def share(self, *ways: Way) -> float:
        """The share that fared in one of these ways; 0 when none was asked."""
        return sum(self.ways[way] for way in ways) / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class Slip:
    """A variant that misses, though the question as it is written may reach."""

    kind: str
    asked: Asked
    written: Way


@dataclass(frozen=True)
class Robustness:
    """The tallies by (kind, language), those of the questions as written among them, and the variants that miss."""

    tallies: Mapping[tuple[str, str], Tally]
    slips: tuple[Slip, ...]

    def of(self, kinds: Iterable[str] | None = None, language: str | None = None) -> Tally:
        """All variants of these kinds and this language together; without the questions as written unless named."""
        wanted = None if kinds is None else set(kinds)
        total = Tally()
        for (kind, spoken), tally in self.tallies.items():
            named = kind != AS_WRITTEN if wanted is None else kind in wanted
            if named and language in (None, spoken):
                for way, count in tally.ways.items():
                    total.ways[way] += count
        return total

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that occurred, in the order of the tallies."""
        return tuple(dict.fromkeys(kind for kind, _ in self.tallies))

    def worst(self, way: Way, kind: str | None = None) -> list[Slip]:
        """The variants that fared so, worst first: those whose question reaches as written, then the surest wrong."""
        found = [slip for slip in self.slips if slip.asked.way is way and kind in (None, slip.kind)]
        return sorted(found, key=lambda slip: (slip.written is not Way.REACHED, -slip.asked.recognition.score))


def try_variants(examples: Iterable[Example], recogniser: Recognises, variants: Variants) -> Robustness:
    """Ask every example as written and in all its variants."""
    tallies: dict[tuple[str, str], Tally] = {}
    slips: list[Slip] = []
    for example in examples:
        language = example.language
        written = ask(recogniser, example).way
        tallies.setdefault((AS_WRITTEN, language), Tally()).add(written)
        for variant in variants.of(example.question, language):
            asked = ask(recogniser, example, variant.text)
            tallies.setdefault((variant.kind, language), Tally()).add(asked.way)
            if asked.way is not Way.REACHED:
                slips.append(Slip(variant.kind, asked, written))
    order = {kind: place for place, kind in enumerate((AS_WRITTEN, *variants.kinds))}
    ranked = sorted(tallies.items(), key=lambda item: (order[item[0][0]], item[0][1]))
    return Robustness(dict(ranked), tuple(slips))
