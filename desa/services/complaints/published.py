"""What anyone may know of a complaint, and what its reporter learns by the code. Never who told it,
never the text as it was told, never a house."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.ids import parse_public_id
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.redaction import redact
from desa.foundation.servicelevels.queries import progress
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.services.complaints import queries
from desa.services.complaints.engine.catalogue import categories, shipped
from desa.services.complaints.enums import ComplaintState, Step
from desa.services.complaints.models import Complaint, ComplaintStep
from desa.services.complaints.queries.cases import neighbours
from desa.services.complaints.rules.categories import Category
from desa.services.complaints.rules.numbers import parse_number
from desa.services.complaints.transitions import ASKED, OPEN

PAGE_SIZE = 20
UNTOLD = (Step.ANSWER, Step.JOINED)
"""A reporter's own words are for the office; that a report joined says little to others."""


@dataclass(frozen=True)
class PublishedCategory:
    slug: str
    name: str


@dataclass(frozen=True)
class PublishedHamlet:
    id: str
    name: str


@dataclass(frozen=True)
class PublishedStep:
    at: datetime
    step: Step
    state: ComplaintState
    office: str
    words: str


@dataclass(frozen=True)
class PublishedComplaint:
    """One line of the public list; the moments are on the village's clock."""

    number: str
    title: str
    category: str
    place: str
    state: ComplaintState
    state_label: str
    filed_at: datetime
    due_at: datetime
    days: int
    late: bool
    reopened: int
    owner: str


@dataclass(frozen=True)
class PublishedList:
    complaints: tuple[PublishedComplaint, ...]
    older_than: str
    """The number after which the next page begins; empty on the last one."""


@dataclass(frozen=True)
class PublishedCase:
    complaint: PublishedComplaint
    question: str
    joined: int
    steps: tuple[PublishedStep, ...]
    photos: tuple[tuple[str, str], ...]
    """(number of the picture, what is on it)."""


@dataclass(frozen=True)
class ReporterCase:
    """By its status code. `asked`: we wait for the reporter's word; `wanted`: for something else."""

    code: str
    complaint: PublishedComplaint
    question: str
    is_public: bool
    asked: bool
    wanted: str
    answer: str
    reason: str
    forwarded_to: str
    merged: bool
    steps: tuple[PublishedStep, ...]
    shares: tuple[tuple[str, int], ...]
    left_minutes: int


def open_categories() -> tuple[PublishedCategory, ...]:
    """Those of which cases can stand in the public list."""
    return tuple(
        PublishedCategory(item.slug, shipped(item.name))
        for item in categories().values()
        if not item.supervised
    )


def hamlets() -> tuple[PublishedHamlet, ...]:
    rows = Area.objects.filter(kind=AreaKind.DUSUN, valid_to__isnull=True).order_by("name")
    return tuple(PublishedHamlet(row.public_id, row.name) for row in rows)


def complaints(category: str = "", hamlet: str = "", after: str = "") -> PublishedList:
    """The newest of this category and dusun that come after the one numbered `after`."""
    rows = queries.public_complaints()
    if category:
        known = [category] if category in categories() else []
        rows = rows.filter(category__in=known)
    if hamlet:
        dusun = _hamlet(hamlet)
        rows = rows.filter(area__in=neighbours(dusun) if dusun else [])
    found = list(_after(rows, after)[: PAGE_SIZE + 1])
    shown = tuple(_line(row) for row in found[:PAGE_SIZE])
    return PublishedList(shown, shown[-1].number if len(found) > PAGE_SIZE else "")


def case(number: str) -> PublishedCase | None:
    """By its public number; None also for one that is not for everyone."""
    found = _by_number(number)
    if found is None:
        return None
    photos = enumerate(queries.public_photos(found), start=1)
    return PublishedCase(
        complaint=_line(found),
        question=shipped(found.category_data.question),
        joined=found.merged.count(),
        steps=_steps(found),
        photos=tuple((str(place), redact(photo.caption)) for place, photo in photos),
    )


def by_code(code: str) -> ReporterCase | None:
    """None for a code that is not ours, whatever is wrong with it; always one look-up."""
    try:
        value = StatusCode.parse(code).value
    except ValueProblem:
        value = ""
    found = queries.by_status_code(value)
    return _for_reporter(found) if found else None


def _for_reporter(filed: Complaint) -> ReporterCase:
    main = filed.merged_into or filed
    clockwork = progress(main.case)
    waits = main.paused and main.state in OPEN
    pause = main.case.pauses.filter(until__isnull=True).first() if waits else None
    return ReporterCase(
        code=filed.code.display,
        complaint=_line(main),
        question=shipped(main.category_data.question),
        is_public=queries.public_complaints().filter(pk=main.pk).exists(),
        asked=main.state in ASKED,
        wanted=pause.reason if pause else "",
        answer=main.answer if main.state in ASKED else "",
        reason=main.reason,
        forwarded_to=main.forwarded_to,
        merged=main.pk != filed.pk,
        steps=_steps(main),
        shares=clockwork.shares,
        left_minutes=clockwork.left_minutes,
    )


def _line(row: Complaint) -> PublishedComplaint:
    village, now = current_village(), clock.now()
    filed, ended = clock.local(row.created_at, village), row.case.closed_at
    until = clock.local(ended or now, village)
    return PublishedComplaint(
        number=row.public_number,
        title=_title(row),
        category=shipped(row.category_data.short),
        place=place_of(row.area),
        state=ComplaintState(row.state),
        state_label=str(row.get_state_display()),
        filed_at=filed,
        due_at=clock.local(row.due_at, village),
        days=(until.date() - filed.date()).days,
        late=row.state in OPEN and not row.paused and now > row.due_at,
        reopened=row.reopened,
        owner=str(Office(row.owner_office).label),
    )


def _title(row: Complaint) -> str:
    """The office's sentence; before there is one, only what kind it is: the reporter's words stay here."""
    if row.summary and not row.restricted and not row.private:
        return redact(row.summary)
    category: Category = row.category_data
    return shipped(category.name)


def place_of(area: Area | None) -> str:
    """Dusun Winog, RT 021. Never more exact."""
    if area is None:
        return _("Seluruh desa atau tidak disebut")
    names: list[str] = []
    here: Area | None = area
    while here is not None:
        if here.kind == AreaKind.DUSUN:
            names.insert(0, _("Dusun %(name)s") % {"name": here.name})
        elif here.kind == AreaKind.RT or here is area:
            names.append(str(here))
        here = here.parent
    return ", ".join(names)


def _steps(complaint: Complaint) -> tuple[PublishedStep, ...]:
    rows = complaint.story.exclude(step__in=UNTOLD)
    return tuple(_step(row) for row in rows)


def _step(row: ComplaintStep) -> PublishedStep:
    """Words only of who acts in an office; what a reporter wrote is not repeated."""
    return PublishedStep(
        at=clock.local(row.at, current_village()),
        step=Step(row.step),
        state=ComplaintState(row.state),
        office=str(Office(row.office).label) if row.office else "",
        words=redact(row.words) if row.office else "",
    )


def _by_number(number: str) -> Complaint | None:
    found = parse_number(number)
    return queries.public_complaint(*found) if found else None


def _hamlet(public_id: str) -> Area | None:
    try:
        return Area.objects.filter(pk=parse_public_id(public_id), kind=AreaKind.DUSUN).first()
    except ValueError:
        return None


def _after(rows: QuerySet[Complaint], number: str) -> QuerySet[Complaint]:
    last = _by_number(number)
    if last is None:
        return rows
    not_yet = ~Q(created_at=last.created_at, pk__gte=last.pk)
    return rows.filter(not_yet, created_at__lte=last.created_at)
