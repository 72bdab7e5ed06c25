from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values import dates
from desa.foundation.core.values.errors import ValueProblem

INDEPENDENCE = date(2026, 8, 17)
days = st.dates(date(dates.FIRST_YEAR, 1, 1), date(dates.LAST_YEAR, 12, 31))


@given(days)
def test_every_shown_form_can_be_typed_again(day: date) -> None:
    for typed in (dates.format_long(day), dates.format_long(day, "en"), dates.format_short(day)):
        assert dates.parse_date(typed) == day
    assert dates.parse_date(day.isoformat()) == day
    assert dates.parse_date(dates.format_short(day).replace("-", "")) == day


@pytest.mark.parametrize(
    "typed",
    [
        "17 Agustus 2026",
        "17 agustus 2026",
        "17 Agu 2026",
        "17 Agt. 2026",
        "17-Agu-2026",
        "17 August 2026",
        "17-08-2026",
        "17-8-2026",
        "17/08/2026",
        "17.08.2026",
        "17 08 2026",
        "17 / 8 / 2026",
        "17082026",
        "2026-08-17",
        " 2026-8-17 ",
    ],
)
def test_the_ways_people_write_a_date_are_read(typed: str) -> None:
    assert dates.parse_date(typed) == INDEPENDENCE


def test_the_day_comes_first() -> None:
    assert dates.parse_date("05/06/2026") == date(2026, 6, 5)


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("Pebruari", 2),
        ("Peb", 2),
        ("Mrt", 3),
        ("Mei", 5),
        ("Ags", 8),
        ("Sept", 9),
        ("Nopember", 11),
        ("Des", 12),
    ],
)
def test_other_spellings_of_months(word: str, month: int) -> None:
    assert dates.parse_date(f"1 {word} 1990") == date(1990, month, 1)


@pytest.mark.parametrize(
    ("typed", "code", "message"),
    [
        ("08/17/2026", "month", "Bulan 17 tidak ada. Tulis tanggal/bulan/tahun."),
        ("20260817", "month", "Bulan 26 tidak ada. Tulis tanggal/bulan/tahun."),
        ("31-02-1990", "day", "Tanggal 31 tidak ada: Februari 1990 hanya sampai tanggal 28."),
        ("30 Februari 1992", "day", "Tanggal 30 tidak ada: Februari 1992 hanya sampai tanggal 29."),
        ("00-02-1990", "day", "Tanggal 0 tidak ada: Februari 1990 hanya sampai tanggal 28."),
        (
            "17 Agutus 2026",
            "month_word",
            "Bulan “Agutus” tidak dikenal. Tulis misalnya 17 Agustus 1990.",
        ),
        ("17-08-90", "short_year", "Tulis tahun dengan empat angka, misalnya 17-08-1990."),
        ("17 Agu 90", "short_year", "Tulis tahun dengan empat angka, misalnya 17-08-1990."),
        ("170890", "short_year", "Tulis tahun dengan empat angka, misalnya 17-08-1990."),
        ("17-08-0990", "year", "Tahun 990 keliru. Periksa tahunnya."),
        ("kemarin", "unreadable", "Tanggal tidak terbaca. Tulis misalnya 17 Agustus 1990."),
        ("٠١-٠١-١٩٩٠", "unreadable", "Tanggal tidak terbaca. Tulis misalnya 17 Agustus 1990."),
        ("", "empty", "Tanggal belum diisi."),
    ],
)
def test_a_wrong_date_says_what_to_do(typed: str, code: str, message: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        dates.parse_date(typed)
    assert (caught.value.code, str(caught.value)) == (code, message)


def test_dates_are_shown_in_both_languages() -> None:
    assert dates.format_long(INDEPENDENCE) == "17 Agustus 2026"
    assert dates.format_long(INDEPENDENCE, "en") == "17 August 2026"
    assert dates.format_weekday(INDEPENDENCE) == "Senin, 17 Agustus 2026"
    assert dates.format_weekday(INDEPENDENCE, "en") == "Monday, 17 August 2026"
    assert dates.format_short(date(2026, 11, 4)) == "04-11-2026"


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Asia/Jakarta", "14.30 WIB"),
        ("Asia/Pontianak", "14.30 WIB"),
        ("Asia/Makassar", "15.30 WITA"),
        ("Asia/Jayapura", "16.30 WIT"),
        ("Asia/Taipei", "15.30 Asia/Taipei"),
    ],
)
def test_a_time_is_shown_on_the_village_clock(zone: str, shown: str) -> None:
    moment = datetime(2026, 8, 17, 7, 30, tzinfo=UTC)
    assert dates.format_time(moment, zone) == shown
    assert dates.format_time(moment, ZoneInfo(zone)) == shown


def test_english_times_have_a_colon() -> None:
    moment = datetime(2026, 8, 17, 7, 5, tzinfo=UTC)
    assert dates.format_time(moment, "Asia/Jakarta", "en") == "14:05 WIB"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        dates.format_time(datetime(2026, 8, 17, 7, 30), "Asia/Jakarta")


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2002, 8, 17), date(2026, 8, 16), 23),
        (date(2002, 8, 17), date(2026, 8, 17), 24),
        (date(1992, 2, 29), date(2026, 2, 28), 33),
        (date(1992, 2, 29), date(2026, 3, 1), 34),
        (date(2026, 8, 17), date(2026, 8, 17), 0),
    ],
)
def test_age_in_whole_years(birth: date, day: date, age: int) -> None:
    assert dates.age_on(birth, day) == age
