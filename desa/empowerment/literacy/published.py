"""What anyone may read: which classes come, what one learns, who helps by dusun, and results of ten and more."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from desa.empowerment.literacy.enums import ClassKind, PracticeTask
from desa.empowerment.literacy.policies import LEAST_SHOWN, MAY_CONFIRM
from desa.empowerment.literacy.queries import (
    active_cadres,
    assist_by_code,
    coming_classes,
    hamlets,
    held_classes,
    pairs_of,
)
from desa.empowerment.literacy.rules.gain import class_gain
from desa.foundation.core import clock
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.tenancy.scope import current_village

EXAMPLE_CODE = "CNT-H22"
"""Of the made-up application of the practice pages."""
MOST_COMING, MOST_HELD, STEP = 30, 20, 5
"""Shares are shown in steps of five per cent: one person more or less moves none by what they could."""


@dataclass(frozen=True)
class PublishedClass:
    """The trainer is told by role and dusun, not by name."""

    kind: str
    dusun: str
    place: str
    starts_at: datetime


@dataclass(frozen=True)
class PublishedResult:
    """`people`, `before` and `after` (per cent) are None while fewer than ten were tested."""

    kind: str
    dusun: str
    starts_at: datetime
    people: int | None
    before: int | None
    after: int | None


@dataclass(frozen=True)
class PublishedHelper:
    dusun: str
    cadres: int


@dataclass(frozen=True)
class PublishedHelpers:
    """Dusun with cadres, and the names of those without one."""

    served: tuple[PublishedHelper, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True)
class PublishedAssist:
    """What a resident is asked to confirm: where and what, never who."""

    code: str
    dusun: str
    helps: str
    at: datetime
    confirmed: bool
    denied: bool
    too_late: bool


def agenda() -> tuple[PublishedClass, ...]:
    """The next classes, on the village's clock."""
    village = current_village()
    return tuple(
        PublishedClass(
            str(item.get_kind_display()),
            item.dusun.name,
            item.place,
            clock.local(item.starts_at, village),
        )
        for item in coming_classes(clock.now())[:MOST_COMING]
    )


def helpers() -> PublishedHelpers:
    counted = Counter(active_cadres().values_list("dusun", flat=True))
    areas = list(hamlets())
    return PublishedHelpers(
        tuple(PublishedHelper(area.name, counted[area.pk]) for area in areas if counted[area.pk]),
        tuple(area.name for area in areas if not counted[area.pk]),
    )


def results() -> tuple[PublishedResult, ...]:
    """The last classes that were tested."""
    held = list(held_classes(clock.now())[:MOST_HELD])
    tested, village = pairs_of(item.pk for item in held), current_village()
    found = []
    for item in held:
        gain = class_gain(tested.get(item.pk, []))
        if gain is None:
            continue
        shown = gain.people >= LEAST_SHOWN
        found.append(
            PublishedResult(
                kind=str(item.get_kind_display()),
                dusun=item.dusun.name,
                starts_at=clock.local(item.starts_at, village),
                people=gain.people // STEP * STEP if shown else None,
                before=in_steps(gain.before) if shown else None,
                after=in_steps(gain.after) if shown else None,
            )
        )
    return tuple(found)


def in_steps(share: float) -> int:
    """A share as per cent in steps of five."""
    return round(share * 100 / STEP) * STEP


def subjects() -> tuple[str, ...]:
    return tuple(str(kind.label) for kind in ClassKind)


def practice_tasks() -> tuple[str, ...]:
    return tuple(str(task.label) for task in PracticeTask)


def assist(typed: str) -> PublishedAssist | None:
    """The help that this code names; None for a code that names none."""
    try:
        code = StatusCode.parse(typed)
    except ValueProblem:
        return None
    found = assist_by_code(code.value)
    if found is None:
        return None
    return PublishedAssist(
        code=code.value,
        dusun=found.dusun.name,
        helps=found.helps_text,
        at=clock.local(found.at, current_village()),
        confirmed=found.confirmed_at is not None,
        denied=found.denied_at is not None,
        too_late=clock.now() - found.at > MAY_CONFIRM,
    )
