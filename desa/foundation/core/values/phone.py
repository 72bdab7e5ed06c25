"""Phone numbers: typed in many ways, stored as E.164, shown the way people read them out."""

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.errors import mark as _

REGION = "ID"
INDONESIA = "+62"

_SEPARATORS = re.compile(r"[\s().\-‐‑–/']+")
_NUMBER = re.compile(r"\+?[0-9]+")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")


@dataclass(frozen=True, repr=False)
class Phone:
    """`e164` is the number itself; `str()` and `repr()` are masked so that no log can leak it."""

    e164: str

    def __post_init__(self) -> None:
        if not _E164.fullmatch(self.e164):
            raise _invalid()

    @classmethod
    def parse(cls, text: str) -> "Phone":
        compact = _SEPARATORS.sub("", text)
        if not compact:
            raise ValueProblem("empty", _("Nomor HP belum diisi."))
        if not _NUMBER.fullmatch(compact):
            raise ValueProblem("not_digits", _("Nomor HP hanya boleh berisi angka."))
        number = _read(_international(compact))
        if not phonenumbers.is_valid_number(number):
            raise _invalid()
        return cls(phonenumbers.format_number(number, PhoneNumberFormat.E164))

    @property
    def display(self) -> str:
        """0812-3456-7890; a foreign number keeps its country code."""
        if not self.e164.startswith(INDONESIA):
            return phonenumbers.format_number(_read(self.e164), PhoneNumberFormat.INTERNATIONAL)
        national = "0" + self.e164.removeprefix(INDONESIA)
        if national.startswith("08"):
            return "-".join(part for part in (national[:4], national[4:8], national[8:]) if part)
        readable = phonenumbers.format_number(_read(self.e164), PhoneNumberFormat.NATIONAL)
        return re.sub(r"[()]", "", readable).replace(" ", "-")

    @property
    def wa_digits(self) -> str:
        """The digits wa.me wants: country code, no plus."""
        return self.e164.removeprefix("+")

    @property
    def masked(self) -> str:
        return f"{self.e164[:5]}•••••{self.e164[-2:]}"

    def __str__(self) -> str:
        return self.masked

    def __repr__(self) -> str:
        return f"Phone({self.masked})"


def _international(compact: str) -> str:
    if compact.startswith("00"):
        return "+" + compact[2:]
    if compact.startswith("62"):
        return "+" + compact
    return compact


def _read(number: str) -> PhoneNumber:
    try:
        return phonenumbers.parse(number, REGION)
    except NumberParseException:
        raise _invalid() from None


def _invalid() -> ValueProblem:
    text = _("Nomor HP ini tidak lengkap atau keliru. Tulis misalnya 0812-3456-7890.")
    return ValueProblem("invalid", text)
