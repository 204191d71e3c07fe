"""What a currency called by one word may be: ISO 4217 codes by the units' names in numbers.yaml.

Several countries' currencies share a word ("kronor", "pesos"). Plain "dollars" and "pounds" are those of the United
States and the United Kingdom; people say so when they mean others.
"""

from collections.abc import Mapping

CODES: Mapping[str, frozenset[str]] = {
    "baht": frozenset({"THB"}),
    "dinar": frozenset({"BHD", "IQD", "JOD", "KWD", "RSD", "TND"}),
    "dirham": frozenset({"AED", "MAD"}),
    "dollar": frozenset({"USD"}),
    "dong": frozenset({"VND"}),
    "euro": frozenset({"EUR"}),
    "forint": frozenset({"HUF"}),
    "franc_swiss": frozenset({"CHF"}),
    "hryvnia": frozenset({"UAH"}),
    "krone": frozenset({"CZK", "DKK", "ISK", "NOK", "SEK"}),
    "leu": frozenset({"MDL", "RON"}),
    "lev": frozenset({"BGN"}),
    "lira": frozenset({"TRY"}),
    "naira": frozenset({"NGN"}),
    "peso": frozenset({"ARS", "CLP", "COP", "MXN", "PHP", "UYU"}),
    "pound": frozenset({"GBP"}),
    "rand": frozenset({"ZAR"}),
    "real": frozenset({"BRL"}),
    "ringgit": frozenset({"MYR"}),
    "riyal": frozenset({"OMR", "QAR", "SAR"}),
    "rouble": frozenset({"BYN", "RUB"}),
    "rupee": frozenset({"INR", "LKR", "MUR", "NPR", "PKR"}),
    "rupiah": frozenset({"IDR"}),
    "shekel": frozenset({"ILS"}),
    "shilling": frozenset({"KES", "TZS", "UGX"}),
    "tenge": frozenset({"KZT"}),
    "won": frozenset({"KRW"}),
    "yen": frozenset({"JPY"}),
    "yuan": frozenset({"CNY"}),
    "zloty": frozenset({"PLN"}),
}

UNITS: Mapping[str, str] = {code: unit for unit, codes in CODES.items() for code in codes}
"""The unit's name by the ISO 4217 code."""
