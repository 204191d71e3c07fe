"""Numbers, percentages and money in a reader's locale; exactly as sourced, never rounded.

CLDR by way of Babel does the work. A million and more is said in words ("2,3 Millionen", "7 billion") where that is
exact, because Babel's own compact forms round; anything else is written out with its grouping.
"""

from collections.abc import Collection, Mapping
from decimal import Decimal

from babel.numbers import (
    format_compact_decimal,
    format_decimal,
    format_percent,
    get_currency_name,
    get_currency_symbol,
)

from bot.i18n.declension import Declension

_SCALES = {10**12: 3, 10**9: 3, 10**6: 2}
"""What is said in words, each with at most so many decimals: "2.825 billion", but 1,234,000."""

_SIGNS = frozenset("€£$")
"""Currency signs that English readers take as one; others (¥ is yen and yuan) are named in words."""


class Figures:
    """Formats figures for one locale. `currencies` overrides CLDR's names by ISO code, `signs` allows "€7 billion".

    `capital` are the only words before a currency's noun that keep their capital ("*Schweizer* Franken", but "polnische
    Złoty"); None where all do. `declension` puts their adjectives into the dative.
    """

    def __init__(
        self,
        locale: str,
        currencies: Mapping[str, str],
        declension: Declension,
        capital: Collection[str] | None = None,
        *,
        signs: bool,
    ) -> None:
        self._locale = locale
        self._declension = declension
        self._currencies = currencies
        self._capital = capital
        self._signs = signs

    def number(self, number: Decimal | int) -> str:
        """The number: "266 Millionen", "1.000", "2,5"."""
        exact = Decimal(number)
        for scale, most in _SCALES.items():
            if abs(exact) >= scale:
                decimals = max(0, -_exponent(exact / scale))
                if decimals <= most:
                    # An int or Decimal keeps Babel's plural right ("1 Million"); a float wouldn't.
                    said: str = format_compact_decimal(
                        exact, format_type="long", locale=self._locale, fraction_digits=decimals
                    )
                    return said
                break
        return format_decimal(exact, locale=self._locale, decimal_quantization=False)

    def percentage(self, number: Decimal) -> str:
        """The share: "80 %" in German (with a no-break space), "80%" in English."""
        return format_percent(number / 100, locale=self._locale, decimal_quantization=False)

    def money(self, amount: Decimal, currency: str | None, *, dative: bool = False) -> str:
        """The amount with its currency, if it has one: "2,3 Millionen Euro", "€2.3 million".

        In the dative it is "3 schwedischen Kronen", and "1 schwedischen Krone" as behind "einer".
        """
        number = self._cents(amount)
        if currency is None:
            return number
        sign = get_currency_symbol(currency, self._locale)
        if self._signs and sign[-1] in _SIGNS:
            return f"{sign}{number}"
        name = self._name(currency, amount)
        return f"{number} {self._declension.behind_number(name) if dative else name}"

    def currency(self, code: str) -> str:
        """The currency's name, as it stands after an amount."""
        return self._name(code, Decimal(2))

    def _name(self, code: str, amount: Decimal) -> str:
        if code in self._currencies:
            return self._currencies[code]
        name: str = get_currency_name(code, count=amount, locale=self._locale)
        if self._capital is None:
            return name
        *before, noun = name.split(" ")
        return " ".join([*(word if word in self._capital else word.lower() for word in before), noun])

    def _cents(self, amount: Decimal) -> str:
        """The amount; one with a single decimal below a thousand gets its second ("12.50")."""
        if abs(amount) < min(_SCALES) and _exponent(amount) == -1:
            return format_decimal(amount, format="#,##0.00", locale=self._locale)
        return self.number(amount)


def _exponent(number: Decimal) -> int:
    """The exponent without trailing zeros: -1 for 2.30, 0 for 100."""
    exponent = number.normalize().as_tuple().exponent
    return min(0, exponent) if isinstance(exponent, int) else 0
