"""What a conversation is about after a turn, and what of it a follow-up leans on."""

from bot.answering.conversation import Topic
from bot.answering.reply import Outcome, Reply
from bot.facts.model import Knowledge
from bot.understanding.recognition import Context, Recognition


def context_of(topic: Topic) -> Context:
    """The part of a topic that understanding needs."""
    return Context(topic.utterance, topic.language, topic.facts, topic.deal, topic.entities, topic.offered)


def topic_after(recognition: Recognition, reply: Reply, before: Topic, text: str, knowledge: Knowledge) -> Topic:
    """The topic after a turn: an answer or a near miss sets it; small talk and what is off topic leave it alone.

    So does a slip after an answer: what was only clarified or isn't told, and named nothing itself.
    """
    if recognition.deals and len(recognition.deals) == 1 and reply.facts:
        deal = knowledge.deals[recognition.deals[0]]
        return Topic(text, recognition.analysis.language or before.language, deal.id, reply.facts[:4], deal.parties)
    if reply.outcome not in (Outcome.ANSWER, Outcome.SILENT, Outcome.CLARIFY) or not recognition.readings:
        return before
    if reply.outcome is not Outcome.ANSWER and before.facts and not recognition.analysis.names:
        return before
    facts = reply.facts or tuple(r.features.fact.id for r in recognition.readings[:1])
    utterance = text
    if reply.facts and reply.facts[0] in before.offered:  # what was picked: the question is the same
        utterance = before.utterance
    elif recognition.inherited:
        earlier = before.utterance
        for unit in recognition.replaced:  # "and the British?": from now on it is about them alone
            earlier = earlier.replace(unit.text, "")
        utterance = f"{text} {earlier}"[:400]
    return Topic(
        utterance=utterance,
        language=recognition.analysis.language or before.language,
        deal=knowledge.facts[facts[0]].deal,
        facts=facts[:4],
        entities=recognition.entities or before.entities,
    )
