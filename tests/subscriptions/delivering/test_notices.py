from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.i18n import Voice, load_voices
from bot.settings import ROOT
from bot.subscriptions.changes.content import Content
from bot.subscriptions.changes.difference import Change
from bot.subscriptions.changes.owed import NO_LONGER, Item, Known, Owed
from bot.subscriptions.changes.schedule import Wishes
from bot.subscriptions.delivering.notices import Notices
from bot.subscriptions.subscribing.codes import Code
from tests.subscriptions.stock import NOW, content

OLD, NEW = content("train/time", "6 to 8 days"), content("train/time", "5 to 7 days")


def deals() -> set[str]:
    """Those that are known now."""
    return {"train"}


@pytest.fixture(scope="module")
def voices() -> Mapping[str, Voice]:
    return load_voices(ROOT / "locales", {})


def item(old: Content | None, new: Content | None, reason: str = "follow", **other: object) -> Item:
    kind = "changed" if old and new else "new" if new else "withdrawn"
    fact = (new or old or NEW).fact
    known = Known(str(other["told"]), NOW) if "told" in other else None
    why = {"de": "Tippfehler der Quelle", "en": "the source erred"} if other.get("why") else {}
    return Item((1,), Change(kind, fact, old, new), reason, 77, 0, NOW, why, known)


def owed(*items: Item, language: str = "en") -> Owed:
    return Owed(1, "1", language, Wishes(zone="UTC"), items)


def test_a_changed_value_is_said_with_its_citation_and_buttons(voices: Mapping[str, Voice]) -> None:
    notice = Notices(voices, deals).compose(owed(item(OLD, NEW, told=OLD.digest)))
    assert notice.heading == "🔔 Changed: train (en) – time"
    assert notice.blocks == (
        "was 6 to 8 days, is now 5 to 7 days [1]\nYou had the earlier version from me on 14 November 2023.",
    )
    assert [reference.line for reference in notice.references] == ["[1] „Train“, paragraph 2"]
    assert [choice.label for choice in notice.choices] == ["The deal", "Pause", "Unsubscribe"]
    assert notice.choices[1].token == str(Code("p", "77"))


def test_it_is_said_in_the_subscriber_s_language(voices: Mapping[str, Voice]) -> None:
    notice = Notices(voices, deals).compose(owed(item(OLD, NEW, told=OLD.digest), language="de"))
    assert notice.heading == "🔔 Geändert: train (de) – time"
    said = "bisher 6 to 8 days, jetzt 5 to 7 days [1]\nDie frühere Angabe hatten Sie am 14. November 2023 von mir."
    assert notice.blocks == (said,)


def test_a_language_that_the_bot_has_lost_is_answered_in_english(voices: Mapping[str, Voice]) -> None:
    assert Notices(voices, deals).compose(owed(item(OLD, NEW), language="fr")).language == "en"


def with_texts(one: Content, **changed: str) -> Content:
    """The same with other texts in both languages, {} standing for the language."""
    texts = {
        language: replace(said, **{name: text.format(language) for name, text in changed.items()})  # type: ignore[arg-type]
        for language, said in one.texts.items()
    }
    return replace(one, texts=texts, digest=f"{one.digest} {changed}")


BARE = with_texts(OLD, remark="", status="planned {}", according_to="")


@pytest.mark.parametrize(
    ("language", "until", "now"), [("de", "Bisher hieß es: „", "“\nJetzt: "), ("en", "Until now: “", "”\nNow: ")]
)
def test_a_remark_that_changes_is_told_with_its_sentence(
    voices: Mapping[str, Voice], language: str, until: str, now: str
) -> None:
    first, second = (with_texts(BARE, remark=remark) for remark in ("Only in summer ({}).", "All year ({})."))
    sentence = f"It is 6 to 8 days ({language})."
    old, new = f"{sentence} ⚠ Only in summer ({language}).", f"{sentence} ⚠ All year ({language})."
    for before, after, said in (
        (first, second, f"{until}{old}{now}{new} [1]"),
        (BARE, second, f"{until}{sentence}{now}{new} [1]"),
        (first, BARE, f"{until}{old}{now}{sentence} [1]"),
    ):
        assert Notices(voices, deals).compose(owed(item(before, after), language=language)).blocks == (said,)


def test_a_remark_that_changes_with_the_value_is_told_as_well(voices: Mapping[str, Voice]) -> None:
    new = with_texts(NEW, remark="All year ({}).")
    [block] = Notices(voices, deals).compose(owed(item(BARE, new))).blocks
    assert block.endswith("Now: It is 5 to 7 days (en). ⚠ All year (en). [1]")


def test_a_remark_that_stays_is_not_repeated_with_a_new_value(voices: Mapping[str, Voice]) -> None:
    old, new = (with_texts(one, remark="All year ({}).") for one in (OLD, NEW))
    assert Notices(voices, deals).compose(owed(item(old, new))).blocks == ("was 6 to 8 days, is now 5 to 7 days [1]",)


def test_a_status_or_source_of_the_word_that_changes_alone_is_told(voices: Mapping[str, Voice]) -> None:
    signed = with_texts(BARE, status="signed {}", according_to="Keller")
    assert Notices(voices, deals).compose(owed(item(BARE, signed))).blocks == (
        (
            "It is 6 to 8 days (en). [1]\nStatus: was planned en, is now signed en\n"
            "On whose word: was nobody named, is now Keller"
        ),
    )
    assert Notices(voices, deals).compose(owed(item(BARE, signed), language="de")).blocks == (
        (
            "It is 6 to 8 days (de). [1]\nStand: bisher planned de, jetzt signed de\n"
            "Wer das sagt: bisher niemand genannt, jetzt Keller"
        ),
    )


def test_of_what_was_announced_before_remarks_were_kept_none_is_said_to_be_new(voices: Mapping[str, Voice]) -> None:
    new = with_texts(BARE, remark="All year ({}).")
    assert Notices(voices, deals).compose(owed(item(OLD, new))).blocks == (
        "It is 6 to 8 days (en). ⚠ All year (en). [1]",
    )


def test_a_new_fact_is_stated(voices: Mapping[str, Voice]) -> None:
    notice = Notices(voices, deals).compose(owed(item(None, NEW)))
    assert notice.heading == "🔔 New: train (en) – time"
    assert notice.blocks == ("It is 5 to 7 days (en). [1]",)


def test_what_was_waited_for_is_announced_as_found(voices: Mapping[str, Voice]) -> None:
    notice = Notices(voices, deals).compose(owed(item(None, NEW, "await")))
    assert notice.heading == "🔔 Now known: train (en) – time"
    assert [choice.label for choice in notice.choices] == ["The deal"]


def test_a_withdrawn_fact_says_what_was_said_and_why_it_no_longer_holds(voices: Mapping[str, Voice]) -> None:
    notice = Notices(voices, deals).compose(owed(item(OLD, None, why=True)))
    assert notice.heading == "🔔 Withdrawn: train (en) – time"
    assert notice.blocks == (
        "Until now: “It is 6 to 8 days (en). [1]” This no longer holds.\nReason: the source erred",
    )
    assert len(notice.references) == 1
    assert [choice.label for choice in notice.choices] == ["The deal", "Pause", "Unsubscribe"]
    assert notice.facts == ()


def test_a_deal_that_is_gone_can_t_be_opened(voices: Mapping[str, Voice]) -> None:
    notice = Notices(voices, set).compose(owed(item(OLD, None)))
    assert [choice.label for choice in notice.choices] == ["Pause", "Unsubscribe"]


def test_a_correction_can_be_declined_for_the_future(voices: Mapping[str, Voice]) -> None:
    notice = Notices(voices, deals).compose(owed(item(OLD, NEW, "correction", told=OLD.digest)))
    assert notice.choices[-1].token == str(Code("c", "0"))


@pytest.mark.parametrize("told", ["digest-another", NO_LONGER])
def test_what_was_told_is_named_only_if_it_is_the_old_value(voices: Mapping[str, Voice], told: str) -> None:
    notice = Notices(voices, deals).compose(owed(item(None, NEW, "correction", told=told)))
    assert notice.blocks == (
        "It is 5 to 7 days (en). [1]\nOn 14 November 2023 I had told you something else about this.",
    )


def test_who_has_asked_meanwhile_hears_nothing_of_what_they_were_told(voices: Mapping[str, Voice]) -> None:
    notice = Notices(voices, deals).compose(owed(item(OLD, NEW, told=NEW.digest)))
    assert notice.blocks == ("was 6 to 8 days, is now 5 to 7 days [1]",)


def test_many_changes_are_one_notice_with_numbered_sources(voices: Mapping[str, Voice]) -> None:
    items = [item(None, content(f"train/side{n}", f"{n}")) for n in range(10)]
    notice = Notices(voices, deals).compose(owed(*items))
    assert notice.heading == "🔔 10 pieces of news"
    assert len(notice.blocks) == 10
    assert [reference.number for reference in notice.references] == [1]
