"""Questions for all of something: the deals there are, what comes first of them, who is named, what happened when."""

from dataclasses import replace

from bot.understanding.deals.chronicle import Events
from bot.understanding.deals.finders import DealFinders
from bot.understanding.judging.recognition import Background, Recognition, Verdict
from bot.understanding.leaning.narrowing import Narrowing
from bot.understanding.rules import matter
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.units import Analysis
from bot.understanding.utterance.wanted import Wanted

_TWO = 2


class Overall:
    """Recognises questions for all of something; none is weighed."""

    def __init__(self, deals: DealFinders, analyser: Analyser) -> None:
        self._finders = deals
        self._analyse = analyser.analyse
        self._narrowing = Narrowing(deals.lister, analyser.analyse)

    def asked(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """What an utterance asks for if it asks for all of something, and nothing else."""
        first = self.first(analysis, background)
        newest = first and first.ranked and first.ranked.kind == "latest"  # a fact may say so without a date
        if first and (first.deals or not (newest and (analysis.names or (background and background.listed)))):
            return first
        leaning = bool(background and background.facts)
        if roll := self._finders.rolls.called(analysis, leaning=leaning):
            entities = tuple(entity for unit in roll.whose for entity in unit.entities[:1])
            return Recognition(analysis, Verdict.ROLL, entities=entities, roll=roll, rule="asks who or what is named")
        if items := self._finders.items.asked(analysis):
            brief = Wanted(among=items, brief=True)
            return Recognition(analysis, Verdict.DEALS, deals=items, wanted=brief, rule="asks for the short items")
        if events := self._events(analysis, background):
            return Recognition(analysis, Verdict.EVENTS, events=events, rule="asks what happened when")
        lister = self._finders.lister
        wanted = (None if is_bare(analysis) else lister.asks(analysis)) or lister.asks_with_whom(analysis)
        if wanted and leaning and _counts_the_topic(analysis, wanted) and not lister.mentioned(analysis):
            return None
        return self.deals(analysis, wanted) if wanted else None

    def instead(self, analysis: Analysis, judged: Recognition) -> Recognition | None:
        """Which deals there are, where that says more on what is asked than what was judged."""
        lister = self._finders.lister
        wanted = lister.asks_whether(analysis) or (lister.asks(analysis) if is_bare(analysis) else None)
        # "Does the contract with SPSR end in 2014?" is about that contract, not about which have ended
        if wanted is None or (wanted.names and wanted.statuses and judged.rule == matter.RULE):
            return None
        answers = judged.verdict is Verdict.ANSWER and not self._only_named(judged, wanted)
        return None if answers else self.deals(analysis, wanted)

    def sheet(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """What is told of a deal all at once, or of two that are compared, where that is asked for."""
        talked_about = background.deal if background and background.told else None
        finders = self._finders
        sheet = finders.factsheets.asked(analysis, talked_about)
        sheet = sheet or finders.gathering.asked(analysis) or finders.sayings.asked(analysis)
        if sheet is None:
            return self._said_of(analysis) or self._sides(analysis)
        return Recognition(analysis, Verdict.FACT_SHEET, sheet=sheet, rule="asks for all at once")

    def _said_of(self, analysis: Analysis) -> Recognition | None:
        """The deals of those named, where it is asked what the sources say of them at all, or everything about them."""
        names = self._finders.sayings.names(analysis)
        wanted = Wanted(names, together=True)
        found = self._finders.lister.deals(wanted) if names else ()
        if len(found) == 1:
            if not all(found[0] in self._finders.titles.bearing(unit) for unit in names):
                return None  # somebody who only occurs in it: what is told of him is weighed
            sheet = self._finders.sayings.of_deal(found[0])
            return Recognition(analysis, Verdict.FACT_SHEET, sheet=sheet, rule="asks for all at once")
        return self.deals(analysis, wanted) if found else None

    def _sides(self, analysis: Analysis) -> Recognition | None:
        """What is told of two deals, where they are compared."""
        two = self._finders.twodeals.asked(analysis)
        if two is None:
            return None
        entities = tuple(entity for unit in analysis.names for entity in unit.entities[:1])
        if two.unknown:
            return Recognition(analysis, Verdict.SILENT, conflicts=two.unknown, rule="compares a deal that isn't told")
        sides = self._finders.sides.told((two.deals[0], two.deals[-1]), figures=two.figures)
        if sides is None:
            return None
        return Recognition(analysis, Verdict.SIDE_BY_SIDE, entities=entities, sides=sides, rule="compares two deals")

    def deals(self, analysis: Analysis, wanted: Wanted, rule: str = "asks which deals there are") -> Recognition:
        """The deals asked for; where there are none, the reply says what stands near."""
        deals = self._finders.lister.deals(wanted)
        entities = tuple(entity for unit in analysis.names for entity in unit.entities[:1])
        strange = tuple(unit for unit in wanted.names if not unit.entities)
        verdict = Verdict.SILENT if strange else Verdict.DEALS
        return Recognition(
            analysis,
            verdict,
            conflicts=strange,
            entities=entities,
            deals=deals,
            wanted=wanted,
            rule=rule,
        )

    def first(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """What comes first of all deals, or of all that counts one thing, where that is asked for and can be told."""
        leaning = bool(background and background.facts)
        asked = self._finders.superlatives.asked(analysis, leaning=leaning)
        # "which is the oldest?": of those listed
        if asked and asked.deals == Wanted() and background and background.listed:
            asked = replace(asked, deals=self._narrowing.before(background.listed) or asked.deals)
        ranked = self._finders.ranking.of(asked) if asked else None
        if asked is None or ranked is None:
            return None
        return Recognition(
            analysis,
            Verdict.DEALS,
            entities=tuple(entity for unit in analysis.names for entity in unit.entities[:1]),
            deals=tuple(dict.fromkeys(fact.deal for fact in ranked.first)),
            wanted=asked.deals,
            ranked=ranked,
            rule="asks which comes first",
        )

    def _only_named(self, judged: Recognition, wanted: Wanted) -> bool:
        """Does the answer only name a country with which there is no agreement, without saying yes or no to that?"""
        best, lister = judged.chosen[0], self._finders.lister
        if not wanted.agreements or best.itself or best.polarity is not None or lister.deals(wanted):
            return False
        places = lister.countries(wanted)  # "was A's agreement signed before B's?": each has its own
        return len(places) < _TWO or not any(lister.deals(replace(wanted, names=(one,))) for one in places)

    def _events(self, analysis: Analysis, background: Background | None) -> Events | None:
        """What happened in a time, where nothing else is asked."""
        leans = background is not None and background.facts and analysis.figures
        before = self._analyse(background.utterance, background.language) if background and leans else None
        return self._finders.chronicle.asked(analysis, before)


def _counts_the_topic(analysis: Analysis, wanted: Wanted) -> bool:
    """Are things counted without a word for them? "How many are planned?" after parcel machines isn't about deals."""
    return "count" in analysis.types and not wanted.names and not wanted.periods


def is_bare(analysis: Analysis) -> bool:
    """Does it ask for yes or no and name nobody? "Is there a contract yet?" asks about one deal."""
    return "yesno" in analysis.flags and not analysis.names
