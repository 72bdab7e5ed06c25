"""NIK and KK numbers: 16 digits kept as text, masked wherever they are shown or logged."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from desa.foundation.core.values.errors import ValueProblem, ValueWarning
from desa.foundation.core.values.errors import mark as _

LENGTH = 16
FEMALE_DAY_OFFSET = 40
MASK = "•" * 12

_EXCEL_NUMBER = re.compile(r"[0-9]([.,][0-9]+)?\s*[eE]\s*\+?[0-9]+|[0-9]{9,}[.,]0+")
_SEPARATORS = re.compile(r"[\s.\-'’`]+")
_DIGITS = re.compile(r"[0-9]+")


@dataclass(frozen=True, repr=False)
class _Number16:
    """`digits` is the number itself; `str()` and `repr()` are masked so that no log can leak it."""

    digits: str
    kind: ClassVar[str]

    def __post_init__(self) -> None:
        if len(self.digits) != LENGTH or not _DIGITS.fullmatch(self.digits):
            raise ValueProblem("digits", _("%(kind)s harus 16 angka."), {"kind": self.kind})

    @classmethod
    def parse(cls, text: str) -> Self:
        stripped = text.strip()
        if _EXCEL_NUMBER.fullmatch(stripped.lstrip("'")):
            raise _excel_problem(cls.kind)
        digits = _SEPARATORS.sub("", stripped)
        if not digits:
            raise ValueProblem("empty", _("%(kind)s belum diisi."), {"kind": cls.kind})
        if not _DIGITS.fullmatch(digits):
            raise _letters_problem(cls.kind)
        if len(digits) != LENGTH:
            raise _length_problem(cls.kind, len(digits))
        if not digits.strip("0"):
            raise _zeros_problem(cls.kind)
        return cls(digits)

    @property
    def masked(self) -> str:
        return self.digits[:4] + MASK

    def __str__(self) -> str:
        return self.masked

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.masked})"


@dataclass(frozen=True, repr=False)
class Kk(_Number16):
    """Nomor kartu keluarga."""

    kind: ClassVar[str] = "Nomor KK"


@dataclass(frozen=True, repr=False)
class Nik(_Number16):
    """Nomor induk kependudukan: area (6), birth date DDMMYY with 40 added for women, serial (4)."""

    kind: ClassVar[str] = "NIK"

    @property
    def is_temporary(self) -> bool:
        """Villages give numbers starting with 0 to people who have no NIK yet."""
        return self.digits.startswith("0")

    @property
    def is_female(self) -> bool:
        return int(self.digits[6:8]) > FEMALE_DAY_OFFSET

    @property
    def birth_day(self) -> int:
        return int(self.digits[6:8]) - (FEMALE_DAY_OFFSET if self.is_female else 0)

    @property
    def birth_month(self) -> int:
        return int(self.digits[8:10])

    @property
    def birth_year_of_century(self) -> int:
        return int(self.digits[10:12])

    @property
    def serial(self) -> str:
        return self.digits[12:]


def nik_warnings(nik: Nik, birth_date: date | None, sex: str | None) -> tuple[ValueWarning, ...]:
    """Where the NIK disagrees with the person; `sex` is "L" or "P". Never a reason to refuse."""
    if nik.is_temporary:
        return (ValueWarning("temporary", _("NIK sementara. Ganti bila NIK asli sudah terbit.")),)
    found = (*_date_warnings(nik, birth_date), *_sex_warnings(nik, sex))
    if nik.serial == "0000":
        return (*found, _serial_warning())
    return found


def _date_warnings(nik: Nik, birth_date: date | None) -> tuple[ValueWarning, ...]:
    if not (1 <= nik.birth_day <= 31 and 1 <= nik.birth_month <= 12):
        text = _("Tanggal di dalam NIK (angka 7 sampai 12) tidak mungkin. Cocokkan dengan KTP.")
        return (ValueWarning("impossible_date", text),)
    in_nik = (nik.birth_day, nik.birth_month, nik.birth_year_of_century)
    if birth_date and in_nik != (birth_date.day, birth_date.month, birth_date.year % 100):
        text = _("Tanggal lahir berbeda dengan yang tertulis di NIK. Cocokkan dengan KTP.")
        return (ValueWarning("birth_date", text),)
    return ()


def _sex_warnings(nik: Nik, sex: str | None) -> tuple[ValueWarning, ...]:
    if sex and (sex == "P") != nik.is_female:
        text = _("Jenis kelamin berbeda dengan yang tertulis di NIK. Cocokkan dengan KTP.")
        return (ValueWarning("sex", text),)
    return ()


def _serial_warning() -> ValueWarning:
    text = _("Empat angka terakhir NIK 0000. Mungkin angkanya hilang di Excel.")
    return ValueWarning("serial", text)


def _excel_problem(kind: str) -> ValueProblem:
    text = _(
        "%(kind)s berubah menjadi bilangan di Excel, sehingga angka belakangnya bisa hilang. "
        "Ubah format kolom menjadi Teks (Text), lalu tulis ulang 16 angkanya."
    )
    return ValueProblem("excel_number", text, {"kind": kind})


def _letters_problem(kind: str) -> ValueProblem:
    text = _("%(kind)s hanya boleh berisi angka. Periksa huruf O dan angka 0.")
    return ValueProblem("not_digits", text, {"kind": kind})


def _length_problem(kind: str, length: int) -> ValueProblem:
    params: dict[str, str | int] = {"kind": kind, "length": length}
    if length < LENGTH:
        text = _("%(kind)s harus 16 angka. Yang Anda tulis baru %(length)s.")
        return ValueProblem("too_short", text, params)
    text = _("%(kind)s harus 16 angka. Yang Anda tulis ada %(length)s.")
    return ValueProblem("too_long", text, params)


def _zeros_problem(kind: str) -> ValueProblem:
    text = _("%(kind)s tidak boleh nol semua. Kosongkan bila nomornya belum ada.")
    return ValueProblem("zeros", text, {"kind": kind})
