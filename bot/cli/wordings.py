"""`check --wordings`: every fact as the bot says it, in German and in English, to be read through.

Nothing is asked, so it takes a second. Facts that can't be read are left to `check`, and counted.
"""

from collections.abc import Iterable, Iterator

from rich.text import Text

from bot.facts.model import Fact, Knowledge
from bot.i18n.voice import Voice
from bot.settings import Settings


def wordings(settings: Settings, only: str | None = None) -> Iterator[Text]:
    """Each fact's id, and below it its sentence, with its remark, in each language; of one fact only, if named."""
    from bot.cli.proofs import known_fact
    from bot.facts.loader import load_what_can_be
    from bot.facts.sound import sound_part
    from bot.i18n.voice import load_voices

    loaded = load_what_can_be(settings.knowledge, settings.locales)
    knowledge = sound_part(loaded)
    facts: Iterable[Fact] = [known_fact(only, knowledge)] if only else knowledge.facts.values()
    yield from _lines(facts, load_voices(settings.locales, knowledge.entities).values())
    if left := _left(loaded.knowledge, knowledge):
        yield Text(f"{left} can't be said yet: mend what `check` finds first", style="yellow")


def _lines(facts: Iterable[Fact], voices: Iterable[Voice]) -> Iterator[Text]:
    spoken = tuple(voices)
    for fact in facts:
        yield Text(fact.id, style="bold")
        for voice in spoken:
            remark = f" ({fact.remark[voice.language]})" if fact.remark else ""
            yield Text.assemble((f"  {voice.language}  ", "dim"), voice.wording(fact), remark)


def _left(every: Knowledge, sound: Knowledge) -> str:
    """How many facts were left out, "" if none."""
    left = len(every.facts) - len(sound.facts)
    return f"{left} fact{'s' if left > 1 else ''}" if left else ""
