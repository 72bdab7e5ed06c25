"""The code on the sticker: a prefix of the village, the year when it wants one, a running number. Pure."""

import re
from dataclasses import dataclass

PREFIX = re.compile(r"[A-Z]{2,6}")
CODE = re.compile(r"[A-Z]{2,6}(?:-\d{4})?-\d{4,7}")
DIGITS = 4


@dataclass(frozen=True)
class CodeRule:
    prefix: str = "TIK"
    by_year: bool = False

    def series(self, year: int) -> str:
        """Codes of one series share a counter."""
        return f"{self.prefix}-{year}" if self.by_year else self.prefix


def compose(series: str, number: int) -> str:
    """TIK-0007 or TIK-2026-0007."""
    return f"{series}-{number:0{DIGITS}}"


def tidy(typed: str) -> str:
    """A code as someone reads it off a sticker, in its one form; "" for what is no code."""
    code = re.sub(r"\s+", "", typed).upper()
    return code if CODE.fullmatch(code) else ""
