"""Nothing is left for later, and nobody real is in a sample."""

import re

LATER = re.compile(
    r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b|mark\.(?:skip|skipif|xfail)|pytest\.(?:skip|xfail)\("
)
SIXTEEN = re.compile(r"(?<!\d)(\d{16})(?!\d)")
# Province, regency, district; day (women plus 40) and month of birth. No district has the number 99.
REAL = re.compile(r"[1-9]\d{3}(?!99)\d\d(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d{6}")


def left_for_later(source: str) -> list[str]:
    return LATER.findall(source)


def numbers_of_people(source: str) -> list[str]:
    """Numbers that could be the NIK or KK of somebody."""
    return [number for number in SIXTEEN.findall(source) if REAL.fullmatch(number)]
