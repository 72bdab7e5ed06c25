"""Many complaints at once: import it after Workspace.use_django(), in an open village."""

from datetime import timedelta

from desa.foundation.core import clock
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.servicelevels.models import ServiceCase
from desa.foundation.tenancy.models import Area
from desa.services.complaints.engine.catalogue import category_named
from desa.services.complaints.enums import Channel, ComplaintState
from desa.services.complaints.models import Complaint

CHUNK, OPEN_ONES, APART = 2_000, 20_000, timedelta(minutes=52)
KINDS = ("pju", "jalan", "air", "sampah", "lainnya")


def fill(rows: int) -> None:
    """One every 52 minutes up to now; all but the newest 20,000 finished.

    Nearly all of those are late, as in a village that fell behind: they went up evenly to every level.
    """
    areas = list(Area.objects.all())
    for start in range(0, rows, CHUNK):
        numbers = range(start, min(start + CHUNK, rows))
        found = [_complaint(rows - row, row, areas[row % len(areas)]) for row in numbers]
        ServiceCase.objects.bulk_create([each.case for each in found])
        Complaint.objects.bulk_create(found)


def _code(row: int) -> str:
    """Drawn by lot, two of so many would be alike; the form draws again, a bulk insert cannot."""
    letters = StatusCode.alphabet
    return "".join(letters[row // len(letters) ** place % len(letters)] for place in range(6))


def _complaint(age: int, row: int, area: Area) -> Complaint:
    at, category = clock.now() - age * APART, category_named(KINDS[row % len(KINDS)])
    due, done = at + timedelta(days=3), age > OPEN_ONES
    case = ServiceCase(
        service=category.service,
        opened_at=at,
        first_promised_at=due,
        promised_at=due,
        closed_at=due if done else None,
    )
    return Complaint(
        year=at.year,
        number=100_000 + row,
        status_code=_code(row),
        category=category.slug,
        text="Lampu jalan mati",
        summary="Lampu jalan mati dekat musala" if row % 2 else "",
        area=area,
        channel=Channel.WEB,
        owner_office=category.owner,
        state=ComplaintState.CONFIRMED if done else ComplaintState.RECEIVED,
        answer="Sudah diganti" if done else "",
        answered_at=due if done else None,
        case=case,
        due_at=due,
        created_at=at,
        created_by_label="bench",
        state_since=at,
        level=0 if done else row % 3,
    )
