"""The words of questions for much at once, and what a question says beside them.

Read from factsheets.yaml and mentions.yaml; `factsheets`, `gathering` and `sayings` look for what is left.
"""

from collections.abc import Collection, Iterable

from bot.facts.section_reader import Lists
from bot.understanding.deals.sheet import EVERYTHING, FURTHER, VALUES
from bot.understanding.language.wordpatterns import Phrases
from bot.understanding.utterance.analysis import CONTEXT_WEIGHT
from bot.understanding.utterance.units import SAID, Analysis, Unit

Spans = list[tuple[int, int]]
"""Where phrases begin and end in a text."""

OPEN = frozenset({"text", "definition", "list", "amount", "count", "money", "date", "duration"})
FIGURES = frozenset({"amount", "count"})
OTHERWISE = frozenset({"negation", "compare", "except", "only", "most", "likewise", "exact"})
"""What makes it another question."""

_FORM = "form"
_SHEETS = ("saying", "handling", "taking_up", "unknown")
_MENTIONS = ("named", "where", "articles")
_ASKING = OPEN | {"quote", "product", "deal"}
"""What articles "say" is asked for in the words for what somebody said, and "articles" may be goods."""

_DENIED, _MOST = "negation", "most"


class SheetWords:
    """Finds them."""

    def __init__(self, sheets: Collection[Lists], mentions: Collection[Lists]) -> None:
        self._phrases = {key: _phrases(sheets, key) for key in (*VALUES, EVERYTHING, FURTHER, _FORM, *_SHEETS)}
        self._phrases |= {key: _phrases(mentions, key) for key in _MENTIONS}

    def spans(self, text: str, *keys: str) -> Spans:
        """Where the phrases of some keys stand."""
        return [span for key in keys for span in self._phrases[key].spans(text)]

    def open(self, analysis: Analysis) -> bool:
        """May the question want much at once: does it deny nothing, and ask for no one thing nor yes or no?"""
        flags = analysis.flags - ({_MOST} if analysis.most else set())  # "the *top* three figures"
        whether = "yesno" in flags and "followup" not in flags and not self._begins(analysis)
        types = analysis.types - {"person"} if analysis.types & FIGURES else analysis.types  # a figure may be somebody
        otherwise = flags & OTHERWISE
        unknown = otherwise == {_DENIED} and bool(self.spans(analysis.text, "unknown"))  # "X means *nothing* to me"
        return types <= _ASKING and not whether and (unknown or not otherwise)

    def left(self, analysis: Analysis, heard: Iterable[tuple[int, int]], least: float = SAID) -> list[Unit]:
        """What is said beside, in its order; what stands before the question counts as well."""
        spans = [*heard, *self.spans(analysis.text, _FORM, "unknown")]
        left = (unit for unit in analysis.units if _says(analysis, unit, least) and not inside(unit, spans))
        return sorted(left, key=lambda one: one.start)

    def _begins(self, analysis: Analysis) -> bool:
        """Does it begin with what is wanted? Then it is no question for yes or no."""
        spans = self.spans(analysis.text, *VALUES, EVERYTHING, _FORM)
        return bool(analysis.most) or any(not analysis.text[:start].strip() for start, _ in spans)


def inside(unit: Unit, spans: Iterable[tuple[int, int]]) -> bool:
    """Does a word stand in one of the phrases?"""
    return any(start <= unit.start < end for start, end in spans)


def _says(analysis: Analysis, unit: Unit, least: float) -> bool:
    own = CONTEXT_WEIGHT if unit.start in analysis.beside else 1.0
    return unit.kind != "operator" and unit.weight >= least * own


def _phrases(listed: Iterable[Lists], key: str) -> Phrases:
    return Phrases(phrase for lists in listed for phrase in lists.get(key, ()))
