"""The public form as short steps, one question each; which comes next. Pure.

`siapa` is asked only where the answer decides who may never read the report.
"""

from collections.abc import Collection

KIND, ABOUT, PLACE, STORY, CONTACT, REVIEW = (
    "jenis",
    "siapa",
    "tempat",
    "cerita",
    "kontak",
    "periksa",
)
OFFICIAL_KINDS = frozenset({"perangkat", "uang", "layanan"})


def steps_for(kind: str) -> tuple[str, ...]:
    """All that are asked about this kind of complaint, in order; the last one sends."""
    about = (ABOUT,) if kind in OFFICIAL_KINDS else ()
    return (KIND, *about, PLACE, STORY, CONTACT, REVIEW)


def after(step: str, kind: str, done: Collection[str]) -> str:
    """The next question that is not answered yet; who changes an answer comes straight back."""
    steps = steps_for(kind)
    later = steps[steps.index(step) + 1 :] if step in steps else steps
    return next((each for each in later if each not in done), REVIEW)


def before(step: str, kind: str) -> str:
    """Where "back" leads; empty at the beginning."""
    steps = steps_for(kind)
    return steps[max(steps.index(step) - 1, 0)] if step in steps[1:] else ""


def unanswered(kind: str, done: Collection[str]) -> str:
    """The first question without an answer; empty when it may be sent."""
    return next((each for each in steps_for(kind)[:-1] if each not in done), "")
