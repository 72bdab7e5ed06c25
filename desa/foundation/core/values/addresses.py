"""RT and RW numbers: three digits, or unknown."""

import re
from dataclasses import dataclass

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.errors import mark as _

_NUMBER = re.compile(r"(?:(?:rt|rw)\s*[.:]?\s*)?([0-9]{1,3})", re.IGNORECASE)
_UNKNOWN = re.compile(r"(?:(?:rt|rw)\s*[.:]?\s*)?[-–—0]*", re.IGNORECASE)
_PAIR = re.compile(
    r"(?:rt\s*[.:]?\s*)?(?P<rt>[0-9]+|[-–—]*)\s*(?:/\s*(?:rw\s*[.:]?\s*)?|\s+rw\s*[.:]?\s*)"
    r"(?P<rw>[0-9]+|[-–—]*)",
    re.IGNORECASE,
)


def parse_rt_rw_number(text: str) -> str | None:
    """One number: "1", "RT 1" and "001" are "001"; a dash, zeros or nothing is unknown (None)."""
    typed = text.strip()
    if _UNKNOWN.fullmatch(typed):
        return None
    if match := _NUMBER.fullmatch(typed):
        return match[1].zfill(3)
    text = _("Nomor RT/RW ditulis dengan 1 sampai 3 angka, misalnya 003.")
    raise ValueProblem("rt_rw", text)


@dataclass(frozen=True)
class RtRw:
    rt: str | None
    rw: str | None

    @classmethod
    def parse(cls, text: str) -> "RtRw":
        """Both numbers in one text: "003/001", "RT 3 RW 1", "RT 003/RW 001"."""
        typed = text.strip()
        if not typed or typed == "-":
            return cls(None, None)
        if match := _PAIR.fullmatch(typed):
            return cls(parse_rt_rw_number(match["rt"]), parse_rt_rw_number(match["rw"]))
        if typed[:2].casefold() == "rw":
            return cls(None, parse_rt_rw_number(typed))
        return cls(parse_rt_rw_number(typed), None)

    def __str__(self) -> str:
        """RT 003/RW 001; an unknown number is left out."""
        named = (("RT", self.rt), ("RW", self.rw))
        return "/".join(f"{name} {number}" for name, number in named if number)
