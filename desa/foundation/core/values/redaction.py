"""Numbers and addresses of people in a text that anyone may read later: covered before it is published."""

import re

COVER = "•••••"
FEWEST = 13

# Between the digits of one number people put spaces, dots, dashes, and phones put marks nobody sees.
_GAP = r"[\s.\-‐‑–/()\u200b-\u200d\u2060]{0,3}"
_LONG = re.compile(rf"(?<!\d)\+?\d(?:{_GAP}\d){{{FEWEST - 1},}}")
_PHONE = re.compile(
    rf"(?<!\d)(?<!\d[.,/-])(?!\d\d([-./ ])\d\d\1\d{{4}}(?!\d))(?:\+{_GAP}62|62|0){_GAP}8(?:{_GAP}\d){{7,11}}(?!\d)"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MONEY = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,2}([-./])\d{1,2}\1(?:19|20)\d\d")
_ACCOUNT = re.compile(r"\d{1,2}(?:\.\d{1,2}){2,}")
_PLAIN = (_MONEY, _YEAR, _DATE, _ACCOUNT)
_BETWEEN = re.compile(r"[\s–()]+")


def redact(text: str) -> str:
    """The text with NIK, KK, telephone numbers and e-mail addresses covered; sums and dates stay."""
    without_mail = _EMAIL.sub(COVER, text)
    without_long = _LONG.sub(_covered, without_mail)
    return _PHONE.sub(COVER, without_long)


def has_private(text: str) -> bool:
    """Whether something in the text would be covered."""
    return redact(text) != text


def _covered(found: re.Match[str]) -> str:
    """A long number, unless it is only sums, years, dates and budget codes in a row."""
    parts = [part for part in _BETWEEN.split(found[0]) if part]
    if all(any(kind.fullmatch(part) for kind in _PLAIN) for part in parts):
        return found[0]
    return COVER
