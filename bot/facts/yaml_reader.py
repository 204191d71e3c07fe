"""Reads one YAML file into plain dicts, lists and strings; the first station of the loader.

Every scalar stays the text that the editor typed: `NO` is Norway and `yes:` is a key, not a truth value, and 2014-02
is no arithmetic. What a text means is decided by the field that takes it. Only a plain `null`, `~` or nothing is None.
Built on libyaml's composer, because PyYAML's own constructor takes twice as long for a large folder.
"""

from itertools import chain
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.facts.problems import Problems

Plain = Any
"""dict[str, Plain] | list[Plain] | str | None; a true recursive type would only add casts."""

# Without libyaml the same comes out, only slower.
_Parser: Any = vars(yaml.cyaml)["CParser"] if yaml.__with_libyaml__ else yaml.SafeLoader

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_MOST_REPEATED = 1_000_000
"""So many nodes may come from aliases, besides the two that a byte can write at most: some 10,000 whole facts."""

_PLAIN, _QUOTED = "plain", "quoted"


class _Composer(_Parser):  # type: ignore[misc]
    """Composes nodes and tags each scalar as plain or quoted, where PyYAML would guess a type by its spelling."""

    def __init__(self, text: str) -> None:
        _Parser.__init__(self, text)

    def descend_resolver(self, _node: Node | None, _index: Any) -> None:
        """PyYAML's path resolvers aren't used."""

    def ascend_resolver(self) -> None:
        """PyYAML's path resolvers aren't used."""

    def resolve(self, kind: type[Node], _value: str | None, implicit: Any) -> str:
        """The tag of a node."""
        return _PLAIN if kind is ScalarNode and implicit[0] else _QUOTED


def read_yaml(content: bytes, file: str, problems: Problems) -> dict[str, Plain] | None:
    """The mapping that the file holds; None, with a problem noted, when it can't be read as one."""
    try:
        node = _Composer(content.decode("utf-8-sig")).get_single_node()
    except UnicodeDecodeError as error:
        problems.add(file, "", f"byte {error.start}", "the file isn't UTF-8: save it as UTF-8")
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        what = " ".join(part for part in (error.context, error.problem) if part)
        remedy = "put texts with : or # in quotes, indent by spaces"
        if mark and _is_by_tab(content, mark):
            remedy = "a tab stands in this line, use spaces"
        problems.add(file, "", "", f"not valid YAML ({what}): {remedy}", line)
        return None
    except yaml.YAMLError as error:
        problems.add(file, "", "", f"not valid YAML ({' '.join(str(error).split())})")
        return None
    if not isinstance(node, MappingNode):
        problems.add(file, "", "", "the file must hold a mapping (key: value); see knowledge/README.md")
        return None
    try:
        if _is_too_large(node, content):
            remedy = "aliases (*name) repeat more here than any facts need: write out what they stand for"
            problems.add(file, "", "", remedy)
            return None
        plain: dict[str, Plain] = _plain(node, file, problems)
    except RecursionError:
        problems.add(file, "", "", "the file is nested too deeply or an alias contains itself: write it out")
        return None
    return plain


class Lines:
    """Finds the lines of dotted keys in one file; made only when a problem has to be shown."""

    def __init__(self, content: bytes) -> None:
        try:
            self._root = _Composer(content.decode("utf-8-sig")).get_single_node()
        except (yaml.YAMLError, UnicodeDecodeError):
            self._root = None

    def line(self, key: str) -> int | None:
        """The line, counted from 1, of the deepest part of the key that the file has; None when it has none."""
        line: int | None = None
        rest, node = key, self._root
        while rest and node is not None:
            found = _step(node, rest)
            if found is None:
                break
            line, node, rest = found
        return line


def _step(node: Node, rest: str) -> tuple[int, Node, str] | None:
    """One part of a dotted key further: (line, node below, what is left); keys may hold dots themselves."""
    if isinstance(node, MappingNode):
        for name, below in node.value:
            if rest == name.value or rest.startswith((f"{name.value}.", f"{name.value}[")):
                return name.start_mark.line + 1, below, rest[len(name.value) :].removeprefix(".")
    if isinstance(node, SequenceNode) and rest.startswith("["):
        index, _, after = rest[1:].partition("]")
        if index.isdigit() and 0 < int(index) <= len(node.value):
            below = node.value[int(index) - 1]
            return below.start_mark.line + 1, below, after.removeprefix(".")
    return None


def _is_by_tab(content: bytes, mark: yaml.Mark) -> bool:
    """Whether a tab is what the parser stumbled over: where it stopped, or in the indentation of that line."""
    line = content.decode("utf-8-sig").splitlines()[mark.line : mark.line + 1]
    return any("\t" in text[: len(text) - len(text.lstrip())] or text[mark.column :].startswith("\t") for text in line)


def _is_too_large(root: Node, content: bytes) -> bool:
    """Whether aliases of aliases would make a few lines into more than a machine can hold.

    Each node is looked at once, so that this ends soon where copying wouldn't. What is written out is as large as its
    file and never refused, however many facts that are.
    """
    if b"*" not in content:
        return False
    sizes: dict[int, int] = {}

    def size(node: Node) -> int:
        known = sizes.get(id(node))
        if known is not None:
            return known
        if type(node) is ScalarNode:
            return 1
        sizes[id(node)] = 1  # should it contain itself
        below = chain.from_iterable(node.value) if type(node) is MappingNode else node.value
        sizes[id(node)] = total = 1 + sum(map(size, below))
        return total

    return size(root) > _MOST_REPEATED + 2 * len(content)


def _plain(node: Node, file: str, problems: Problems) -> Plain:
    kind = type(node)
    if kind is ScalarNode:
        return None if node.value in _NULLS and node.tag == _PLAIN else node.value
    if kind is SequenceNode:
        return [_plain(below, file, problems) for below in node.value]
    result: dict[str, Plain] = {}
    for name, below in node.value:
        key = name.value
        if type(name) is not ScalarNode:
            problems.add(file, "", "", "a key must be a plain word", name.start_mark.line + 1)
        elif key in result:
            remedy = "this key stands twice in the same mapping: keep one (the other would be lost silently)"
            problems.add(file, key, "", remedy, name.start_mark.line + 1)
        else:
            result[key] = _plain(below, file, problems)
    return result
