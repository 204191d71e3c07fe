"""The list of attributes in knowledge/README.md, between its two marks, made from the data so that it can't go stale.

`python -m bot.facts.attribute_table` writes it anew. An attribute's meaning is its English label.
"""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from bot.facts.loader import load_knowledge
from bot.facts.model import Attribute

BEGIN, END = "<!-- attributes: begin -->", "<!-- attributes: end -->"


def table(attributes: Iterable[Attribute]) -> str:
    """The attributes by group: id, meaning, the kinds of answer that fit."""
    parts = []
    for group, members in groupby(attributes, key=lambda attribute: attribute.group):
        lines = [f"- `{one.id}`: {one.words['en'].label} ({', '.join(one.asks)})" for one in members]
        parts.append(f"**{group}**\n\n" + "\n".join(lines))
    return "\n\n".join(parts)


def with_table(text: str, attributes: Iterable[Attribute]) -> str:
    """The text with the list between its marks replaced."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table(attributes)}\n\n{END}{after}"


def write(root: Path) -> None:
    """Writes the list into the README of the project's own knowledge."""
    readme = root / "knowledge" / "README.md"
    attributes = load_knowledge(root / "knowledge", root / "locales").attributes.values()
    readme.write_text(with_table(readme.read_text(encoding="utf-8"), attributes), encoding="utf-8")


if __name__ == "__main__":
    write(Path(__file__).resolve().parents[2])
