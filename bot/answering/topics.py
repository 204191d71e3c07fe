"""What a conversation is about after a turn, and what of it a follow-up leans on."""

from dataclasses import replace

from bot.answering.room.reply import Outcome, Reply
from bot.facts.model import Knowledge
from bot.understanding.deals.sheet import FURTHER
from bot.understanding.judging.followup import NEXT
from bot.understanding.judging.recognition import Background, Recognition, Verdict
from bot.understanding.leaning.measuring import HELD_AGAINST
from bot.understanding.leaning.narrowing import RULE as NARROWED
from bot.understanding.leaning.oflisted import OF_NO_DEAL, PLACED

_STAYING = frozenset({OF_NO_DEAL, HELD_AGAINST})
"""By these rules nothing new is told: what is asked next is asked of what was told before."""

_MOST_LISTED, _LONGEST = 8, 200
"""So many utterances that asked for a list, each more closely, are kept, and so much of each."""

_MOST_TOLD = 24
"""So many facts told one after the other are remembered."""


def topic_after(
    recognition: Recognition, reply: Reply, before: Background, text: str, knowledge: Knowledge
) -> Background:
    """The topic after a turn: an answer or a near miss sets it; small talk and what is off topic leave it alone.

    So does a slip after an answer: what was only clarified or isn't told, and named nothing itself.
    """
    found = recognition.readings or recognition.chosen or recognition.wanted or reply.facts
    if recognition.verdict in (Verdict.SMALLTALK, Verdict.OFFTOPIC) or recognition.rule in _STAYING or not found:
        return before
    topic = _about(recognition, reply, before, text, knowledge)
    earlier = before.deal if topic.deal != before.deal else before.earlier
    listed = _listed(recognition, before, text)
    return replace(topic, listed=listed, earlier=earlier, shown=() if listed else before.listed or before.shown)


def _listed(recognition: Recognition, before: Background, text: str) -> tuple[str, ...]:
    """The utterances that asked for the deals just listed, () if none were."""
    if recognition.wanted is None or recognition.ranked:
        return ()
    earlier = before.listed if recognition.rule == NARROWED else ()
    return (*earlier[:1], *earlier[1:][2 - _MOST_LISTED :], text[:_LONGEST])


def _about(recognition: Recognition, reply: Reply, before: Background, text: str, knowledge: Knowledge) -> Background:
    """The facts and the utterance that a turn was about."""
    if recognition.deals and len(recognition.deals) == 1 and reply.facts:
        deal = knowledge.deals[recognition.deals[0]]
        return Background(
            text, recognition.analysis.language or before.language, deal.id, reply.facts[:4], deal.parties
        )
    if recognition.rule == PLACED and reply.facts:  # "the second one": from now on it is about that deal
        deal = knowledge.deals[knowledge.facts[reply.facts[0]].deal]
        language = recognition.analysis.language or before.language
        return Background(deal.title[language or "en"], language, deal.id, reply.facts[:4], deal.parties)
    if recognition.sheet and recognition.sheet.kind == FURTHER:  # what was told stays told, however often more is asked
        return replace(before, facts=(*reply.facts, *before.facts)[:_MOST_TOLD], told=True) if reply.facts else before
    if recognition.sheet and reply.facts:
        of, whose = recognition.sheet.deal, recognition.sheet.whose
        entities = knowledge.deals[of].parties if of else tuple(e for unit in whose for e in unit.entities)
        return Background(text, recognition.analysis.language or before.language, of, reply.facts[:4], entities)
    if (recognition.events or recognition.sides) and reply.facts:
        deals = recognition.sides.deals if recognition.sides else ()
        parties = tuple(dict.fromkeys(party for deal in deals for party in knowledge.deals[deal].parties))
        return Background(text, recognition.analysis.language or before.language, None, reply.facts[:4], parties)
    found = recognition.readings or recognition.chosen
    if reply.outcome not in (Outcome.ANSWER, Outcome.SILENT, Outcome.CLARIFY) or not found:
        return before
    if reply.outcome is not Outcome.ANSWER and before.facts and _only_slips(recognition, reply, before, knowledge):
        return before
    facts = reply.facts or tuple(reading.features.fact.id for reading in found[:1])
    utterance = text
    if reply.facts and reply.facts[0] in before.offered:  # what was picked: the question is the same
        utterance = before.utterance
    elif recognition.inherited:
        utterance = _carried(recognition, " ".join(text.split()), before)[:400]
    return Background(
        utterance=utterance,
        language=recognition.analysis.language or before.language,
        deal=knowledge.facts[facts[0]].deal,
        facts=facts[:4],
        entities=recognition.entities or before.entities,
        told=bool(reply.facts),
    )


def _only_slips(recognition: Recognition, reply: Reply, before: Background, knowledge: Knowledge) -> bool:
    """Does a turn that led to no answer name nobody, or only places of which nothing is told ("Italy too?")?"""
    analysis = recognition.analysis
    if not analysis.names:
        return True
    nothing = reply.outcome is Outcome.SILENT and not reply.facts and before.told and not analysis.said
    return nothing and all(knowledge.is_place(entity) for unit in analysis.names for entity in unit.entities)


def _carried(recognition: Recognition, text: str, before: Background) -> str:
    """An utterance that leant on the conversation, with what of the question before still holds.

    What said something itself begins a new line: what is asked next is asked of it, not of all that was ever said.
    After "and the British?" it is about them alone.
    """
    earlier = before.utterance
    for unit in recognition.replaced:
        earlier = earlier.replace(unit.text, "")
    return f"{text}{NEXT if recognition.analysis.said else ' '}{earlier}"
