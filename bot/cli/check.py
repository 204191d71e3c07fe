"""`check`: holds the facts against their rules and prints a report; exit status 1 when something is wrong.

Mistakes in some facts don't keep the others from being checked; what can't be checked is said. With --sources the
evidence and digests are held against the texts, too. Every example question is asked: this is the full proof of which
the project's tests take a sample. Advice on what would make facts easier to find comes last and changes nothing of the
status. --fact, --robust, --attributes and --wordings ask for something else instead (bot.cli.proofs).
"""

import argparse
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli import proofs
from bot.cli.report import Report
from bot.datafiles import data_files
from bot.errors import KnowledgeError, Problem
from bot.facts.problems import listed
from bot.facts.tells import Tells
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.facts.loader import Loaded

_ASKING = "asking the example questions"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `check`."""
    parser.add_argument("--sources", type=Path, metavar="DIR", help="the folder with the source texts")
    parser.add_argument("--no-questions", action="store_true", help="don't ask the example questions (quicker)")
    proofs.add_arguments(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Run all checks, or the proof asked for; 0 when nothing is wrong."""
    proved = proofs.run(options, settings)
    if proved is not None:
        return proved
    from bot.facts.advice import advise
    from bot.facts.loader import load_what_can_be

    report = Report()
    try:
        loaded = load_what_can_be(settings.knowledge, settings.locales)
    except KnowledgeError as error:
        report.add("schema, languages and references", error.problems)
        report.skip("all other checks", "mend this first")
        return report.show(f"knowledge in {settings.knowledge}")

    contents = dict(_contents(settings.knowledge))
    report.add("schema, languages and references", loaded.problems)
    sound = _check_words(report, settings) and not loaded.problems
    _check_wordings(report, loaded, contents, settings)
    _check_evidence(report, loaded, contents, options.sources)
    knowledge = loaded.knowledge
    if not sound:
        report.skip("example questions", "mend the above first")
    elif options.no_questions:
        report.skip("example questions", "left out by --no-questions")
    else:
        _ask_examples(report, settings, contents, options.seed)
    _check_use(report, loaded, contents)
    if not loaded.problems:
        for remark in advise(knowledge, knowledge.telling(Tells.OVERVIEW)):
            report.remark(remark.line, remark.deals, well=not remark.count)
    held = (("deal", knowledge.deals), ("fact", knowledge.facts), ("source", knowledge.sources))
    counts = ", ".join(f"{len(those)} {name}{'' if len(those) == 1 else 's'}" for name, those in held)
    return report.show(f"knowledge in {settings.knowledge}: {counts}, version {knowledge.version}")


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files by their names, to find lines in; of one that can't be read the loader has said so."""
    for path in data_files(folder, {".yaml"}):
        with suppress(OSError):
            if path.is_file():
                yield str(path.relative_to(folder)), path.read_bytes()


def _check_words(report: Report, settings: Settings) -> bool:
    """Is what people say, which every folder shares, read without a mistake?"""
    from bot.understanding.language.vocabulary import load_vocabulary

    try:
        load_vocabulary(settings.locales)
    except KnowledgeError as error:
        report.add("words and concepts", error.problems)
        return False
    report.add("words and concepts", ())
    return True


def _check_use(report: Report, loaded: "Loaded", contents: Mapping[str, bytes]) -> None:
    """What isn't used can only be told when all that may use it is sound.

    It comes last: while deals are still to be written, much isn't used, and nothing else should drown in that.
    """
    from bot.facts.check import check_use
    from bot.facts.locating import located

    what = "entities, attributes and sources in use"
    if loaded.problems:
        files = listed(dict.fromkeys(problem.file for problem in loaded.problems), "and")
        report.skip(what, f"what is wrong in {files} may use them")
    else:
        report.add(what, located(check_use(loaded.knowledge), contents))


def _check_wordings(report: Report, loaded: "Loaded", contents: Mapping[str, bytes], settings: Settings) -> None:
    from bot.facts.check import check_doubles, check_wordings
    from bot.facts.loader import GAZETTEER
    from bot.facts.locating import located
    from bot.facts.sound import sound_part
    from bot.i18n.bare_names import bare_names, doubled_articles
    from bot.i18n.declined_names import doubtful_names, german_declension
    from bot.i18n.doubled import check_doubled
    from bot.i18n.grammar import check_grammar
    from bot.i18n.voice import load_voices

    what = "wordings and questions"
    if GAZETTEER in loaded.unread:
        report.skip(what, f"{GAZETTEER} can't be read")
        return
    knowledge = sound_part(loaded)
    voices = load_voices(settings.locales, knowledge.entities)
    german = voices["de"]
    wordings = (
        *check_wordings(knowledge),
        *check_grammar(knowledge, german),
        *check_doubled(knowledge, voices),
        *check_doubles(knowledge),
    )
    report.add(what, located(wordings, contents))
    declension = german_declension(settings.locales)
    doubts = (*doubtful_names(knowledge.entities, declension, GAZETTEER), *bare_names(knowledge, german, declension))
    doubts = (*doubts, *doubled_articles(knowledge, voices["en"]))
    report.warn("names and their articles", located(doubts, contents))
    left = len(loaded.knowledge.facts) - len(knowledge.facts)
    if left:
        report.skip(f"{what} of {left} fact{'s' if left > 1 else ''}", "mend what is wrong above first")


def _check_evidence(report: Report, loaded: "Loaded", contents: Mapping[str, bytes], sources: Path | None) -> None:
    from bot.facts.evidence import check_evidence
    from bot.facts.loader import SOURCES
    from bot.facts.locating import located

    what = "evidence and digests"
    if sources is None:
        report.skip(what, "give the texts with --sources DIR")
    elif not sources.is_dir():
        missing = Problem(str(sources), "", "", "there is no such folder: give the one with the source texts")
        report.add(what, (missing,))
    elif SOURCES in loaded.unread:
        report.skip(what, f"{SOURCES} can't be read")
    else:
        report.add(what, located(check_evidence(loaded.knowledge, sources), contents))
        unread = [file for file in sorted(loaded.unread) if file.startswith("deals/")]
        if unread:
            report.skip(f"{what} of {listed(unread, 'and')}", "can't be read")


def _ask_examples(report: Report, settings: Settings, contents: Mapping[str, bytes], seed: int) -> None:
    """A fact that none of its questions reaches is a problem; a single question that misses is only shown."""
    from bot.app import build
    from bot.cli.progress import watched
    from bot.facts.locating import located
    from bot.proof.examination import examine
    from bot.proof.examples import examples_of
    from bot.proof.habits import load_habits
    from bot.proof.outcomes import unreachable
    from bot.proof.remedies import Remedies
    from bot.proof.report import reach
    from bot.proof.rivals import try_rivals

    app = build(settings)
    examples = list(examples_of(app.knowledge.facts.values()))
    examination = examine(app.knowledge, app.room.recogniser.forgetful(), watched(examples, _ASKING))
    remedies = Remedies(app.knowledge, app.room.recogniser)
    misses = located((remedies.problem(asked) for asked in examination.misses), contents)
    lost = located((unreachable(fact, examination) for fact in examination.lost), contents)
    report.warn(f"example questions: {reach(examination)}", misses)
    habits, recogniser = load_habits(settings.locales), app.room.recogniser
    rivals = try_rivals(app.knowledge, recogniser, habits, seed, finder=recogniser.attributes)
    report.warn(rivals.line, located(rivals.doubts, contents))
    if lost:
        report.add("facts that none of their questions reaches", lost)
