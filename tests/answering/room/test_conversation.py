"""What is kept of a conversation fits into any version of the bot."""

import pytest

from bot.answering.room.conversation import Conversation
from bot.understanding.judging.recognition import Background
from tests.apps import app

TALK = Conversation(
    language="de",
    last_at=3.5,
    topic=Background(
        "Wer?", "de", "jd-uk", ("jd-uk/signatory",), ("jd",), (), ("Welche Deals gibt es?",), False, "jd-austria"
    ),
    asked="Wer?",
    said=("jd-uk/signatory",),
)


def test_what_is_kept_is_what_it_was() -> None:
    assert Conversation.from_json(TALK.to_json()) == TALK


@pytest.mark.parametrize(
    "kept",
    [
        "[]",
        '"x"',
        '{"topic": null}',
        '{"topic": {"listed": [1]}}',
        '{"topic": {"listed": [["x"]], "facts": {"a": 1}, "told": "x", "utterance": null}}',
        '{"language": "fr", "said": null, "last_at": "yesterday"}',
        '{"topic": {"deal": 7, "earlier": []}, "before": [], "future": {}}',
    ],
)
def test_what_is_of_another_kind_is_dropped(kept: str) -> None:
    conversation = Conversation.from_json(kept)
    assert conversation == Conversation()
    app().desk.answer("und wann?", conversation, None, 1.0)
