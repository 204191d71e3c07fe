import json
from pathlib import Path

from bot.channels.feedback import FeedbackFile, Opinion


def test_each_opinion_is_a_line_of_its_own(tmp_path: Path) -> None:
    book = FeedbackFile(tmp_path / "data", clock=lambda: 0.0)
    book.record(Opinion(True, None, "de", "Wer?\n\ud800", ("jd-uk/amount",)))
    book.record(Opinion(False, "not_true", "en", None, ()))
    first, second = map(json.loads, (tmp_path / "data" / "feedback.jsonl").read_text().splitlines())
    assert first == {"at": "1970-01-01T00:00:00Z", "good": True, "reason": None, "language": "de",
                     "asked": "Wer?\n\ud800", "facts": ["jd-uk/amount"]}  # fmt: skip
    assert second["reason"] == "not_true"


def test_a_folder_that_cannot_be_written_is_no_one_s_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    FeedbackFile(tmp_path / "file").record(Opinion(True, None, "de", None, ()))
