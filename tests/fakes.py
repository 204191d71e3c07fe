"""A desk in two rooms' place: small, predictable, and with every kind of reply that a channel must show."""

from dataclasses import replace

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Choice, Outcome, Reference, Reply

SOURCE = Reference(1, "000", "000_text.txt", 6, "[1] „Ein Titel“, Absatz 6: »wie gedruckt«")


class FakeDesk:
    """Repeats what it heard; some words call for another kind of reply. Counts what each conversation has said."""

    def answer(self, text: str, conversation: Conversation, hint: str | None, now: float) -> tuple[Reply, Conversation]:
        language = conversation.language or conversation.last_language or hint or "en"
        turn = int(conversation.asked or 0) + 1
        after = replace(conversation, asked=str(turn), last_language=language, last_at=now)
        return self._reply(text, language, turn), after

    def choose(
        self, token: str, conversation: Conversation, hint: str | None, now: float
    ) -> tuple[Reply, Conversation]:
        reply, after = self.answer(f"chosen {token}", conversation, hint, now)
        return replace(reply, outcome=Outcome.ANSWER), after

    @staticmethod
    def _reply(text: str, language: str, turn: int) -> Reply:
        if text == "which?":
            choices = (Choice("First", "first"), Choice("Second", "second"))
            return Reply(Outcome.CLARIFY, language, ("What do you mean?",), choices=choices)
        if text == "silence":
            return Reply(Outcome.SILENT, language, ("The sources don't say.",))
        if text == "weather":
            return Reply(
                Outcome.OFFTOPIC, language, ("That's beyond me.", "Try: “one”"), choices=(Choice("First", "first"),)
            )
        if text == "crash":
            raise RuntimeError("the desk fell over")
        if text.startswith("long "):
            return Reply(Outcome.ANSWER, language, tuple([text[5:]] * 30), references=(SOURCE,))
        return Reply(
            Outcome.ANSWER,
            language,
            (f"{turn}: {text} [1]",),
            heading="Heading",
            facts=("deal/fact",),
            references=(SOURCE,),
            choices=(Choice("More", "more"),),
            score=87.25,
        )
