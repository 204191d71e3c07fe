import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import CatalogError
from bot.facts.entities import Entity
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
from bot.i18n import Voice, load_voices
from tests import apps
from tests.apps import LOCALES

ROOT = Path(__file__).parents[2]

ENTITIES = {
    "harbour": Entity("harbour", "organisation", {"de": ("Hafen Riga",), "en": ("Port of Riga",)},
                      article={"de": "der", "en": "the"}),
    "line": Entity("line", "company", {"de": ("Baltische Linie",), "en": ("Baltic Line",)}, article={"de": "die"}),
    "ebay": Entity("ebay", "company", {"de": ("eBay",), "en": ("eBay",)}),
}  # fmt: skip

VOICES = load_voices(ROOT / "locales", ENTITIES)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def money(amount: str, currency: str | None = None, approx: str | None = None) -> Money:
    return Money(Decimal(amount), currency, approx)


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (money("2300000", "EUR", "about"), "rund 2,3 Millionen Euro", "about €2.3 million"),
        (money("200000000000", "USD"), "200 Milliarden US-Dollar", "US$200 billion"),
        (money("1000000", "CNY"), "1 Million Yuan (RMB)", "1 million yuan (RMB)"),
        (money("130000", None, "nearly"), "knapp 130.000", "nearly 130,000"),
        (money("7000000000", "EUR", "nearly"), "knapp 7 Milliarden Euro", "nearly €7 billion"),
        (money("950000", "EUR"), "950.000 Euro", "€950,000"),
        (money("999999", "EUR"), "999.999 Euro", "€999,999"),
        (money("1000", "EUR"), "1.000 Euro", "€1,000"),
        (money("12.5", "EUR"), "12,50 Euro", "€12.50"),
        (money("12.55", "GBP"), "12,55 Pfund", "£12.55"),
        (money("12", "GBP"), "12 Pfund", "£12"),
        (money("50000", "RUB"), "50.000 Rubel", "50,000 roubles"),
        (money("2500000", "PLN"), "2,5 Millionen Zloty", "2.5 million Polish zlotys"),
        (money("13000000000", "INR"), "13 Milliarden indische Rupien", "13 billion Indian rupees"),
        (money("1", "SEK"), "1 schwedische Krone", "1 Swedish krona"),
        (money("26", "CHF"), "26 Schweizer Franken", "26 Swiss francs"),
        (Count(Decimal(266000000)), "266 Millionen", "266 million"),
        (Count(Decimal(25000), None, "over"), "über 25.000", "over 25,000"),
        (Count(Decimal(92)), "92", "92"),
        (Count(Decimal(20), "employee", "under"), "weniger als 20", "fewer than 20"),
        (Count(Decimal(20), None, "under"), "weniger als 20", "fewer than 20"),
        (Count(Decimal(300), "kilometre", "under"), "weniger als 300", "less than 300"),
        (Count(Decimal("2.5"), "child", "under"), "weniger als 2,5", "less than 2.5"),
        (money("20", "EUR", "under"), "weniger als 20 Euro", "less than €20"),
        (Percentage(Decimal(20), "under"), "weniger als 20 %", "less than 20%"),
        (Duration(Decimal(3), Decimal(3), "year", "under"), "weniger als 3 Jahre", "less than 3 years"),
        (Count(Decimal(20), None, "nearly"), "knapp 20", "nearly 20"),
        (Count(Decimal(20), None, "at_least"), "mindestens 20", "at least 20"),
        (Percentage(Decimal(80), "over"), "über 80 %", "over 80%"),
        (Percentage(Decimal("12.55")), "12,55 %", "12.55%"),
        (Date(2014, 2, 5), "5. Februar 2014", "5 February 2014"),
        (Date(2014, 2), "Februar 2014", "February 2014"),
        (Date(2019), "2019", "2019"),
        (Date(None, 1), "Januar", "January"),
        (Date(None, 2, 29), "29. Februar", "29 February"),
        (Weekday(0), "Montag", "Monday"),
        (DayOfMonth(21), "21.", "21st"),
        (DayOfMonth(12), "12.", "12th"),
        (Duration(Decimal(1), Decimal(1), "year"), "1 Jahr", "1 year"),
        (Duration(Decimal(3), Decimal(3), "year", "up_to"), "bis zu 3 Jahre", "up to 3 years"),
        (Duration(Decimal(6), Decimal(8), "day"), "6 bis 8 Tage", "6 to 8 days"),
        (Duration(Decimal("1.5"), Decimal("1.5"), "hour"), "1,5 Stunden", "1.5 hours"),
        (Duration(Decimal(1), Decimal(1), "working_day"), "1 Werktag", "1 working day"),
        (Duration(Decimal(2), Decimal(3), "working_day"), "2 bis 3 Werktage", "2 to 3 working days"),
        (Range(Decimal(10), Decimal(20)), "10 bis 20", "10 to 20"),
        (EntityValue("GB"), "Großbritannien", "the United Kingdom"),
        (EntityList(("FR", "GB", "DE")), "Frankreich, Großbritannien und Deutschland",
         "France, the United Kingdom and Germany"),
        (TextValue({"de": "Stockfisch", "en": "stockfish"}), "Stockfisch", "stockfish"),
        (NotDisclosed(), "nicht bekannt", "not disclosed"),
    ],
)  # fmt: skip
def test_a_value_is_said_as_a_reader_writes_it(value: Value, german: str, english: str) -> None:
    assert plain(VOICES["de"].say(value)) == german
    assert plain(VOICES["en"].say(value)) == english


@pytest.mark.parametrize(
    ("number", "german", "english"),
    [
        ("999999", "999.999", "999,999"),
        ("1000000", "1 Million", "1 million"),
        ("1250000", "1,25 Millionen", "1.25 million"),
        ("1251000", "1.251.000", "1,251,000"),
        ("2250000", "2,25 Millionen", "2.25 million"),
        ("999990000", "999,99 Millionen", "999.99 million"),
        ("1000000000", "1 Milliarde", "1 billion"),
        ("2825000000", "2,825 Milliarden", "2.825 billion"),
        ("2825100000", "2.825.100.000", "2,825,100,000"),
        ("1234000", "1.234.000", "1,234,000"),
        ("1000000001", "1.000.000.001", "1,000,000,001"),
        ("1000000000000", "1 Billion", "1 trillion"),
        ("2.35", "2,35", "2.35"),
        ("0", "0", "0"),
    ],
)
def test_a_number_goes_into_words_only_where_that_is_exact(number: str, german: str, english: str) -> None:
    assert plain(VOICES["de"].number(Decimal(number))) == german
    assert plain(VOICES["en"].number(Decimal(number))) == english


@given(st.integers(min_value=0, max_value=10**15))
def test_no_digit_of_a_figure_is_ever_lost(number: int) -> None:
    scales = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
    figure, _, word = VOICES["en"].number(number).partition(" ")
    assert Decimal(figure.replace(",", "")) * scales.get(word, 1) == number


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (money("90000", "GEL"), "90.000 georgischen Lari", "90,000 Georgian laris"),
        (money("229", "SEK", "at_least"), "mindestens 229 schwedischen Kronen", "at least 229 Swedish kronor"),
        (money("1", "SEK"), "1 schwedischen Krone", "1 Swedish krona"),
        (money("1", "CAD"), "1 kanadischen Dollar", "CA$1"),
        (money("3", "ILS"), "3 israelischen neuen Schekel", "3 Israeli new shekels"),
        (money("2000000", "EUR"), "2 Millionen Euro", "€2 million"),
        (money("26", "CHF"), "26 Schweizer Franken", "26 Swiss francs"),
        (money("26"), "26", "26"),
        (Duration(Decimal(2), Decimal(2), "working_day"), "2 Werktagen", "2 working days"),
        (Count(Decimal(20)), "20", "20"),
    ],
)
def test_a_figure_has_a_german_dative(value: Value, german: str, english: str) -> None:
    assert plain(VOICES["de"].say(value, "dative")) == german
    assert plain(VOICES["en"].say(value, "dative")) == english


@pytest.mark.parametrize("form", ["", "nominative", "accusative"])
def test_a_currency_keeps_its_nominative_in_other_cases(form: str) -> None:
    assert plain(VOICES["de"].say(money("229", "SEK"), form)) == "229 schwedische Kronen"


def test_no_break_spaces_stay_in_the_output() -> None:
    assert VOICES["de"].say(Percentage(Decimal(80))) == "80\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("entity", "nominative", "accusative", "dative", "where", "whither"),
    [
        ("FR", "Frankreich", "Frankreich", "Frankreich", "in Frankreich", "nach Frankreich"),
        ("CH", "die Schweiz", "die Schweiz", "der Schweiz", "in der Schweiz", "in die Schweiz"),
        ("US", "die USA", "die USA", "den USA", "in den USA", "in die USA"),
        ("NL", "die Niederlande", "die Niederlande", "den Niederlanden", "in den Niederlanden", "in die Niederlande"),
        ("IQ", "der Irak", "den Irak", "dem Irak", "im Irak", "in den Irak"),
        ("AE", "die Vereinigten Arabischen Emirate", "die Vereinigten Arabischen Emirate",
         "den Vereinigten Arabischen Emiraten", "in den Vereinigten Arabischen Emiraten",
         "in die Vereinigten Arabischen Emirate"),
        ("harbour", "der Hafen Riga", "den Hafen Riga", "dem Hafen Riga", "im Hafen Riga", "in den Hafen Riga"),
        ("ebay", "eBay", "eBay", "eBay", "in eBay", "nach eBay"),
    ],
)  # fmt: skip
def test_german_names_have_their_cases(
    entity: str, nominative: str, accusative: str, dative: str, where: str, whither: str
) -> None:
    forms = ("nominative", "accusative", "dative", "in", "to")
    said = [VOICES["de"].name(entity, form) for form in forms]
    assert said == [nominative, accusative, dative, where, whither]


def test_a_name_by_itself_has_no_article_in_either_language() -> None:
    assert [voice.name("US") for voice in VOICES.values()] == ["USA", "United States"]
    assert [voice.name("harbour") for voice in VOICES.values()] == ["Hafen Riga", "Port of Riga"]


def test_languages_have_names_and_an_unknown_one_is_said_as_it_is() -> None:
    assert [voice.language_name("fr") for voice in VOICES.values()] == ["Französisch", "French"]
    assert VOICES["de"].language_name("xxx") == "xxx"


def test_an_unknown_name_is_said_as_it_is() -> None:
    assert VOICES["de"].name("XX") == "XX"


def test_a_list_shares_its_preposition_unless_an_article_stands_between() -> None:
    assert VOICES["de"].say(EntityList(("FR", "ES")), "in") == "in Frankreich und Spanien"
    assert VOICES["de"].say(EntityList(("FR", "CH")), "in") == "in Frankreich und in der Schweiz"
    assert VOICES["en"].say(EntityList(("FR", "US")), "in") == "in France and the United States"


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (Date(2014, 2, 5), "am 5. Februar 2014", "on 5 February 2014"),
        (Date(None, 2), "im Februar", "in February"),
        (Date(2019), "im Jahr 2019", "in 2019"),
        (Weekday(4), "am Freitag", "on Friday"),
        (DayOfMonth(3), "am 3.", "on the 3rd"),
    ],
)
def test_a_time_can_bring_its_preposition(value: Value, german: str, english: str) -> None:
    assert VOICES["de"].say(value, "when") == german
    assert VOICES["en"].say(value, "when") == english


@pytest.mark.parametrize("unit", ["minute", "hour", "day", "week", "month", "year"])
def test_a_duration_has_a_dative_that_differs_only_where_german_does(unit: str) -> None:
    two = Duration(Decimal(2), Decimal(2), unit)
    assert VOICES["de"].say(two, "dative").endswith("n")
    assert VOICES["en"].say(two, "dative") == VOICES["en"].say(two)


def test_a_wording_gets_its_values_and_a_capital_at_its_beginning() -> None:
    small = apps.small()
    voices = load_voices(ROOT / "locales", small.entities)
    assert plain(voices["de"].wording(small.facts["night-train/wagons"])) == (
        "Rund 4,5 Millionen Euro sollen binnen 3 Jahren mit der Alpina in Wagen fließen, so Rosa Keller."
    )
    assert plain(voices["en"].wording(small.facts["survey/sleepers"])) == (
        "Over 60% of 1,200 people asked in the Netherlands would sleep on a train for 6 to 8 hours, "
        "it was said in January."
    )


def test_a_name_at_the_beginning_keeps_its_own_small_letter_but_an_article_gets_a_capital(tmp_path: Path) -> None:
    voice = german_with(tmp_path, 'msgid "a"\nmsgstr "{who} kommt. {who:nominative} bleibt."\n')
    assert voice.text("a", who=EntityValue("ebay")) == "eBay kommt. eBay bleibt."
    assert voice.text("a", who=EntityValue("line")) == "Baltische Linie kommt. Die Baltische Linie bleibt."


def test_a_text_takes_words_numbers_and_typed_values(tmp_path: Path) -> None:
    voice = german_with(tmp_path, 'msgid "a"\nmsgstr "{word}: {count} mit {who:dative} in {span:dative}"\n')
    said = voice.text(
        "a", word="x {y}", count=1000, who=EntityValue("CH"), span=Duration(Decimal(2), Decimal(2), "day")
    )
    assert said == "x {y}: 1.000 mit der Schweiz in 2 Tagen"


def test_a_plural_goes_with_its_number(tmp_path: Path) -> None:
    voice = german_with(tmp_path, 'msgid "a"\nmsgid_plural "a"\nmsgstr[0] "{n} Deal"\nmsgstr[1] "{n} Deals"\n')
    assert [voice.plural("a", number) for number in (0, 1, 2000)] == ["0 Deals", "1 Deal", "2.000 Deals"]


def test_a_key_without_a_text_is_an_error_that_names_it() -> None:
    with pytest.raises(CatalogError, match=r"no de text for 'no.such.key'"):
        VOICES["de"].text("no.such.key")
    assert not VOICES["de"].knows("no.such.key")
    assert VOICES["de"].knows("value.not_disclosed")


def test_a_broken_or_missing_catalog_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"bot\.po: the catalog is missing"):
        Voice("de", tmp_path, {})
    with pytest.raises(CatalogError, match=r"bot\.po: not a readable catalog"):
        german_with(tmp_path, 'msgid "a\n')


def test_dates_are_said_at_the_precision_they_have() -> None:
    assert [VOICES["en"].date(iso) for iso in ("2017-10-30", "2017-10", "2017", "soon")] == [
        "30 October 2017", "October 2017", "2017", "soon",
    ]  # fmt: skip


def test_a_list_of_texts_has_no_comma_before_its_and() -> None:
    assert VOICES["en"].joined(["a", "b", "c"]) == "a, b and c"
    assert VOICES["de"].joined(["a", "b"]) == "a und b"


def german_with(folder: Path, entries: str) -> Voice:
    path = folder / "de" / "LC_MESSAGES" / "bot.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    real = (ROOT / "locales" / "de" / "LC_MESSAGES" / "bot.po").read_text(encoding="utf-8")
    path.write_text(f"{real}\n{entries}", encoding="utf-8")
    regions = ROOT / "locales" / "de" / "regions.yaml"
    (folder / "de" / "regions.yaml").write_text(regions.read_text(encoding="utf-8"), encoding="utf-8")
    shutil.copy(LOCALES / "de" / "declension.yaml", folder / "de")
    return Voice("de", folder, ENTITIES)
