"""Words that join sides, names and questions, as patterns over an utterance, in all languages at once.

Read from joints.yaml; people mix languages, and "und" joins in an English sentence as well.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.understanding.language.wordpatterns import any_of


@dataclass(frozen=True)
class Joints:
    """The patterns, by where they stand.

    `contrast` and `join` stand between sides (`compared`: after "compare", `beside`: after "put", `sequence`: between
    what was earlier and later, `order`: likewise, "before or after"), `item` between the items of a list; `names` is
    all that stands between listed names, `tail` what ends one of several questions; `together` says that both are meant
    as one, `pair` likewise or that two are taken up, `joint` also in "both … and"; `partner` stands before whom an
    agreement is with, `either` between two to choose from, `choice` likewise with small words beside it, `either_or`
    between two things said of one ("open or *still* closed"), `belonging` before whom somebody belongs to,
    `regarding` also before whom something has to do with, `inside` before the place where something is, `anybody`
    before that where an example of many is from ("a shop *in* Graz"); `owned` ends before whom things belong to,
    `owning` begins behind it; `apiece` asks of each that is named ("who does what"), `which` for a list; `follows`
    stands before a verb that may open a further question, `namely` before what of a topic is asked for; `same` says
    that two have one thing, `of_both` that something is so of either, `alike` stands before the second of them ("the
    same *as* B"); `the_one` and `the_other` stand for the first and the second of two.
    """

    contrast: re.Pattern[str]
    beside: re.Pattern[str]
    sequence: re.Pattern[str]
    order: re.Pattern[str]
    join: re.Pattern[str]
    compared: re.Pattern[str]
    item: re.Pattern[str]
    names: re.Pattern[str]
    namely: re.Pattern[str]
    tail: re.Pattern[str]
    together: re.Pattern[str]
    pair: re.Pattern[str]
    joint: re.Pattern[str]
    partner: re.Pattern[str]
    either: re.Pattern[str]
    choice: re.Pattern[str]
    either_or: re.Pattern[str]
    belonging: re.Pattern[str]
    regarding: re.Pattern[str]
    apiece: re.Pattern[str]
    inside: re.Pattern[str]
    anybody: re.Pattern[str]
    follows: re.Pattern[str]
    owned: re.Pattern[str]
    owning: re.Pattern[str]
    which: re.Pattern[str]
    same: re.Pattern[str]
    of_both: re.Pattern[str]
    alike: re.Pattern[str]
    the_one: re.Pattern[str]
    the_other: re.Pattern[str]


def joints(languages: Iterable[Mapping[str, tuple[str, ...]]]) -> Joints:
    """The patterns of all languages' words, by the keys of joints.yaml; `verbs` are those that open a question."""
    listed = list(languages)

    def words(*keys: str) -> str:
        return any_of(word for lists in listed for key in keys for word in lists.get(key, ()))

    joining = words("joining")
    patterns = {
        "contrast": words("contrasting"),
        "beside": words("beside"),
        "sequence": words("sequence"),
        "order": rf"{words('sequence')}\s+{words('choosing')}\s+{words('sequence')}",
        "join": rf"{words('joining', 'turning')}|,",
        "compared": rf"{words('joining', 'turning', 'comparing')}|,",
        "item": rf"\s*(?:,|;|{joining}|&)\s*",
        "names": rf"^[\s,]*(?:{words('joining', 'between')}[\s,]*)*$",
        "namely": rf"\s*[,–-]\s*{words('namely')}\s*[,:]?\s+",
        "tail": rf"(?:[\s,;:–-]|{words('joining', 'further', 'contrasting')})+$",
        "together": words("together"),
        "pair": words("together", "pair"),
        "joint": words("together", "both"),
        "partner": words("partner"),
        "either": words("either", "contrasting"),
        "either_or": rf"{words('choosing')}\s+{words('or_else')}",
        "choice": rf"\s*,?\s*{words('choosing')}\s+(?:\w+\s+){{0,2}}",
        "belonging": words("belonging"),
        "regarding": words("belonging", "regarding"),
        "inside": rf"{words('inside')}\s+$",
        "anybody": (
            rf"{words('anybody')}\s+(?:[\w-]+\s+){{1,3}}{words('belonging', 'inside')}\s+(?:[\w-]+\s+{joining}\s+)?$"
        ),
        "follows": rf"(?:[\s,?]+{joining}\s+|\?\s+)(?={words('verbs')})",
        "owned": rf"{words('owned')}\s+$",
        "owning": rf"\s+{words('owning')}",
        "which": words("which"),
        "same": words("same"),
        "of_both": words("of_both"),
        "alike": words("alike"),
        "the_one": words("the_one"),
        "the_other": words("the_other"),
        "apiece": rf"{words('apiece')}(?:\s+(?!{joining})\w+){{0,6}}\s+{words('apiece')}",
    }
    return Joints(**{name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()})
