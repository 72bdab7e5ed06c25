"""Numbers and addresses of people in a text that anyone may read later: covered before it is published."""

import re

COVER = "•••••"
FEWEST = 13
NIK_LENGTH = 16

# Between the digits of one number people put spaces and signs, and phones put marks nobody sees.
# A comma only without a space behind it: "RT 1, 2, 3" is a list.
_HIDDEN = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_SIGNS = r"_*|~'’`·•‒–—―−()"
_GAP = rf"(?:[\s.\-‐‑/{_SIGNS}{_HIDDEN}]|,(?!\s)){{0,3}}"
_DIGIT = "[\\d⁰¹²³⁴-⁹₀-₉①-⑨⓪]"
_LONG = re.compile(rf"(?<!\d)\+?{_DIGIT}(?:{_GAP}{_DIGIT}){{{FEWEST - 1},}}")
_ONE = re.compile(_DIGIT)
_PHONE = re.compile(
    rf"(?<!\d)(?<!\d[.,/-])(?!\d\d([-./ ])\d\d\1\d{{4}}(?!\d))(?:\+{_GAP}62|62|0){_GAP}8(?:{_GAP}\d){{7,11}}(?!\d)"
)
# Begins where a word begins and never gives letters back: a megabyte of "a" costs one pass, not a square.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+")
# A NIK written as money has six groups, and one written in pairs does not begin like a budget code.
_MONEY = re.compile(r"\d{1,3}(?:(?:\.\d{3}){1,4}(?:,\d+)?|(?:,\d{3}){1,4}(?:\.\d+)?)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,2}([-./])\d{1,2}\1(?:19|20)\d\d")
_ACCOUNT = re.compile(r"0?\d(?:\.\d{1,2}){2,6}")
_DECREE = re.compile(r"\d{1,3}(?:/[\d.]{1,16}){1,3}/(?:19|20)\d\d")
_PLAIN = (_MONEY, _YEAR, _DATE, _ACCOUNT, _DECREE)
_BETWEEN = re.compile(rf"[\s{_SIGNS}]+")


def redact(text: str) -> str:
    """The text with NIK, KK, telephone numbers and e-mail addresses covered; sums and dates stay.

    A NUL goes: nobody types one, and PostgreSQL cannot hold it.
    """
    without_mail = _EMAIL.sub(COVER, text.replace("\x00", ""))
    without_long = _LONG.sub(_covered, without_mail)
    return _PHONE.sub(COVER, without_long)


def has_private(text: str) -> bool:
    """Whether something in the text would be covered."""
    return redact(text) != text


def holds_person_number(text: str) -> bool:
    """Whether a NIK or KK stands in it; a telephone number, which an office may publish, is none."""
    return any(
        _covered(found) == COVER and len(_ONE.findall(found[0])) >= NIK_LENGTH
        for found in _LONG.finditer(text)
    )


def hide_person_numbers(text: str) -> str:
    """NIK and KK covered; what an office may need to act on, a telephone or an account, stays."""
    return _LONG.sub(
        lambda found: _covered(found) if len(_ONE.findall(found[0])) >= NIK_LENGTH else found[0],
        text,
    )


def _covered(found: re.Match[str]) -> str:
    """A long number, unless it is only sums, years, dates, budget codes and numbers of decrees in a row."""
    parts = [part for each in _BETWEEN.split(found[0]) if (part := each.strip("-.,/"))]
    if all(any(kind.fullmatch(part) for kind in _PLAIN) for part in parts):
        return found[0]
    return COVER
