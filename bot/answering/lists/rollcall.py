"""Lists persons, companies, organisations or countries that facts are about, each with its citation.

Persons come with the role that the gazetteer tells. A long list is cut, and says how many more there are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.i18n import Voice
from bot.understanding.deals.roll import Roll
from bot.understanding.judging.recognition import Recognition
from bot.understanding.utterance.units import Unit

MOST_CALLED = 24
_PLACES = frozenset({"place", "country"})
MOST_HOMELESS = 5
MOST_QUOTED = 4
MOST_EMPTY = 2
"""Of more deals it is only told whom they name, not which name nobody."""


def rest(room: Room, recognition: Recognition, conversation: Conversation, language: str) -> Reply | None:
    """Those whom the list told last left out, if no more is asked than who else there is ("more?"); else None."""
    if not conversation.asked or not room.recogniser.asks_more(recognition.analysis):
        return None
    before = room.recogniser.recognise(conversation.asked, conversation.before)
    shown = _shown(before.analysis.most)
    if before.roll is None or not before.roll.sorted_out or len(before.roll.called) <= shown:
        return None
    left = replace(before.roll, called=before.roll.called[shown:])
    reply = call(room, left, language)
    return replace(reply, blocks=(room.voices[language].text("roll.rest"), *reply.blocks[1:]))


def _shown(most: int) -> int:
    return min(most or MOST_CALLED, MOST_CALLED)


def call(room: Room, roll: Roll, language: str, most: int = 0) -> Reply:
    """Those of whom most is told, and how many are left; only as many as are to be named, if `most` says so."""
    shown = _shown(most)
    voice, statements = room.voices[language], room.statements(language)
    lines = []
    for name, fact in roll.called[:shown]:
        known = room.knowledge.entities.get(name)
        role = (known.role or {}).get(language, "") if known else ""
        lines.append("• " + statements.cite(", ".join(filter(None, (voice.name(name), role))), fact))
    number = len(roll.called)
    more = voice.plural("roll.more", number - shown) if number > shown else ""
    homeless = _homeless(voice, roll)
    titles = {deal: room.knowledge.deals[deal].title[language] for deal in roll.deals}
    none_of = "roll.nobody" if roll.kind == "person" else "roll.none_of"
    nobody = [voice.text(none_of, name=titles[deal]) for deal in roll.empty if len(titles) <= MOST_EMPTY or not lines]
    many = voice.text("roll.those_deals") if len(titles) > MOST_QUOTED else ""
    quoted = voice.joined([voice.text("quoted", words=titles[deal]) for deal in roll.deals if deal not in roll.empty])
    what = voice.plural(f"roll.{roll.kind}", number)
    if roll.deals and not (roll.homes or roll.noun):
        lead = voice.text("roll.deals", names=quoted, what=what) if lines else ""
    else:
        lead = _lead(voice, roll, many or quoted)
    return Reply(
        Outcome.ANSWER if roll.sorted_out and lines else Outcome.SILENT,
        language,
        tuple(filter(None, (lead, "\n".join(lines), more, homeless, *nobody))),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        score=100.0,
    )


def _lead(voice: Voice, roll: Roll, quoted: str) -> str:
    """What is listed, and whatever limits it: a list of some must not read as one of all."""
    what = voice.plural(f"roll.{roll.kind}", len(roll.called))
    whose, without = _joined(voice, roll.whose), _joined(voice, roll.without)
    home = voice.joined([voice.name(one, "dative") for one in roll.homes]) if roll.homes else ""
    if roll.by_firm:
        return voice.text("roll.home_firms", what=what, home=home)
    if roll.noun or not roll.called or roll.deals or (whose and home):
        said = {"home": home, "whose": whose, "without": without, "deals": quoted}
        return _limited(voice, roll, what, said)
    if not roll.sorted_out or roll.apiece:
        return voice.text("roll.apiece") if roll.apiece else voice.text("roll.unsorted", what=what)
    if roll.owned:
        return voice.text("roll.owned", names=whose)
    if home:
        key = "roll.home_besides" if without else "roll.home_places" if roll.kind in _PLACES else "roll.home"
        return voice.text(key, what=what, home=home, names=without)
    if without:
        return voice.text("roll.besides", what=what, names=without)
    if roll.kind == "country" and not whose:  # lands that are none today are named as well
        return voice.text("roll.countries")
    return voice.text("roll.of" if whose else "roll.named", what=what, names=whose)


def _limited(voice: Voice, roll: Roll, what: str, said: Mapping[str, str]) -> str:
    """The same with all that limits it in brackets; what is called may be nothing."""
    limits = ", ".join(voice.text(f"roll.limit.{kind}", names=names) for kind, names in said.items() if names)
    limits = f" ({limits})" if limits else ""
    if not roll.called:
        return voice.text("roll.no_person" if roll.kind == "person" else "roll.none", limits=limits)
    if not roll.noun or roll.kind == "person":
        return voice.text("roll.limited", what=what, limits=limits)
    return voice.text("roll.noun" if roll.stated else "roll.trade", noun=roll.noun, limits=limits)


def _homeless(voice: Voice, roll: Roll) -> str:
    """Of whom nobody says where they are from: how many, and their names if they are few."""
    number = len(roll.homeless)
    if not number:
        return ""
    text = voice.plural("roll.homeless", number)
    names = voice.joined([voice.name(one) for one in roll.homeless])
    return voice.text("roll.homeless_named", text=text, names=names) if number <= MOST_HOMELESS else f"{text}."


def _joined(voice: Voice, units: Sequence[Unit]) -> str:
    return voice.joined([voice.name(unit.entities[0], "dative") for unit in units])
