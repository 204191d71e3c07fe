"""The voice of one language: says typed values, wordings, names and the bot's own texts to a reader.

Stands at the end of the answering room; everything a reader sees passes through it. Built once a language. No-break
spaces that the locale asks for stay in the output.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from bot.errors import CatalogError
from bot.facts.entities import Entity
from bot.facts.model import LANGUAGES, Fact
from bot.facts.section_reader import read_sections
from bot.facts.value_reader import parse_date
from bot.facts.values import (
    Count,
    Date,
    DayOfMonth,
    Duration,
    EntityList,
    EntityValue,
    Money,
    NotDisclosed,
    Percentage,
    Range,
    TextValue,
    Value,
    Weekday,
)
from bot.facts.wording import pieces
from bot.i18n.catalogs import load_translations
from bot.i18n.dates import Dates
from bot.i18n.declension import DATIVE, Declension
from bot.i18n.figures import Figures
from bot.i18n.figurewords import figure_words
from bot.i18n.names import NAME_FORMS, Names, Regions

LOCALES = {"de": "de", "en": "en_GB"}
"""The CLDR locale that each language is formatted in."""

Said = str | int | Decimal | Value
"""What may fill a placeholder of the bot's own texts."""


def load_voices(locales: Path, entities: Mapping[str, Entity]) -> dict[str, "Voice"]:
    """One voice per language."""
    return {language: Voice(language, locales, entities) for language in LANGUAGES}


class Voice:
    """Says things in one language. `locales` is the folder with the catalogs, `entities` the gazetteer."""

    def __init__(self, language: str, locales: Path, entities: Mapping[str, Entity]) -> None:
        locale = LOCALES[language]
        regions = read_sections(Regions, locales, f"{language}/regions.yaml")
        self.language = language
        self._translations = load_translations(locales, language)
        declension = Declension(locales, language)
        self._figures = Figures(
            locale, regions.currencies, declension, regions.capital_in_currencies, signs=language == "en"
        )
        self._dates = Dates(locale)
        self.words = figure_words(locales, language)
        self._names = Names(language, locale, regions, entities, declension)
        # An article belongs to an English name in any sentence; a German one depends on the case that is asked for.
        self._usual_form = "nominative" if language == "en" else "plain"

    def text(self, key: str, **named: Said) -> str:
        """The bot's own text for a key, its {placeholders} filled; CatalogError when the catalog lacks it.

        Whole numbers are grouped; say a year as str. A typed value may be given and asked for in a form, {who:dative}.
        """
        template = self._translations.gettext(key)
        if template == key:
            raise CatalogError(f"no {self.language} text for {key!r}: add it to locales/{self.language}")
        return self._filled(template, named) if "{" in template else template

    def plural(self, key: str, number: int, **named: Said) -> str:
        """Like `text`, in the form that goes with the number, which also fills {n}."""
        template = self._translations.ngettext(key, key, number)
        if template == key:
            raise CatalogError(f"no {self.language} text for {key!r}: add it to locales/{self.language}")
        return self._filled(template, {"n": number, **named})

    def knows(self, key: str) -> bool:
        """Whether the catalog has a text (without plural forms) for the key."""
        return self._translations.gettext(key) != key

    def wording(self, fact: Fact) -> str:
        """The fact's sentence in this language, its values said in place."""
        return self._filled(fact.wording[self.language], fact.values)

    def say(self, value: Value, form: str = "") -> str:  # noqa: PLR0911 - one line a type
        """The value in this language, in a form where grammar needs one (see bot.facts.wording.FORMS)."""
        match value:
            case Money(amount, currency, approx):
                return self._about(self._figures.money(amount, currency, dative=form == DATIVE), approx)
            case Count(number, of, approx):
                counted = number == int(number) and of not in self.words.measured
                return self._about(self._figures.number(number), approx, counted=counted)
            case Percentage(number, approx):
                return self._about(self._figures.percentage(number), approx)
            case Date() | Weekday() | DayOfMonth():
                return self._day(value, form)
            case Duration():
                return self._duration(value, form)
            case Range(low, high, _):
                return self._range(low, high)
            case EntityValue(entity):
                return self._names.name(entity, self._name_form(form))
            case EntityList(entities, _):
                return self._names.names(entities, self._name_form(form))
            case TextValue(texts):
                return texts[self.language]
            case NotDisclosed():
                return self.text("value.not_disclosed")

    def name(self, entity: str, form: str = "plain") -> str:
        """The name of an entity or country; an unknown id is said as it is."""
        return self._names.name(entity, form)

    def language_name(self, code: str) -> str:
        """The name of a language by its ISO code: "Französisch", "French"."""
        return self._names.tongue(code)

    def currency(self, code: str) -> str:
        """A currency's name by its ISO code: "Euro", "US dollars"."""
        return self._figures.currency(code)

    def date(self, iso: str) -> str:
        """An ISO date at the precision it has, "2017-10" as "October 2017"; another text as it is."""
        known = parse_date(iso)
        return iso if known is None else self._dates.date(known)

    def number(self, number: Decimal | int) -> str:
        """A number, grouped, in words from a million on where that is exact."""
        return self._figures.number(number)

    def joined(self, texts: Sequence[str], *, either: bool = False) -> str:
        """A list in a sentence: "a, b und c", or where `either` is meant "a, b oder c"."""
        return self._names.joined(texts, either=either)

    def _filled(self, template: str, named: Mapping[str, Said]) -> str:
        said: list[str] = []
        for literal, name, form in pieces(template):
            said.append(literal)
            if name is not None:
                starts = not "".join(said).rstrip() or literal.endswith((". ", "! ", "? ", "\n"))
                value = self._placed(named[name], form, starts=starts)
                said[-1], value = self._names.contracted(said[-1], value)
                said.append(value)
        return "".join(said)

    def _placed(self, value: Said, form: str, *, starts: bool) -> str:
        """A value in its sentence; at the start of one it gets a capital, but a name keeps its own."""
        if isinstance(value, str):
            return value
        if isinstance(value, int | Decimal):
            return self.number(value)
        said = self.say(value, form)
        if isinstance(value, EntityValue | EntityList):
            first = value.entity if isinstance(value, EntityValue) else value.entities[0]
            starts = starts and not said.startswith(self._names.name(first))
        return said[:1].upper() + said[1:] if starts else said

    def _name_form(self, form: str) -> str:
        return form if form in NAME_FORMS else self._usual_form

    def _about(self, figure: str, approx: str | None, *, counted: bool = False) -> str:
        """The figure with its approx word, which may be another one for what is counted: "fewer than 20"."""
        if approx is None:
            return figure
        own = f"approx.{approx}.counted"
        return self.text(own if counted and self.knows(own) else f"approx.{approx}", figure=figure)

    def _day(self, value: Date | Weekday | DayOfMonth, form: str) -> str:
        match value:
            case Date():
                said = self._dates.date(value)
                kind = "day" if value.day else "month" if value.month else "year"
            case Weekday(index):
                said, kind = self._dates.weekday(index), "weekday"
            case DayOfMonth(day):
                said, kind = self.text(f"ordinal.{self._dates.ordinal_kind(day)}", number=str(day)), "ordinal"
        return self.text(f"when.{kind}", date=said) if form == "when" else said

    def _duration(self, value: Duration, form: str) -> str:
        figure = self._range(value.low, value.high) if value.low != value.high else self.number(value.low)
        # "2.5 years" takes the plural, too
        count = int(value.high) if value.high == int(value.high) else 2
        key = f"dative.{value.unit}" if form == DATIVE else f"unit.{value.unit}"
        return self._about(self.plural(key, count, figure=figure), value.approx)

    def _range(self, low: Decimal, high: Decimal) -> str:
        return self.text("value.range", low=self.number(low), high=self.number(high))
