"""Of which deals something is wanted: one, several that are listed, or all that an article tells of.

Read from what an utterance says beside what is wanted: "all sums *in the articles on A, B and C*".
"""

import re
from collections.abc import Callable, Sequence

from bot.understanding.deals.articles import Articles
from bot.understanding.deals.titles import Titles
from bot.understanding.deals.twodeals import TwoDealsFinder
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Unit

_NEXT = re.compile(r"[\s-]*")
_FEWEST = 3
"""Of two the finder of two deals knows what is said of both."""


class Scopes:
    """Finds them."""

    def __init__(
        self,
        deals: TwoDealsFinder,
        articles: Articles,
        titles: Titles,
        joints: Joints,
        is_firm: Callable[[str], bool],
    ) -> None:
        self._is_firm = is_firm
        self._deals, self._articles, self._titles, self._joints = deals, articles, titles, joints

    def is_article(self, text: str) -> bool:
        """Is it an article of which something is wanted?"""
        return bool(self._articles.spans(text))

    def called(self, text: str, said: Sequence[Unit]) -> tuple[str, ...]:
        """The deals that all these units call, in the order of the units; () if one of them calls none."""
        if told := self.articles(text, said):
            return tuple(dict.fromkeys(deal for deals in told for deal in deals))
        return self._deals.called(text, said) or self._listed(text, said) or self._bearing_it(said)

    def _bearing_it(self, said: Sequence[Unit]) -> tuple[str, ...]:
        """The one deal whose name is a firm's or an alliance's, and nobody else's."""
        (unit,) = said if len(said) == 1 else (None,)
        firm = unit is not None and bool(unit.entities) and self._is_firm(unit.entities[0])
        found = self._titles.bearing(unit) if unit and firm else ()
        return tuple(found) if len(found) == 1 else ()

    def articles(self, text: str, said: Sequence[Unit]) -> list[tuple[str, ...]]:
        """The deals of each article that these units call, one after the other; [] if one of them calls none."""
        nouns = self._articles.spans(text)
        left = sorted((u for u in said if not any(start <= u.start < end for start, end in nouns)), key=_start)
        # "firms of Alibaba's in the articles" are not those in the articles on Alibaba
        behind = left and any(end <= left[0].start for _, end in nouns)
        before = left and any(_NEXT.fullmatch(text[left[-1].end : start]) for start, _ in nouns)
        found = [self._articles.telling(group) for group in self._groups(text, left)] if behind or before else []
        return found if all(found) else []

    def brief(self, text: str, said: Sequence[Unit]) -> tuple[str, ...]:
        """The deals of the short items that are meant: those below the article that is called, or all."""
        below = self.articles(text, said)
        return tuple(deal for deals in below for deal in self.beside(deals)) if said else self._articles.brief()

    def beside(self, deals: Sequence[str]) -> tuple[str, ...]:
        """The deals of the short items that stand below an article on these."""
        return self._articles.beside(deals)

    def _listed(self, text: str, said: Sequence[Unit]) -> tuple[str, ...]:
        """The deals of a longer list, each called by its own words and what is said of all before them."""
        groups = self._groups(text, said)
        if len(groups) < _FEWEST:
            return ()
        found = [self._deals.called(text, group) for group in groups]
        return tuple(dict.fromkeys(deal for deals in found for deal in deals)) if all(found) else ()

    def _groups(self, text: str, said: Sequence[Unit]) -> list[list[Unit]]:
        """What is said, parted where a joint stands between two units."""
        groups: list[list[Unit]] = []
        for unit in sorted(said, key=_start):
            if groups and not self._joints.item.search(text, groups[-1][-1].end, unit.start):
                groups[-1].append(unit)
            else:
                groups.append([unit])
        return groups


def _start(unit: Unit) -> int:
    return unit.start
