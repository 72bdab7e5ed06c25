"""How long a notice stays on the pages. Every notice ends: an old one is worse than none."""

from dataclasses import dataclass
from datetime import date, timedelta

from desa.transparency.publishing.enums import NoticeKind


@dataclass(frozen=True)
class Stay:
    """Days on the pages, the day of publishing not counted; our own choice, no law says it."""

    usual: int
    longest: int


STAYS = {NoticeKind.ANNOUNCEMENT: Stay(14, 60), NoticeKind.NEWS: Stay(90, 365)}


def usual_end(kind: NoticeKind, day: date) -> date:
    return day + timedelta(days=STAYS[kind].usual)


def latest_end(kind: NoticeKind, day: date) -> date:
    return day + timedelta(days=STAYS[kind].longest)


def may_end(kind: NoticeKind, day: date, ends_on: date) -> bool:
    """Whether a notice of `day` may stay up to and including `ends_on`."""
    return day <= ends_on <= latest_end(kind, day)


def is_running(ends_on: date, today: date) -> bool:
    return today <= ends_on
