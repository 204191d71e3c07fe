"""Lists deals, each with the statement that says what it is and its citation."""

from collections.abc import Collection, Iterable, Sequence

from bot.answering.lists.listleads import found, partners
from bot.answering.room import suggestions
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.room.statements import Statements
from bot.facts.concerned import entities_in
from bot.facts.model import Fact
from bot.understanding.judging.recognition import Recognition
from bot.understanding.utterance.units import Unit
from bot.understanding.utterance.wanted import Wanted

MOST_LISTED = 5
MOST_TITLED = 20
"""So many more are named by their titles."""
MOST_NEAR = 3
MOST_OFFERED = 10


def deals(room: Room, recognition: Recognition, language: str) -> Reply:
    """The deals found, the first few with their statement; the others to tap."""
    wanted = recognition.wanted or Wanted()
    if not recognition.deals:
        return _none(room, recognition, wanted, language)
    statements = room.statements(language)
    most = recognition.analysis.most
    _say_each(room, statements, recognition.deals[: min(most or MOST_LISTED, MOST_LISTED)], wanted, language)
    lead = partners(room, wanted, recognition.deals, language) or found(room, wanted, len(recognition.deals), language)
    further = _further(room, statements, recognition.deals, wanted, language, most)
    return Reply(
        Outcome.ANSWER,
        language,
        (lead, *statements.blocks, *further),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.deals(room, language, recognition.deals[:MOST_OFFERED]),
        score=100.0,
    )


def _none(room: Room, recognition: Recognition, wanted: Wanted, language: str) -> Reply:
    """That there is none, which agreements there are, and what the sources hold on those named."""
    voice = room.voices[language]
    statements = room.statements(language)
    limited = bool(wanted.statuses or wanted.periods or wanted.beyond or wanted.sides or wanted.dated is not None)
    lister = room.recogniser.lister
    places = lister.countries(wanted) or wanted.names
    between = wanted.together or 0 < len(lister.countries(wanted)) < len(wanted.names)  # "with Japan and Italy"
    called = [voice.name(unit.entities[0], "dative") for unit in wanted.names]  # behind "mit", "zwischen"
    names = voice.joined(called, either=not between)
    key = "deals.none_between" if between and len(called) > 1 else "deals.none"
    blocks = [found(room, wanted, 0, language) if limited else voice.text(key, names=names)]
    if limited:
        near = lister.deals(Wanted(wanted.names, without=wanted.without)) if wanted.names else ()
    else:
        near = lister.agreements(wanted)
    if near:
        _say_each(room, statements, near[:MOST_NEAR], wanted, language)
        blocks += [voice.text("deals.otherwise" if limited else "deals.others"), *statements.blocks]
    whose, elsewhere = _elsewhere(room, places)
    if elsewhere and elsewhere.id not in statements.facts and not (limited and near):
        said = len(statements.blocks)
        statements.say(elsewhere)
        blocks += [voice.text("deals.elsewhere", names=voice.name(whose, "dative")), *statements.blocks[said:]]
    return Reply(
        Outcome.SILENT,
        language,
        tuple(blocks),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=suggestions.deals_of(room, language, statements.facts),
        score=recognition.score,
    )


def _elsewhere(room: Room, names: Sequence[Unit]) -> tuple[str, Fact | None]:
    """The most important fact whose values name one of the countries, and which one that is."""
    for unit in names:
        for entity in unit.entities:
            naming = [fact for fact in room.store.about(entity) if entity in entities_in(fact)]
            if naming:
                return entity, max(naming, key=lambda fact: suggestions.importance(room, fact))
    return "", None


def _further(
    room: Room, statements: Statements, deals: Sequence[str], wanted: Wanted, language: str, most: int
) -> list[str]:
    """The other deals by their titles, so that the list is whole; how many there are beyond that, and where."""
    voice = room.voices[language]
    others = deals[MOST_LISTED : most or MOST_LISTED + MOST_TITLED]
    titled = ((room.knowledge.deals[deal].title[language], _proof(room, deal, wanted)) for deal in others)
    lines = [f"• {statements.cite(title, fact)}" for title, fact in titled]
    left = len(deals) - (most or MOST_LISTED + MOST_TITLED)
    blocks = (
        "\n".join([voice.text("deals.besides"), *lines]) if lines else "",
        voice.plural("deals.further", left) if left > 0 else "",
    )
    return list(filter(None, blocks))


def _say_each(room: Room, statements: Statements, deals: Iterable[str], wanted: Wanted, language: str) -> None:
    """A statement for each deal."""
    for name in deals:
        say_of(room, statements, _proof(room, name, wanted), language)


def say_of(room: Room, statements: Statements, fact: Fact, language: str) -> None:
    """A statement of a deal, behind its title where it doesn't itself say which deal it is about."""
    voice, deal = room.voices[language], room.knowledge.deals[fact.deal]
    said, known = voice.wording(fact).casefold(), (deal.title[language], *deal.names.get(language, ()))
    clear = fact.attribute in room.recogniser.overviews or any(text.casefold() in said for text in known)
    statements.say(fact, "" if clear else voice.text("deals.titled", title=deal.title[language]))


def _proof(room: Room, deal: str, wanted: Wanted) -> Fact:
    """The fact that says why a deal is listed: the date asked for, whom or what it names; else what it is."""
    said = summary(room, deal)
    if dating := room.recogniser.lister.dating(deal, wanted):
        return dating
    for units in (room.recogniser.lister.countries(wanted), wanted.names):
        named = {entity for unit in units for entity in unit.entities}
        if named and not _names(room, said, named):
            proving = [fact for fact in room.store.facts_of(deal) if _names(room, fact, named)]
            if proving:
                return max(proving, key=lambda fact: suggestions.importance(room, fact))
    return said


def _names(room: Room, fact: Fact, named: Collection[str]) -> bool:
    """Does a fact's statement name one of these, or something that is a part of one: a town of the country?"""
    told = room.recogniser.told.of(fact.id)
    return any(not room.recogniser.lister.wholes(one).isdisjoint(named) for one in told)


def summary(room: Room, deal: str) -> Fact:
    """The fact that says best what a deal is: the first of the greatest importance."""
    return max(room.store.facts_of(deal), key=lambda fact: suggestions.importance(room, fact))
