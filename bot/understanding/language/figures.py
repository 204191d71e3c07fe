"""Numbers in what people type: "25.000", "2,3 Mio", "200bn", "ninety million", "einundzwanzig" become one value.

A number counts only as itself: no fuzziness here.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.understanding.language.normalise import Token, fold
from bot.understanding.language.words import NumberWords

_GROUPED = re.compile(r"^\d{1,3}(?:[.,'’]\d{3})+$")
_MAY_BE_NUMBER = re.compile(r"und|hundert|tausend")


def number_key(value: Decimal | float) -> str:
    """The feature key of a number: "#25000", "#2.3"."""
    return "#" + f"{Decimal(str(value)).normalize():f}"


def parse_digits(text: str) -> Decimal | None:
    """Digits as people write them: groups of three are thousands whatever mark parts them, else a decimal mark."""
    if _GROUPED.match(text):
        return Decimal(re.sub(r"[.,'’]", "", text))
    plain = text.replace("’", "").replace("'", "").replace(",", ".")
    return Decimal(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


class Figures:
    """Reads numbers off a row of tokens, with the number words of all languages."""

    def __init__(self, languages: Iterable[NumberWords]) -> None:
        self._words: dict[str, float] = {}
        self._scales: dict[str, float] = {}
        for numbers in languages:
            self._words.update({fold(word): value for word, value in numbers.words.items()})
            self._scales.update({fold(word): value for word, value in numbers.scales.items()})
        self._scales.update({word: value for word, value in self._words.items() if value >= 1000})

    def knows(self, word: str) -> bool:
        """Is a folded word a number or part of one?"""
        return word in self._words or word in self._scales or self._word(word) is not None

    def read(self, tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
        """The number that starts at a token and how many tokens it takes, or None."""
        first = tokens[at].folded
        if not first[0].isdigit() and first not in self._words and not _MAY_BE_NUMBER.search(first):
            return None
        value = parse_digits(first) if first[0].isdigit() else self._word(first)
        if value is None:
            return None
        used = 1
        while at + used < len(tokens):
            following = tokens[at + used].folded
            if following in self._scales:
                value *= Decimal(str(self._scales[following]))
            elif re.fullmatch(r"\d{3}", following) and re.fullmatch(r"\d{1,3}", first) and used == 1:
                value = value * 1000 + Decimal(following)  # "25 000"
            elif first.isalpha() and following in self._words and self._words[following] < 10 <= value < 100:
                value += Decimal(str(self._words[following]))  # "twenty six"
            else:
                break
            used += 1
        return value, used

    def _word(self, word: str) -> Decimal | None:
        if word in self._words:
            return Decimal(str(self._words[word]))
        for mark in ("tausend", "hundert"):
            if mark in word and word != mark:
                before, after = word.split(mark, 1)
                low, high = self._plain(after) if after else Decimal(0), self._plain(before) if before else Decimal(1)
                if low is not None and high is not None:
                    return high * (1000 if mark == "tausend" else 100) + low
        return self._plain(word)

    def _plain(self, word: str) -> Decimal | None:
        """Up to 99: "elf", "sechsundzwanzig", "einundzwanzig"."""
        if word in self._words:
            return Decimal(str(self._words[word]))
        if "und" in word:
            ones, _, tens = word.partition("und")
            one = 1.0 if ones == "ein" else self._words.get(ones)
            ten = self._words.get(tens)
            if one is not None and ten is not None and one < 10 <= ten < 100:
                return Decimal(str(one + ten))
        return None
