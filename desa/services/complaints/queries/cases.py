"""The office's lists, what is alike, what is late; every reading for a person goes through visible_to()."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from desa.foundation.core import clock
from desa.foundation.servicelevels.queries import promise_of_days
from desa.foundation.tenancy.models import Area
from desa.services.complaints.engine.catalogue import category_named
from desa.services.complaints.enums import ComplaintState, Series
from desa.services.complaints.models import Complaint, ComplaintPhoto
from desa.services.complaints.transitions import OPEN, UNFINISHED

ALIKE_WITHIN = timedelta(days=7)
MOST_ALIKE = 5
WAIT_FOR_REPORTER = timedelta(days=14)


def by_status_code(code: str) -> Complaint | None:
    """For the reporter, who has the code; `code` without dashes."""
    rows = Complaint.objects.select_related("area__parent", "case", "merged_into__case")
    return rows.filter(status_code=code).first()


def alike(
    category: str, area: Area | None, *, since: datetime, but: int | None = None
) -> QuerySet[Complaint]:
    """Open cases of the same category and place of the last seven days, which anyone may know of."""
    rows = Complaint.objects.filter(
        category=category, restricted=False, state__in=UNFINISHED, created_at__gte=since
    )
    rows = rows.filter(area__in=neighbours(area)) if area else rows.filter(area__isnull=True)
    others = rows.exclude(pk=but) if but else rows
    return others.order_by("-created_at")[:MOST_ALIKE]


def alike_to(complaint: Complaint) -> QuerySet[Complaint]:
    since = complaint.created_at - ALIKE_WITHIN
    return alike(complaint.category, complaint.area, since=since, but=complaint.pk)


def neighbours(area: Area) -> list[int]:
    """The place itself, the dusun it lies in and, of a dusun, its RT."""
    found = {area.pk}
    inner = area
    while inner.parent_id is not None:
        assert inner.parent is not None
        inner = inner.parent
        found.add(inner.pk)
    below = list(Area.objects.filter(parent=area).values_list("pk", flat=True))
    deeper = Area.objects.filter(parent__in=below).values_list("pk", flat=True)
    return sorted(found | set(below) | set(deeper))


def level_due(complaint: Complaint, now: datetime) -> int:
    """How far up a case belongs at this moment: 1 once late, 2 some working days later."""
    if complaint.paused or complaint.state not in OPEN or now <= complaint.due_at:
        return 0
    days = category_named(complaint.category).escalation_days
    return 2 if now > promise_of_days(complaint.due_at, days) else 1


def late_complaints() -> QuerySet[Complaint]:
    """Those that may have to go up; the one promised earliest first."""
    rows = Complaint.objects.filter(is_open=True, paused=False, level__lt=2)
    return rows.filter(due_at__lt=clock.now()).order_by("due_at")


def restricted_open() -> QuerySet[Complaint]:
    """Those that few may know of and that are not finished; the one promised earliest first."""
    return Complaint.objects.filter(is_open=True, restricted=True).order_by("due_at")


def waiting_too_long() -> QuerySet[Complaint]:
    """Answered, and no reporter has said anything for two weeks."""
    since = clock.now() - WAIT_FOR_REPORTER
    rows = Complaint.objects.filter(state=ComplaintState.ANSWERED, state_since__lte=since)
    return rows.order_by("state_since")


def public_complaints() -> QuerySet[Complaint]:
    """What anyone may see, newest first: nothing about officials or money, no spam, no doubles,
    and nothing that its reporter wants kept off the page. Only `summary` may be shown, never `text`."""
    rows = Complaint.objects.filter(restricted=False, private=False)
    rows = rows.exclude(state__in=[ComplaintState.SPAM, ComplaintState.MERGED])
    return rows.select_related("area__parent__parent", "case").order_by("-created_at", "-id")


def public_complaint(year: int, number: int) -> Complaint | None:
    return public_complaints().filter(series=Series.OPEN, year=year, number=number).first()


def public_photos(complaint: Complaint) -> QuerySet[ComplaintPhoto]:
    """The pictures the office has decided to show; `public_file` is what may leave the house."""
    if complaint.restricted or complaint.private:
        return ComplaintPhoto.objects.none()
    rows = complaint.photos.filter(public_file__isnull=False)
    return rows.select_related("public_file")
