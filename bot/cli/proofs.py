"""What `check` does instead of the checks of the data: --fact, --robust, --attributes and --wordings.

All but the last ask the real engine; the reports come from bot.proof.
"""

import argparse
from collections.abc import Iterable
from typing import Literal

from rich.console import Console, RenderableType
from rich.text import Text

from bot.errors import DealBotError
from bot.facts.model import Fact, Knowledge
from bot.settings import Settings

MOST_ANOTHER = 0.3
"""Of a hundred variants at most this many may get another fact, unless an option says otherwise."""

SAMPLE = 1200
"""So many example questions are asked in all their variants, unless an option says otherwise: about two minutes."""

NEAREST = 2000
"""With --fact so many questions of other facts are asked, unless an option says otherwise: those that come nearest."""


class UnknownFactError(DealBotError):
    """--fact names none of the facts."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the proofs."""
    parser.add_argument("--fact", metavar="ID", help="show the questions that now reach this fact")
    parser.add_argument(
        "--wordings", action="store_true", help="print each fact as the bot says it, in both languages; with --fact one"
    )
    parser.add_argument("--robust", action="store_true", help="ask the example questions as people mistype them")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another N makes other mistakes")
    parser.add_argument("--every", type=_positive, default=1, metavar="N", help="only each Nth question")
    parser.add_argument(
        "--sample",
        type=_sample,
        metavar="N",
        help=f"at most N of these questions, drawn by --seed from all facts; or `all` (default: {SAMPLE}). "
        f"With --fact alone: the N nearest ones of other facts (default: {NEAREST})",
    )
    parser.add_argument("--show", type=int, default=3, metavar="N", help="examples of each kind of mistake to show")
    parser.add_argument(
        "--most-another",
        type=float,
        default=MOST_ANOTHER,
        metavar="PERCENT",
        help=f"how many of them may reach another fact (default: {MOST_ANOTHER})",
    )
    parser.add_argument("--attributes", action="store_true", help="hold each attribute's words against all others")


def run(options: argparse.Namespace, settings: Settings) -> int | None:
    """Run the proof that was asked for and give its exit status; None when none was."""
    if options.wordings:
        return _wordings(options, settings)
    if options.robust:
        return _robust(options, settings)
    if options.attributes:
        return _attributes(settings)
    if options.fact:
        return _fact(options, settings)
    return None


def _wordings(options: argparse.Namespace, settings: Settings) -> int:
    """Always 0: whether a sentence is a good one is for its reader to say."""
    from bot.cli.wordings import wordings

    _print(wordings(settings, options.fact))
    return 0


def _fact(options: argparse.Namespace, settings: Settings) -> int:
    """0 when at least one question reaches the fact."""
    from bot.app import build
    from bot.cli.progress import watched
    from bot.proof.examination import examine
    from bot.proof.examples import examples_of
    from bot.proof.nearby import nearest
    from bot.proof.remedies import Remedies
    from bot.proof.report import fact_report

    app = build(settings)
    fact = known_fact(options.fact, app.knowledge)
    own = list(examples_of([fact]))
    others = list(examples_of(other for other in app.knowledge.facts.values() if other is not fact))
    most, near = _least(options.sample, NEAREST, len(others)), others
    if most < len(others):
        near = nearest(fact, watched(others, "looking for like questions"), app.understanding.hearing.analyser, most)
    examples = watched([*own, *near], "asking the example questions")
    examination = examine(app.knowledge, app.room.recogniser.forgetful(), examples)
    _print(fact_report(examination, fact.id, Remedies(app.knowledge, app.room.recogniser), len(others)))
    return 1 if fact in examination.lost else 0


def _robust(options: argparse.Namespace, settings: Settings) -> int:
    """0 when few enough variants reach another fact. With --fact only that fact's questions are asked."""
    from bot.app import build
    from bot.cli.progress import watched
    from bot.proof.build import build_variants
    from bot.proof.examples import Way, examples_of
    from bot.proof.report import robust_report, robust_summary, sampled
    from bot.proof.robust import try_variants
    from bot.proof.samples import sample_of

    app = build(settings)
    facts = [known_fact(options.fact, app.knowledge)] if options.fact else list(app.knowledge.facts.values())
    variants = build_variants(app.knowledge, settings.locales, options.seed)
    every = list(examples_of(facts))
    thinned = every[:: options.every]
    examples = sample_of(thinned, _least(options.sample, SAMPLE, len(thinned)), options.seed)
    found = try_variants(watched(examples, "asking as people mistype"), app.room.recogniser, variants)
    well = 100 * found.of().share(Way.ANOTHER) <= options.most_another
    summary = _verdict(f"{robust_summary(found)}{sampled(len(examples), len(every))}", well=well)
    _print([summary, *robust_report(found, options.show)])
    return 0 if well else 1


def _attributes(settings: Settings) -> int:
    """0 when every attribute wins at least one of its own words in each language."""
    from bot.app import build
    from bot.proof.overmatch import claims, silenced
    from bot.proof.report import overmatch_report, overmatch_summary

    app = build(settings)
    found = list(
        claims(app.knowledge.attributes, app.understanding.hearing.analyser, app.understanding.matching.attributes)
    )
    never = silenced(found)
    _print([_verdict(overmatch_summary(found), well=not never), *overmatch_report(found)])
    _print(Text(f"✗ {attribute} is never asked for in {language}", style="red") for attribute, language in never)
    return 1 if never else 0


def _positive(text: str, otherwise: str = "") -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is no such number: give 1, 2, 3 or more{otherwise}")
    return int(text)


def _sample(text: str) -> int | Literal["all"]:
    return "all" if text == "all" else _positive(text, ", or all")


def _least(wanted: int | Literal["all"] | None, usual: int, there: int) -> int:
    """How many are asked: so many as are wanted, or as usual, of those that there are."""
    return there if wanted == "all" else min(usual if wanted is None else wanted, there)


def known_fact(fact_id: str, knowledge: Knowledge) -> Fact:
    """The fact of this id. Raises UnknownFactError."""
    from bot.facts.problems import did_you_mean

    if fact_id not in knowledge.facts:
        raise UnknownFactError(f"--fact {fact_id}: {did_you_mean(fact_id, knowledge.facts, 'give <deal>/<key>')}")
    return knowledge.facts[fact_id]


def _verdict(line: str, *, well: bool) -> Text:
    return Text.assemble(("✓ ", "green") if well else ("✗ ", "red"), line)


def _print(lines: Iterable[RenderableType]) -> None:
    console = Console(highlight=False)
    for line in lines:
        console.print(line, soft_wrap=isinstance(line, Text))
