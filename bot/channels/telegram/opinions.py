"""Takes 👍 and 👎: thanks at once, asks after 👎 what was wrong with three buttons, and keeps it for the editor."""

from collections.abc import Iterable, Sequence

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.constants import ChatType

from bot.answering.room.conversation import Conversation
from bot.channels.feedback import Opinion, rater_in
from bot.channels.telegram.actions import REASONS, question_number, rating, reasons
from bot.channels.telegram.keyboards import Kind, Row, Tap
from bot.channels.telegram.parts import Parts
from bot.channels.telegram.sending import Place
from bot.channels.telegram.trail import Stage
from bot.channels.texts import Speaker

THUMBS = frozenset({Kind.GOOD, Kind.BAD})
RATING = frozenset({*THUMBS, *REASONS})


class Opinions:
    """Handles the taps that rate an answer."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def take(self, query: CallbackQuery, tap: Tap, place: Place) -> None:
        """Record the opinion, say thanks or ask further, and change the buttons accordingly."""
        voice = self._parts.voices[tap.language]
        asking = tap.kind is Kind.BAD
        text = voice.text("telegram.feedback.ask" if asking else "telegram.feedback.thanks")
        await self._parts.sender.quietly(query.answer(text))
        facts = self._facts(tap)
        asked = await self.asked(place, tap.token)
        good, reason = tap.kind is Kind.GOOD, REASONS.get(tap.kind)
        private = query.message is not None and query.message.chat.type == ChatType.PRIVATE
        rated = f"{query.message.message_id if query.message else ''}.{tap.token}"
        rater = "" if private else rater_in(place.key, query.from_user.id)
        self._parts.extras.feedback.record(Opinion(good, reason, tap.language, asked, facts, place.key, rated, rater))
        if not isinstance(query.message, Message) or query.message.reply_markup is None:
            return
        sender = self._parts.sender
        now = sender.edits.rows(query.message)
        # In a group the next one may think otherwise, also while the first one is asked.
        beside = () if private else rating(tap.token, tap.language)
        markup = _with_rating(now, beside=beside, below=reasons(tap.token, tap.language, voice) if asking else ())
        if markup.inline_keyboard != tuple(map(tuple, now)):
            await sender.quietly(sender.change_buttons(query.message, markup))

    def _facts(self, tap: Tap) -> tuple[str, ...]:
        """The facts that the rated answer stated."""
        token = tap.token.partition(".")[2]
        return self._parts.desk.choose(token, Conversation(), tap.language, self._parts.clock())[0].facts

    async def asked(self, place: Place, rated: str) -> str | None:
        """The question behind a rated answer, if it is still known."""
        number = question_number(rated)
        if number is None:
            return None
        past = await self._parts.conversations.answered(place.key, number)
        return past.after.asked or None if past else None


def stage_of(rows: Iterable[Sequence[InlineKeyboardButton]]) -> Stage:
    """How far the answer above these buttons was rated."""
    kinds = {tap.kind for row in rows for button in row if (tap := _tap(button))}
    if not kinds.isdisjoint(REASONS) and kinds.isdisjoint(THUMBS):  # a group's stay, whatever one of it is asked
        return Stage.ASKED
    return Stage.RATED if kinds.isdisjoint(THUMBS) else Stage.OPEN


def at_stage(
    buttons: InlineKeyboardMarkup | None, stage: Stage, rated: str, language: str, voice: Speaker
) -> InlineKeyboardMarkup | None:
    """An answer's buttons as they were when it was rated so far."""
    if buttons is None or stage is Stage.OPEN:
        return buttons
    return _with_rating(buttons.inline_keyboard, below=reasons(rated, language, voice) if stage is Stage.ASKED else ())


def _with_rating(
    rows: Iterable[Sequence[InlineKeyboardButton]], *, beside: Row = (), below: Sequence[Row] = ()
) -> InlineKeyboardMarkup:
    """The keyboard with its rating buttons replaced: by some `beside` what is to be shared, and by rows `below` all."""
    kept = [[button for button in row if not _rates(button)] for row in rows]
    shared = next((place for place, row in enumerate(kept) if any(button.url for button in row)), len(kept))
    kept[shared : shared + 1] = [[*beside, *(kept[shared] if shared < len(kept) else ())]]
    return InlineKeyboardMarkup([row for row in (*kept, *below) if row])


def _rates(button: InlineKeyboardButton) -> bool:
    tap = _tap(button)
    return tap is not None and tap.kind in RATING


def _tap(button: InlineKeyboardButton) -> Tap | None:
    return Tap.read(button.callback_data if isinstance(button.callback_data, str) else None)
