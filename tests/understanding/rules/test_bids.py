"""What somebody bid is a sum, and what it costs to send isn't what it costs to receive."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps

MODERN = apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    "question",
    [
        "What did Salesforce offer for LinkedIn?",
        "Was bot Salesforce für LinkedIn?",
        "What does it cost to send a parcel from a Packstation?",
        "Was kostet es, ein Paket an der Packstation zu verschicken?",
    ],
)
def test_that_somebody_bid_and_what_is_free_to_receive_tell_neither(question: str) -> None:
    assert apps.reply(question, folder=MODERN).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("What did Microsoft offer for a LinkedIn share?", "microsoft-linkedin/per_share"),
        ("Was bot Microsoft je LinkedIn-Aktie?", "microsoft-linkedin/per_share"),
        ("What does it cost to receive a parcel at a Packstation?", "packstation/free"),
        ("Was kostet es, ein Paket an der Packstation zu empfangen?", "packstation/free"),
    ],
)
def test_what_was_bid_for_a_share_and_what_is_free_are_told(question: str, fact: str) -> None:
    assert fact in apps.reply(question, folder=MODERN).facts
