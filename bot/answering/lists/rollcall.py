"""Lists persons, companies, organisations or countries that facts are about, each with its citation.

Persons come with the role that the gazetteer tells. A long list is cut, and says how many more there are.
"""

from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.understanding.deals.roll import Roll

MOST_CALLED = 24


def call(room: Room, roll: Roll, language: str, most: int = 0) -> Reply:
    """Those of whom most is told, and how many are left; only as many as are to be named, if `most` says so."""
    shown = min(most or MOST_CALLED, MOST_CALLED)
    voice, statements = room.voices[language], room.statements(language)
    lines = []
    for name, fact in roll.called[:shown]:
        known = room.knowledge.entities.get(name)
        role = (known.role or {}).get(language, "") if known else ""
        lines.append("• " + statements.cite(", ".join(filter(None, (voice.name(name), role))), fact))
    number = len(roll.called)
    whose = voice.joined([voice.name(unit.entities[0], "dative") for unit in roll.whose])
    what = voice.plural(f"roll.{roll.kind}", number)
    lead = voice.text("roll.of" if whose else "roll.named", what=what, names=whose)
    if roll.without:
        besides = voice.joined([voice.name(unit.entities[0], "dative") for unit in roll.without])
        lead = voice.text("roll.besides", what=what, names=besides)
    if roll.kind == "country" and not whose and not roll.without:  # lands that are none today are named as well
        lead = voice.text("roll.countries")
    if roll.owned:
        lead = voice.text("roll.owned", names=whose)
    if roll.noun:
        lead = voice.text("roll.noun", noun=roll.noun)
    if roll.home:
        lead = voice.text("roll.home", what=what, home=voice.name(roll.home, "dative"))
    if not roll.sorted_out:
        lead = voice.text("roll.unsorted", what=what)
    more = voice.plural("roll.more", number - shown) if number > shown else ""
    homeless = voice.plural("roll.homeless", roll.homeless) if roll.homeless else ""
    return Reply(
        Outcome.ANSWER if roll.sorted_out else Outcome.SILENT,
        language,
        tuple(filter(None, (lead, "\n".join(lines), more, homeless))),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        score=100.0,
    )
