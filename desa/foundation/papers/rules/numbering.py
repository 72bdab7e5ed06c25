"""Composing a letter number from the village's format."""

import re
from collections.abc import Mapping
from datetime import date

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.errors import mark as _

DEFAULT_FORMAT = "{klasifikasi}/{nomor:3}/{kode_desa}/{tahun}"
PLACEHOLDERS = ("klasifikasi", "nomor", "kode_desa", "bulan_romawi", "tahun")
LONGEST_FORMAT = 80
WIDEST = 6
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_PLACE = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"nomor(?::([1-9]))?")
_LITERAL = re.compile(r"[A-Za-z0-9 ./\-_]*")


def roman_month(day: date) -> str:
    return ROMAN[day.month - 1]


def validate_format(text: str) -> None:
    """Raises ValueProblem that names what is wrong."""
    if len(text) > LONGEST_FORMAT:
        problem = _("Format nomor terlalu panjang. Paling banyak %(limit)s huruf.")
        raise ValueProblem("too_long", problem, {"limit": LONGEST_FORMAT})
    names = [_checked_name(inner) for inner in _PLACE.findall(text)]
    if names.count("nomor") != 1:
        raise ValueProblem("no_number", _("Format nomor harus memuat {nomor} satu kali."))
    if "tahun" not in names:
        problem = _("Format nomor harus memuat {tahun}, karena nomor mulai dari satu tiap tahun.")
        raise ValueProblem("no_year", problem)
    if not _LITERAL.fullmatch(_PLACE.sub("", text)):
        problem = _("Format nomor hanya boleh berisi huruf, angka, garis miring, titik, dan strip.")
        raise ValueProblem("characters", problem)


def _checked_name(inner: str) -> str:
    if match := _NUMBER.fullmatch(inner):
        if int(match[1] or 1) > WIDEST:
            problem = _("Nomor urut paling lebar %(limit)s angka.")
            raise ValueProblem("too_wide", problem, {"limit": WIDEST})
        return "nomor"
    if inner not in PLACEHOLDERS:
        problem = _("{%(name)s} tidak dikenal. Yang ada: %(known)s.")
        known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        raise ValueProblem("unknown", problem, {"name": inner[:30], "known": known})
    return inner


def compose(
    format: str,  # noqa: A002 - the word of the settings page
    *,
    number: int,
    classification: str,
    village_code: str,
    day: date,
) -> str:
    """`{nomor:3}` is padded with zeros to three digits; raises ValueProblem on a bad format."""
    validate_format(format)
    values = {
        "klasifikasi": classification,
        "kode_desa": village_code,
        "bulan_romawi": roman_month(day),
        "tahun": str(day.year),
    }
    return _PLACE.sub(lambda match: _filled(match[1], number, values), format)


def _filled(inner: str, number: int, values: Mapping[str, str]) -> str:
    if match := _NUMBER.fullmatch(inner):
        return str(number).zfill(int(match[1] or 1))
    return values[inner]
