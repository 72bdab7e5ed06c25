"""Money, exact to the sen. In typed amounts a dot is thousands only; unclear ones are asked about."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from num2words import num2words

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.errors import mark as _
from desa.foundation.core.values.numbers import format_number

SEN = 100
LONGEST_TEXT = 40
SMALLEST_SHORT = 10**6  # rupiah
LARGEST_SEN = 2**63 - 1  # what the database column holds

_CURRENCY = re.compile(r"(?:rp\.?|idr)\s*", re.IGNORECASE)
_PLAIN = re.compile(
    r"(?P<whole>[0-9]{1,20}|[0-9]{1,3}(?:\.[0-9]{3}){1,6})(?:\s*,(?:-{1,2}|(?P<sen>[0-9]{2})))?"
)
_AMERICAN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?")
_SHORT_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))


@dataclass(frozen=True, order=True)
class Rupiah:
    sen: int = 0

    @classmethod
    def of(cls, rupiah: int) -> "Rupiah":
        return cls(rupiah * SEN)

    @classmethod
    def total(cls, amounts: Iterable["Rupiah"]) -> "Rupiah":
        return cls(sum(amount.sen for amount in amounts))

    @classmethod
    def parse(cls, text: str) -> "Rupiah":
        typed = text.strip().replace("−", "-")
        negative, amount = _split_sign(typed)
        if not amount:
            raise ValueProblem("empty", _("Jumlah uang belum diisi."))
        match = _PLAIN.fullmatch(amount)
        if match is None:
            raise _question(amount[:LONGEST_TEXT])
        sen = int(match["whole"].replace(".", "")) * SEN + int(match["sen"] or 0)
        if sen > LARGEST_SEN:
            raise ValueProblem("too_large", _("Jumlah uang ini terlalu besar. Periksa nolnya."))
        return cls(-sen if negative else sen)

    def __add__(self, other: "Rupiah") -> "Rupiah":
        if not isinstance(other, Rupiah):
            return NotImplemented
        return Rupiah(self.sen + other.sen)

    def __radd__(self, other: int) -> "Rupiah":
        """Lets `sum()` start from its 0; any other number is refused."""
        if other != 0:
            return NotImplemented
        return self

    def __sub__(self, other: "Rupiah") -> "Rupiah":
        if not isinstance(other, Rupiah):
            return NotImplemented
        return Rupiah(self.sen - other.sen)

    def __mul__(self, times: int) -> "Rupiah":
        if not isinstance(times, int):
            return NotImplemented
        return Rupiah(self.sen * times)

    __rmul__ = __mul__

    def __neg__(self) -> "Rupiah":
        return Rupiah(-self.sen)

    def __abs__(self) -> "Rupiah":
        return Rupiah(abs(self.sen))

    def __bool__(self) -> bool:
        return self.sen != 0

    def __str__(self) -> str:
        """Rp1.250.000, with sen only when there are any."""
        whole, sen = divmod(abs(self.sen), SEN)
        cents = f",{sen:02}" if sen else ""
        return f"{self._sign}Rp{format_number(whole)}{cents}"

    @property
    def short(self) -> str:
        """Rp1,25 juta, to stand beside the full amount; below one million the full amount."""
        whole = (abs(self.sen) + SEN // 2) // SEN
        for size, word in _SCALES:
            hundredths = (whole * 100 + size // 2) // size
            if whole >= SMALLEST_SHORT and hundredths >= 100:
                return f"{self._sign}Rp{_trimmed(hundredths)} {word}"
        return str(self)

    @property
    def terbilang(self) -> str:
        """The amount in words for letters and receipts."""
        whole, sen = divmod(abs(self.sen), SEN)
        words = f"{num2words(whole, lang='id')} rupiah"
        if sen:
            words += f" {num2words(sen, lang='id')} sen"
        return f"minus {words}" if self.sen < 0 else words

    @property
    def _sign(self) -> str:
        return "-" if self.sen < 0 else ""

    def deconstruct(self) -> tuple[str, list[int], dict[str, int]]:
        """Lets a migration write a default amount."""
        return f"{Rupiah.__module__}.Rupiah", [self.sen], {}


def _trimmed(hundredths: int) -> str:
    whole, rest = divmod(hundredths, 100)
    return f"{format_number(whole)},{rest:02}".rstrip("0").rstrip(",")


def _split_sign(typed: str) -> tuple[bool, str]:
    """Takes the currency and a minus on either side of it off the amount."""
    before = typed.startswith("-")
    amount = _CURRENCY.sub("", typed.removeprefix("-").lstrip(), count=1).strip()
    after = amount.startswith("-") and not before
    return before or after, amount.removeprefix("-").lstrip() if after else amount


def _question(amount: str) -> ValueProblem:
    if _AMERICAN.fullmatch(amount):
        return _american_question(amount)
    if _SHORT_DECIMAL.fullmatch(amount):
        return _decimal_question(amount)
    text = _("Jumlah uang ini tidak terbaca. Tulis misalnya 1.250.000.")
    return ValueProblem("unreadable", text)


def _american_question(amount: str) -> ValueProblem:
    whole = amount.split(".")[0].replace(",", "")
    text = _(
        "Apakah maksudnya %(guess)s? Tulis dengan titik sebagai pemisah ribuan, "
        "karena koma berarti sen."
    )
    return ValueProblem("american", text, {"guess": format_number(int(whole))})


def _decimal_question(amount: str) -> ValueProblem:
    whole, decimals = re.split(r"[.,]", amount)
    text = _(
        "Apakah maksudnya %(millions)s juta atau %(joined)s? Tulis jumlah lengkapnya, "
        "misalnya 1.500.000."
    )
    millions = f"{whole},{decimals}"
    return ValueProblem("decimal", text, {"millions": millions, "joined": whole + decimals})
