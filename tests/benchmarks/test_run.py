from pathlib import Path

import pytest

from benchmarks.__main__ import main


@pytest.mark.timeout(300)  # a process of its own builds the whole bot; slow on a busy machine
def test_a_generated_folder_is_measured_at_tiny_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    size = ["--deals", "12", "--facts", "30", "--questions", "12"]
    main([*size, "--cache", str(tmp_path), "--skip", "start", "real", "compare"])
    printed = capsys.readouterr().out
    assert "12 deals, 30 facts" in printed
    assert "a question, median" in printed
