"""The larger proofs behind `check`: --fact, --robust and --attributes, each instead of the checks of the data.

All ask the real engine; the reports come from bot.proof.
"""

import argparse
from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.text import Text

from bot.errors import DealBotError
from bot.facts.model import Fact, Knowledge
from bot.settings import Settings

MOST_ANOTHER = 0.3
"""Of a hundred variants at most this many may get another fact, unless an option says otherwise."""

SAMPLE = 1200
"""So many example questions are asked in all their variants, unless an option says otherwise: about two minutes."""


class UnknownFactError(DealBotError):
    """--fact names none of the facts."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the proofs."""
    parser.add_argument("--fact", metavar="ID", help="show the questions that now reach this fact")
    parser.add_argument("--robust", action="store_true", help="ask the example questions as people mistype them")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another N makes other mistakes")
    parser.add_argument("--every", type=_positive, default=1, metavar="N", help="only each Nth question")
    parser.add_argument(
        "--sample",
        type=_sample,
        default=SAMPLE,
        metavar="N",
        help=f"at most N of these questions, drawn by --seed from all facts; or `all` (default: {SAMPLE})",
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
    if getattr(options, "robust", False):
        return _robust(options, settings)
    if getattr(options, "attributes", False):
        return _attributes(settings)
    if getattr(options, "fact", None):
        return _fact(options.fact, settings)
    return None


def _fact(fact_id: str, settings: Settings) -> int:
    """0 when at least one question reaches the fact."""
    from bot.app import build
    from bot.cli.progress import watched
    from bot.proof.examination import examine
    from bot.proof.examples import examples_of
    from bot.proof.remedies import Remedies
    from bot.proof.report import fact_report

    app = build(settings)
    fact = _known(fact_id, app.knowledge)
    examples = list(examples_of(app.knowledge.facts.values()))
    examination = examine(
        app.knowledge, app.room.recogniser.forgetful(), watched(examples, "asking the example questions")
    )
    _print(fact_report(examination, fact.id, Remedies(app.knowledge, app.room.recogniser)))
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
    facts = [_known(options.fact, app.knowledge)] if options.fact else list(app.knowledge.facts.values())
    variants = build_variants(app.knowledge, settings.locales, options.seed)
    every = list(examples_of(facts))
    thinned = every[:: options.every]
    examples = sample_of(thinned, options.sample or len(thinned), options.seed)
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
    found = list(claims(app.knowledge.attributes, app.understanding.analyser, app.understanding.attributes))
    never = silenced(found)
    _print([_verdict(overmatch_summary(found), well=not never), *overmatch_report(found)])
    _print(Text(f"✗ {attribute} is never asked for in {language}", style="red") for attribute, language in never)
    return 1 if never else 0


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give 1 or more")
    return number


def _sample(text: str) -> int | None:
    """None for all."""
    return None if text == "all" else _positive(text)


def _known(fact_id: str, knowledge: Knowledge) -> Fact:
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
