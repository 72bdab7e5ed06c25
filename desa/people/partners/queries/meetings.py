"""Meetings: who came, what was decided, what of it was done."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.people.partners.enums import Element, Gender, MeetingState
from desa.people.partners.models import Decision, Meeting, Partner
from desa.people.partners.queries.partners import today


@dataclass(frozen=True)
class Counts:
    """`elements` are (unsur, men, women), the most first; `dusun` those that came."""

    men: int
    women: int
    elements: tuple[tuple[str, int, int], ...]
    dusun: tuple[str, ...]
    all_dusun: int

    @property
    def people(self) -> int:
        return self.men + self.women


@dataclass(frozen=True)
class Standing:
    """How a commitment stands on a day; `chip` as in parts/chip.html."""

    chip: str
    label: object
    kept: bool | None


def meetings() -> QuerySet[Meeting]:
    return Meeting.objects.annotate(
        came=Count("attendances", distinct=True), decided=Count("decisions", distinct=True)
    )


def dusun() -> QuerySet[Area]:
    return Area.objects.filter(kind=AreaKind.DUSUN, valid_to__isnull=True).order_by("name")


def counts(meeting: Meeting) -> Counts:
    rows = list(
        meeting.attendances.values_list("gender", "element", "dusun__name").annotate(n=Count("pk"))
    )
    tally: Counter[tuple[str, str]] = Counter()
    for gender, element, _dusun, number in rows:
        tally[element, gender] += number
    elements = [
        (str(known.label), tally[known, Gender.MAN], tally[known, Gender.WOMAN])
        for known in Element
        if tally[known, Gender.MAN] + tally[known, Gender.WOMAN]
    ]
    return Counts(
        men=sum(men for _name, men, _women in elements),
        women=sum(women for _name, _men, women in elements),
        elements=tuple(sorted(elements, key=lambda row: -row[1] - row[2])),
        dusun=tuple(sorted({name for _g, _e, name, _n in rows if name})),
        all_dusun=dusun().count(),
    )


def decisions() -> QuerySet[Decision]:
    return Decision.objects.select_related("meeting", "partner").prefetch_related("moves")


def decisions_of(partner: Partner) -> QuerySet[Decision]:
    return decisions().filter(partner=partner, meeting__removed_at__isnull=True).order_by("due_on")


def standing(row: Decision, day: date | None = None) -> Standing:
    """`kept` is None while its day has not come."""
    day = day or today()
    if row.done_on is not None and row.done_on <= day:
        kept = row.done_on <= row.counted_due(day)
        return Standing("ok", _("Selesai") if kept else _("Selesai, terlambat"), kept)
    if row.counted_due(day) < day:
        return Standing("late", _("Terlambat"), False)
    return Standing("wait" if row.moves.all() else "run", _moved_or_open(row), None)


def _moved_or_open(row: Decision) -> object:
    return _("Tanggal diubah") if row.moves.all() else _("Berjalan")


def overdue(day: date | None = None) -> list[Decision]:
    rows = decisions().filter(done_on__isnull=True, meeting__removed_at__isnull=True)
    return [row for row in rows.order_by("due_on") if standing(row, day).chip == "late"]


def by_code(code: str) -> Meeting | None:
    """The meeting that is held today under this code; always one look-up."""
    try:
        value = StatusCode.parse(code).value
    except ValueProblem:
        value = ""
    found = Meeting.objects.filter(checkin_code=value).exclude(state=MeetingState.CANCELLED)
    return found.filter(day=today(), record_paper__isnull=True).first()


def coming() -> QuerySet[Meeting]:
    return Meeting.objects.filter(Q(state=MeetingState.PLANNED), day__gte=today()).order_by("day")
