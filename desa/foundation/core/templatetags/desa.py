"""Filters that show village values the one way they are shown. Nothing is shown as a dash."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.translation import get_language

from desa.foundation.core.values import dates, names, nik, numbers
from desa.foundation.core.values.addresses import RtRw
from desa.foundation.core.values.phone import Phone
from desa.foundation.core.values.rupiah import Rupiah

register = template.Library()

MISSING = "–"


def _language() -> str:
    return "en" if (get_language() or "").startswith("en") else "id"


def _day(value: date, zone: str | None) -> date:
    """A moment is a different day in different zones, so it needs one."""
    if not isinstance(value, datetime):
        return value
    if value.tzinfo is None or not zone:
        raise ValueError("A moment needs its zone to be shown as a date.")
    return value.astimezone(ZoneInfo(zone)).date()


@register.filter
def rupiah(value: Rupiah | None) -> str:
    return MISSING if value is None else str(value)


@register.filter
def angka(value: numbers.Number | None, decimals: int = 0) -> str:
    """1.250"""
    return MISSING if value is None else numbers.format_number(value, decimals, _language())


@register.filter
def percent(value: numbers.Number | None, decimals: int = 1) -> str:
    """44,2 % for 44.2."""
    return MISSING if value is None else numbers.format_percent(value, decimals, _language())


@register.filter
def tanggal(value: date | None, zone: str | None = None) -> str:
    """17 Agustus 2026; a moment wants `|tanggal:village.timezone`."""
    return dates.format_long(_day(value, zone), _language()) if value else MISSING


@register.filter
def hari_tanggal(value: date | None, zone: str | None = None) -> str:
    """Senin, 17 Agustus 2026."""
    return dates.format_weekday(_day(value, zone), _language()) if value else MISSING


@register.filter
def hari(value: date, zone: str | None = None) -> str:
    """Senin."""
    return dates.WEEKDAYS[_language()][_day(value, zone).weekday()]


@register.filter
def bulan(value: date, zone: str | None = None) -> str:
    """Nov, for a small box beside its day."""
    return dates.MONTHS[_language()][_day(value, zone).month - 1][:3]


@register.filter
def jam(value: datetime | None, zone: str) -> str:
    """14.30 WIB, on the clock of `|jam:village.timezone`."""
    return dates.format_time(value, zone, _language()) if value else MISSING


@register.filter
def nik_mask(value: str | None) -> str:
    """3514 and twelve bullets, for NIK and KK."""
    return value[:4] + nik.MASK if value else MISSING


@register.filter
def name_mask(value: str | None) -> str:
    return names.mask_name(value or "") or MISSING


@register.filter
def rtrw(rt: str | None, rw: str | None = None) -> str:
    """RT 003/RW 001 of `rt|rtrw:rw`; an unknown number is left out."""
    return str(RtRw(rt, rw)) or MISSING


@register.filter
def phone(value: str | None) -> str:
    """0812-3456-7890 of a stored number."""
    return Phone(value).display if value else MISSING
