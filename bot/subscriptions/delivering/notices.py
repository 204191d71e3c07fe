"""A notice: everything owed to one subscriber as one reply in their language, with sources and buttons."""

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.answering.room.reply import Choice, Outcome, Reference, Reply
from bot.answering.room.tokens import token_of
from bot.facts.model import LANGUAGES
from bot.i18n import Voice
from bot.subscriptions.changes.content import Cited, Content, Texts
from bot.subscriptions.changes.owed import Item, Owed
from bot.subscriptions.subscribing.codes import CORRECTIONS, LEAVE, LIST, PAUSE, REMOVE, Code

MOST_DEALS = 3


class Notices:
    """Writes notices; `deals` gives those that are known now, and so can be opened."""

    def __init__(self, voices: Mapping[str, Voice], deals: Callable[[], Container[str]]) -> None:
        self._voices, self._deals = voices, deals

    def compose(self, owed: Owed) -> Reply:
        """The notice for all that is owed."""
        language = owed.language if owed.language in LANGUAGES else LANGUAGES[-1]
        voice, references = self._voices[language], list[Reference]()
        titles = [_title(item, voice) for item in owed.items]
        bodies = [_body(item, owed, voice, references) for item in owed.items]
        if len(owed.items) == 1:
            heading, blocks = f"🔔 {titles[0]}", bodies
        else:
            heading = f"🔔 {voice.plural('news.many', len(owed.items))}"
            blocks = [f"{title}\n{body}" for title, body in zip(titles, bodies, strict=True)]
        return Reply(
            Outcome.ANSWER,
            language,
            tuple(blocks),
            heading=heading,
            facts=tuple(item.change.fact for item in owed.items if item.change.new),
            references=tuple(references),
            choices=_choices(owed, voice, self._deals()),
            score=100.0,
        )


def _title(item: Item, voice: Voice) -> str:
    texts = _in(item.change.latest, voice)
    key = "news.found" if item.reason == "await" else f"news.{item.change.kind}"
    return voice.text(key, deal=texts.deal, side=texts.side)


def _body(item: Item, owed: Owed, voice: Voice, references: list[Reference]) -> str:
    old, new = (_in(content, voice) if content else None for content in (item.change.old, item.change.new))
    lines = []
    if new is None and old is not None:
        lines.append(voice.text("news.was", sentence=f"{old.sentence} {_marks(old, references)}"))
        if why := item.why.get(voice.language):
            lines.append(voice.text("news.why", why=why))
    elif new is not None:
        marks = _marks(new, references)
        remarked = old is not None and _differ(old.remark, new.remark)
        if old and old.value and new.value and old.value != new.value and not remarked:
            lines.append(voice.text("news.value", old=old.value, new=new.value) + f" {marks}")
        elif old and item.reason != "await" and (remarked or old.sentence != new.sentence):
            if old.sentence == new.sentence and old.value != new.value and old.value and new.value:
                lines.append(voice.text("news.value", old=old.value, new=new.value))
            told = (_remarked(one) if remarked else one.sentence for one in (old, new))
            lines.append(voice.text("news.sentences", old=next(told), new=next(told)) + f" {marks}")
        else:
            lines.append(f"{_remarked(new)} {marks}")
            lines += _standing(old, new, voice) if old else ()
    if item.known and (item.was_told_this or item.was_told_otherwise):
        day = datetime.fromtimestamp(item.known.at, ZoneInfo(owed.wishes.zone)).date().isoformat()
        key = "news.told" if item.was_told_this else "news.told_otherwise"
        lines.append(voice.text(key, date=voice.date(day)))
    return "\n".join(lines)


def _remarked(texts: Texts) -> str:
    return f"{texts.sentence} ⚠ {texts.remark}" if texts.remark else texts.sentence


def _standing(old: Texts, new: Texts, voice: Voice) -> Iterator[str]:
    """What else has changed where the sentence and its remark have not."""
    if old.status and new.status and _differ(old.status, new.status):
        yield voice.text("deal.status", status=voice.text("news.value", old=old.status, new=new.status))
    if _differ(old.according_to, new.according_to):
        names = (one.according_to or voice.text("news.nobody") for one in (old, new))
        yield voice.text("news.according_to", said=voice.text("news.value", old=next(names), new=next(names)))


def _differ(old: str | None, new: str | None) -> bool:
    """What wasn't kept yet isn't known to have been otherwise."""
    return old is not None and new is not None and old != new


def _marks(texts: Texts, references: list[Reference]) -> str:
    return "".join(dict.fromkeys(_mark(cited, references) for cited in texts.cited))


def _mark(cited: Cited, references: list[Reference]) -> str:
    for reference in references:
        if (reference.source, reference.paragraph) == (cited.source, cited.paragraph):
            return f"[{reference.number}]"
    number = len(references) + 1
    line = f"[{number}] {cited.line}"
    references.append(Reference(number, cited.source, cited.document, cited.paragraph, line))
    return f"[{number}]"


def _choices(owed: Owed, voice: Voice, known: Container[str]) -> tuple[Choice, ...]:
    """The deals; then what ends or pauses this: one topic directly, several by way of the list."""
    deals: dict[str, str] = {}
    for item in owed.items:
        if (deal := item.change.latest.deal) in known:
            deals.setdefault(deal, _in(item.change.latest, voice).deal)
    one = len(deals) == 1
    choices = [
        Choice(voice.text("button.deal") if one else title, token_of("d", deal))
        for deal, title in list(deals.items())[:MOST_DEALS]
    ]
    topics = {item.subscription for item in owed.items if item.reason == "follow" and item.subscription}
    if len(topics) == 1:
        number = str(topics.pop())
        choices.append(Choice(voice.text("button.pause"), str(Code(PAUSE, number))))
        choices.append(Choice(voice.text("button.remove"), str(Code(REMOVE, number))))
    elif topics:
        choices.append(Choice(voice.text("button.subscriptions"), str(Code(LIST))))
        choices.append(Choice(voice.text("button.leave"), str(Code(LEAVE, "?"))))
    elif all(item.reason == "correction" for item in owed.items):
        choices.append(Choice(voice.text("button.no_corrections"), str(Code(CORRECTIONS, "0"))))
    return tuple(choices)


def _in(content: Content, voice: Voice) -> Texts:
    return content.texts.get(voice.language) or next(iter(content.texts.values()))
