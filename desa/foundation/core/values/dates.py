"""Dates and times as people here write and read them. Never month first."""

import re
from calendar import monthrange
from datetime import date, datetime
from zoneinfo import ZoneInfo

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.errors import mark as _

FIRST_YEAR, LAST_YEAR = 1850, 2150

MONTHS = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
WEEKDAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
ZONES = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}

_OTHER_SPELLINGS = {"pebruari": 2, "peb": 2, "mrt": 3, "agt": 8, "ags": 8, "agus": 8, "sept": 9,
                    "nopember": 11, "nop": 11}  # fmt: skip
_MONTH_NUMBERS = {
    **{name.casefold(): i for names in MONTHS.values() for i, name in enumerate(names, 1)},
    **{name[:3].casefold(): i for names in MONTHS.values() for i, name in enumerate(names, 1)},
    **_OTHER_SPELLINGS,
}
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_NUMERIC = re.compile(
    r"(?P<day>[0-9]{1,2})\s*[-/. ]\s*(?P<month>[0-9]{1,2})\s*[-/. ]\s*(?P<year>[0-9]{4})"
)
_COMPACT = re.compile(r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{4})")
_WORDY = re.compile(
    r"(?P<day>[0-9]{1,2})[\s\-/.]*(?P<month>[^\W\d_]+)\.?[\s\-/,]*(?P<year>[0-9]{4})"
)
_SHORT_YEAR = re.compile(
    r"[0-9]{1,2}\s*[-/. ]\s*([0-9]{1,2}|[^\W\d_]+)\s*[-/. ]\s*[0-9]{2}|[0-9]{6}"
)


def parse_date(text: str) -> date:
    typed = text.strip()
    if not typed:
        raise ValueProblem("empty", _("Tanggal belum diisi."))
    for pattern in (_ISO, _NUMERIC, _COMPACT):
        if match := pattern.fullmatch(typed):
            return _checked(int(match["day"]), int(match["month"]), int(match["year"]))
    if match := _WORDY.fullmatch(typed):
        return _checked(int(match["day"]), _month_number(match["month"]), int(match["year"]))
    if _SHORT_YEAR.fullmatch(typed):
        text = _("Tulis tahun dengan empat angka, misalnya 17-08-1990.")
        raise ValueProblem("short_year", text)
    raise ValueProblem("unreadable", _("Tanggal tidak terbaca. Tulis misalnya 17 Agustus 1990."))


def _month_number(word: str) -> int:
    number = _MONTH_NUMBERS.get(word.casefold())
    if number is None:
        text = _("Bulan “%(word)s” tidak dikenal. Tulis misalnya 17 Agustus 1990.")
        raise ValueProblem("month_word", text, {"word": word[:20]})
    return number


def _checked(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        text = _("Bulan %(month)s tidak ada. Tulis tanggal/bulan/tahun.")
        raise ValueProblem("month", text, {"month": month})
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueProblem("year", _("Tahun %(year)s keliru. Periksa tahunnya."), {"year": year})
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise _day_problem(day, f"{MONTHS['id'][month - 1]} {year}", last)
    return date(year, month, day)


def _day_problem(day: int, month: str, last: int) -> ValueProblem:
    text = _("Tanggal %(day)s tidak ada: %(month)s hanya sampai tanggal %(last)s.")
    return ValueProblem("day", text, {"day": day, "month": month, "last": last})


def format_long(day: date, language: str = "id") -> str:
    """17 Agustus 2026."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def format_weekday(day: date, language: str = "id") -> str:
    """Senin, 17 Agustus 2026."""
    return f"{WEEKDAYS[language][day.weekday()]}, {format_long(day, language)}"


def format_short(day: date) -> str:
    """24-11-2026."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def format_time(moment: datetime, zone: str | ZoneInfo, language: str = "id") -> str:
    """14.30 WIB. The moment must know its zone; it is shown on the clock of `zone`."""
    if moment.tzinfo is None:
        raise ValueError("A time without a zone cannot be shown.")
    local = moment.astimezone(ZoneInfo(zone) if isinstance(zone, str) else zone)
    separator = ":" if language == "en" else "."
    return f"{local.hour:02}{separator}{local.minute:02} {ZONES.get(str(zone), str(zone))}"


def age_on(birth: date, day: date) -> int:
    """Whole years; someone born on 29 February turns a year older on 1 March of a common year."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
