"""Typing errors as people make them: letters swapped, left out, doubled, hit beside; seeded."""

from random import Random

_BESIDE = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk",
    "k": "jl", "l": "kö", "m": "n", "n": "bm", "o": "ip", "p": "o", "r": "et", "s": "ad", "t": "rz", "u": "zi",
    "v": "cb", "w": "qe", "x": "yc", "z": "tu",
}  # fmt: skip
_SHORTEST = 6


def misspelt(text: str, chance: Random, errors: int = 1) -> str:
    """The text with so many typing errors, each in a different word of at least six letters."""
    words = text.split(" ")
    places = [place for place, word in enumerate(words) if sum(letter.isalpha() for letter in word) >= _SHORTEST]
    for place in chance.sample(places, min(errors, len(places))):
        words[place] = _one_error(words[place], chance)
    return " ".join(words)


def _one_error(word: str, chance: Random) -> str:
    # The first letter is seldom wrong, and what follows the word (a question mark) isn't typed wrongly here.
    at = chance.randrange(1, len(word.rstrip("?.,!")) - 1)
    match chance.randrange(4):
        case 0:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[:at] + word[at] + word[at:]
        case _:
            return word[:at] + chance.choice(_BESIDE.get(word[at].lower(), "e")) + word[at + 1 :]
