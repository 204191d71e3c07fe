"""The proofs as an editor reads them in the terminal: one summary line, then tables and examples.

Last station of the proving room; the command line only prints what comes from here.
"""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bot.facts.model import LANGUAGES
from bot.proof.examination import Examination
from bot.proof.examples import Asked, Way
from bot.proof.outcomes import outcome
from bot.proof.overmatch import Claim, Claimed
from bot.proof.remedies import Remedies
from bot.proof.robust import AS_WRITTEN, Robustness, Tally

_UNSURE = (Way.CLARIFIED, Way.REFUSED)


def percent(share: float) -> str:
    """A share as an editor reads it; never rounded up to 100 %."""
    return "100 %" if share >= 1 else f"{min(share, 0.9999) * 100:.2f} %"


def reach(examination: Examination) -> str:
    """The one line on the example questions; collisions are those that another fact alone takes."""
    line = f"{examination.reached} of {len(examination.asked)} reach their fact ({percent(examination.share)})"
    collisions = len(examination.collisions)
    return f"{line}, {collisions} taken by another one" if collisions else line


def fact_report(examination: Examination, fact: str, remedies: Remedies, others: int) -> Iterator[RenderableType]:
    """The questions asked that now reach a fact, those of its own that don't, and those that it takes from others.

    `others` is how many questions the other facts have: it is said where not all of them were asked.
    """
    own = examination.by_fact[fact]
    reached = [asked for asked in own if asked.way is Way.REACHED]
    yield Text(f"{fact}: {len(reached)} of {len(own)} of its questions reach it", style="bold")
    for asked in reached:
        beside = [winner for winner in asked.winners if winner != fact]
        yield _line("✓", "green", asked.text, f"beside {', '.join(beside)}" if beside else "")
    for asked in own:
        if asked.way is not Way.REACHED:
            yield _line("✗", "red", asked.text, f"{outcome(asked)}: {remedies.advice(asked)}")
    guests = examination.guests.get(fact, ())
    taken = [asked for asked in guests if asked.collides]
    if taken:
        yield Text(f"It takes {len(taken)} of other facts:", style="bold")
        yield from (_line("!", "yellow", asked.text, f"of {asked.example.fact.id}") for asked in taken)
    shared = [asked for asked in guests if asked.way is Way.REACHED]
    if shared:
        yield Text(f"It is told beside the right one for {len(shared)} of other facts:", style="bold")
        yield from (_line("·", "dim", asked.text, f"of {asked.example.fact.id}") for asked in shared)
    near = len(examination.asked) - len(own)
    if near < others:
        line = f"Of the {others} questions of other facts the {near} nearest were asked; --sample all asks every one."
        yield Text(line, style="dim")


def robust_summary(found: Robustness) -> str:
    """The one line on the variants."""
    total = found.of()
    same, another, none = (percent(total.share(*ways)) for ways in ((Way.REACHED,), (Way.ANOTHER,), _UNSURE))
    return (
        f"{total.asked} variants of {found.of([AS_WRITTEN]).asked} questions: "
        f"{same} reach the same fact, {another} another one, {none} none"
    )


def sampled(asked: int, there: int) -> str:
    """How many of the questions there are were asked; nothing where all were."""
    return f" (asked {asked} of {there} questions)" if asked < there else ""


def robust_report(found: Robustness, shown: int) -> Iterator[RenderableType]:
    """The table by kind and language, and the worst examples of each kind."""
    table = Table("kind", box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    table.columns[0].no_wrap = True
    for language in LANGUAGES:
        for heading in (language, "same", "another", "none"):
            table.add_column(heading, justify="right", no_wrap=True)
    for kind in found.kinds:
        table.add_row(kind, *(cell for language in LANGUAGES for cell in _cells(found.of([kind], language))))
    table.add_row("all variants", *(cell for language in LANGUAGES for cell in _cells(found.of(None, language))))
    yield table
    for way, title in ((Way.ANOTHER, "Another fact is told"), (Way.REFUSED, "Nothing is told")):
        for kind in found.kinds:
            slips = found.worst(way, kind)
            if slips and shown:
                yield Text(f"\n{title}, {kind}: {len(slips)}", style="bold")
                yield from (_example(slip.asked) for slip in slips[:shown])


def overmatch_summary(found: Sequence[Claim]) -> str:
    """The one line on the attributes' own words."""
    return "; ".join(_fared(kind, [claim for claim in found if claim.kind == kind]) for kind in ("cue", "template"))


def overmatch_report(found: Sequence[Claim]) -> Iterator[RenderableType]:
    """By attribute, what is lost to which other one, and what says nothing."""
    for attribute in dict.fromkeys(claim.attribute for claim in found):
        own = [claim for claim in found if claim.attribute == attribute]
        bad = [claim for claim in own if claim.claimed in (Claimed.LOST, Claimed.MUTE)]
        if not bad:
            continue
        yield Text.assemble((attribute, "bold"), f": {len(own) - len(bad)} of {len(own)} speak for it")
        for claim in sorted(bad, key=lambda claim: (claim.winner or "", claim.language, claim.kind)):
            goes = f"→ {claim.winner}" if claim.winner else "says nothing"
            yield Text.assemble(f"    {claim.language} {claim.kind} ", (claim.text, "yellow"), (f" {goes}", "dim"))


def _fared(kind: str, own: Sequence[Claim]) -> str:
    count = {claimed: sum(claim.claimed is claimed for claim in own) for claimed in Claimed}
    kept = count[Claimed.WON] + count[Claimed.SHARED]
    return (
        f"{kept} of {len(own)} {kind}s speak for their own attribute ({percent(kept / len(own) if own else 1.0)}; "
        f"{count[Claimed.SHARED]} for another one as much), {count[Claimed.LOST]} lost, {count[Claimed.MUTE]} mute"
    )


def _cells(tally: Tally) -> list[str]:
    if not tally.asked:
        return ["0", "", "", ""]
    return [str(tally.asked), *(percent(tally.share(*ways)) for ways in ((Way.REACHED,), (Way.ANOTHER,), _UNSURE))]


def _example(asked: Asked) -> Text:
    line = _line(" ", "", asked.text, f"{asked.example.fact.id} {outcome(asked)}")
    line.append(f" (from: {asked.example.question})", style="dim")
    return line


def _line(mark: str, style: str, question: str, remark: str) -> Text:
    return Text.assemble("  ", (mark, style), " ", question, (f"  {remark}" if remark else "", "dim"))
