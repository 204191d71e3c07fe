"""The same folder makes the same index, whatever order Python's sets happen to have in a process."""

import os
import subprocess
import sys

from bot.settings import ROOT

BUILT = """
from hashlib import sha256
from bot.app import build_from
from tests.apps import HANSE
index = build_from(HANSE).room.recogniser.scorer._index
held = index._table.postings
rows = sorted((key, *(part.tobytes() for part in held.row(key))) for key in held._spans)
print(len(rows), sha256(repr(rows).encode()).hexdigest())
"""


def built(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", BUILT], env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return done.stdout.decode()


def test_a_folder_is_understood_alike_in_every_process() -> None:
    first, second = built("1"), built("6")
    assert int(first.split()[0]) > 1_000
    assert first == second
