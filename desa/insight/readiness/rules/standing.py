"""What stands behind a value. Missing is never zero: a status without a value never becomes a number."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum


class Status(StrEnum):
    MEASURED = "terukur"
    ESTIMATED = "estimasi"
    FROM_DOCUMENTS = "dinilai_dari_dokumen"
    STALE = "kedaluwarsa"
    NO_DATA = "tidak_ada_data"
    NOT_APPLICABLE = "tidak_berlaku"
    HIDDEN = "disamarkan"
    QUALITATIVE = "bukti_kualitatif"


class Cadence(StrEnum):
    """How often a sub-indicator is measured; after its greatest age a value is stale."""

    OPERATIONAL = "operasional"
    PULSE = "denyut"
    SURVEY = "survei"
    RUBRIC = "rubrik"


MAX_AGE = {
    Cadence.OPERATIONAL: timedelta(days=45),
    Cadence.PULSE: timedelta(days=120),
    Cadence.SURVEY: timedelta(days=400),
    Cadence.RUBRIC: timedelta(days=200),
}
SCORED = frozenset({Status.MEASURED, Status.ESTIMATED, Status.FROM_DOCUMENTS})
SMALLEST_CELL, FIRM_CELL = 10, 30
WEAKEST = (Status.FROM_DOCUMENTS, Status.ESTIMATED, Status.MEASURED)


def aged(status: Status, cutoff: date, today: date, cadence: Cadence) -> Status:
    """A scored value that is too old is stale. Raises ValueError for a cut-off that has not come yet."""
    if cutoff > today:
        raise ValueError(f"cut-off {cutoff} lies after {today}")
    if status in SCORED and today - cutoff > MAX_AGE[cadence]:
        return Status.STALE
    return status


def of_cell(n: int, status: Status) -> Status:
    """A cell under ten people is not shown; nothing is said about whether it has any."""
    if status in SCORED and n < SMALLEST_CELL:
        return Status.HIDDEN
    return status


def indicative(n: int) -> bool:
    """10 to 29 people: shown, called "indikatif", without a level."""
    return SMALLEST_CELL <= n < FIRM_CELL


def combined(statuses: Iterable[Status]) -> Status:
    """Of parts that must all be known: one without a value takes it away; else the weakest one counts."""
    parts = list(statuses)
    counted = [part for part in parts if part is not Status.NOT_APPLICABLE]
    if not counted:
        return Status.NOT_APPLICABLE if parts else Status.NO_DATA
    for lacking in (Status.NO_DATA, Status.HIDDEN, Status.STALE, Status.QUALITATIVE):
        if lacking in counted:
            return lacking
    return next(status for status in WEAKEST if status in counted)
