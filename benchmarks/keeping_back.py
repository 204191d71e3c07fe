"""Takes example questions out of a knowledge folder, to ask them: the least unfair test where no others are at hand."""

import shutil
from pathlib import Path

import yaml

from benchmarks.asking import Question
from benchmarks.world import Plain

EVERY = 5


def kept_back(folder: Path, target: Path) -> list[Question]:
    """Copies the folder without every fifth example question of each fact and language; returns those."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder, target)
    questions: list[Question] = []
    for path in sorted((target / "deals").glob("*.yaml")):
        deal: Plain = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
        for key, fact in deal["facts"].items():
            gold = frozenset({f"{path.stem}/{key}"})
            for language, texts in fact["questions"].items():
                questions += [Question(text, language, "kept back", gold) for text in texts[EVERY - 1 :: EVERY]]
                fact["questions"][language] = [text for at, text in enumerate(texts) if at % EVERY != EVERY - 1]
        path.write_text(yaml.safe_dump(deal, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return questions
