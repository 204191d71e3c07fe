"""How many names a question and an example don't share: an example is the question itself if both name the same."""

from collections.abc import Iterable

import numpy as np

from bot.understanding.readings.gathered import Strengths
from bot.understanding.readings.postings import Postings, strongest
from bot.understanding.utterance.units import Unit


def missing_names(postings: Postings, examples: slice, units: Iterable[Unit]) -> Strengths:
    """How many of the names each of the examples, which stand there in the table, doesn't hold."""
    missing = np.zeros(examples.stop - examples.start, np.float32)
    for unit in units:
        if unit.kind == "entity" and unit.weight >= 1.0:
            names = ((f"@{entity}", 1.0) for entity in unit.entities)  # not whose person or part it is
            missing += strongest(postings, names)[examples] == 0.0
    return missing


def strange_names(postings: Postings, examples: slice, named: Strengths, units: Iterable[Unit]) -> Strengths:
    """How many names each example holds that the question doesn't; `named` is how many each holds."""
    held = np.zeros(examples.stop - examples.start, np.float32)
    for unit in units:
        names = [(f"@{entity}", 1.0) for entity in unit.entities]
        held += strongest(postings, names)[examples] > 0 if names else 0
    strange: Strengths = np.maximum(named - held, 0)
    return strange
