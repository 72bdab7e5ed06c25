"""The office's desk: what one official sees, and what is kept from them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import offices_of
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor
from desa.foundation.core.registry import Hidden, SearchHit
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.servicelevels.models import ServiceCase
from desa.foundation.tenancy.models import Area
from desa.services.complaints.engine.catalogue import category_named, shipped
from desa.services.complaints.enums import Series
from desa.services.complaints.models import Complaint, ReporterContact
from desa.services.complaints.policies import visible_to
from desa.services.complaints.rules.conflict import ABOVE

SHOWN = 50
MOST_COUNTED = 100
LINE = (
    *("village", "series", "year", "number", "category", "text", "area", "owner_office"),
    *("state", "due_at", "paused", "reopened", "created_at"),
)
"""What a line of the list shows: of five lists that are read to make one, nothing else is fetched."""
_NUMBER = re.compile(r"(?:(PG[DR])\s*-\s*)?(\d{4})\s*-\s*(\d{1,6})", re.IGNORECASE)


class Desk(StrEnum):
    """Three ways to look at the complaints; the words stand in the address."""

    MINE = "saya"
    LATE = "lewat"
    ALL = "semua"


@dataclass(frozen=True)
class Lines:
    """One page of a list; `after` is the row that the next page begins behind, None at the end."""

    rows: list[Complaint]
    after: Complaint | None


def desk_lines(user: User, desk: Desk, after: int | None = None, category: str = "") -> Lines:
    """Fifty at a time from behind the row `after`, so that the last page costs what the first one does."""
    rows = visible_to(user)
    if category:
        rows = rows.filter(category=category)
    mark = rows.filter(pk=after).first() if after else None
    if desk is Desk.ALL:
        ordered = _behind_newest(rows, mark).order_by("-created_at", "-id")
        found = list(ordered.select_related("area__parent__parent")[: SHOWN + 1])
    else:
        parts = mine(user, rows) if desk is Desk.MINE else [late(rows)]
        found = _earliest([_behind_earliest(part, mark) for part in parts], SHOWN + 1)
    return Lines(found[:SHOWN], found[SHOWN - 1] if len(found) > SHOWN else None)


def _earliest(parts: Iterable[QuerySet[Complaint]], limit: int) -> list[Complaint]:
    """Each part is read in the order of its own index; together they are the first of all, once each."""
    waiting = [part.only(*LINE).order_by("due_at", "id")[:limit] for part in parts]
    found = {row.pk: row for part in waiting for row in part}
    first = sorted(found.values(), key=lambda row: (row.due_at, row.pk))[:limit]
    prefetch_related_objects(first, Prefetch("area", Area.objects.select_related("parent__parent")))
    return first


def _behind_newest(rows: QuerySet[Complaint], mark: Complaint | None) -> QuerySet[Complaint]:
    if mark is None:
        return rows
    same = Q(created_at=mark.created_at, id__lt=mark.pk)
    return rows.filter(Q(created_at__lt=mark.created_at) | same, created_at__lte=mark.created_at)


def _behind_earliest(rows: QuerySet[Complaint], mark: Complaint | None) -> QuerySet[Complaint]:
    if mark is None:
        return rows
    same = Q(due_at=mark.due_at, id__gt=mark.pk)
    return rows.filter(Q(due_at__gt=mark.due_at) | same, due_at__gte=mark.due_at)


def mine(user: User, rows: QuerySet[Complaint]) -> list[QuerySet[Complaint]]:
    """What this official answers for, and what was taken up to them because it is late.

    In parts that may overlap: asked as one question, none of the indexes would answer it.
    """
    offices, waiting = offices_of(user), rows.filter(is_open=True)
    wanted = [Q(owner_office=office) for office in sorted(offices)]
    if Office.SEKDES in offices:
        wanted += [Q(level=1), Q(level=2)]
    elif not offices.isdisjoint({Office.KADES, Office.BPD}):
        wanted += [Q(level=2)]
    if not offices.isdisjoint({Office.KADES, Office.BPD}):
        wanted += [Q(level=1, owner_office=office) for office in ABOVE]
    return [waiting.filter(each) for each in wanted]


def late(rows: QuerySet[Complaint]) -> QuerySet[Complaint]:
    return rows.filter(is_open=True, paused=False, due_at__lt=clock.now())


def count_mine(by: Actor) -> int:
    """For the badge; beyond a hundred the number says nothing more."""
    if not isinstance(by, User):
        return 0
    found: set[int] = set()
    for part in mine(by, visible_to(by)):
        if len(found) < MOST_COUNTED:
            found.update(part.values_list("pk", flat=True)[:MOST_COUNTED])
    return min(len(found), MOST_COUNTED)


def find_complaints(words: str, limit: int, by: Actor | None = None) -> list[SearchHit]:
    """By public number or status code; nothing that this official may not know of."""
    if not isinstance(by, User):
        return []
    wanted = _by_number(words) or _by_code(words)
    rows = visible_to(by).filter(wanted)[:limit] if wanted else []
    return [_hit(row) for row in rows]


def _by_number(words: str) -> Q | None:
    found = _NUMBER.fullmatch(words.strip())
    if found is None:
        return None
    series = (found[1] or Series.OPEN).upper()
    return Q(series=series, year=int(found[2]), number=int(found[3]))


def _by_code(words: str) -> Q | None:
    try:
        return Q(status_code=StatusCode.parse(words).value)
    except ValueProblem:
        return None


def find_one(rows: QuerySet[Complaint], number: str) -> Complaint | None:
    """The one with this public number among `rows`."""
    wanted = _by_number(number)
    return rows.filter(wanted).first() if wanted else None


def _hit(complaint: Complaint) -> SearchHit:
    return SearchHit(
        title=complaint.public_number,
        detail=f"{shipped(complaint.category_data.name)} · {complaint.get_state_display()}",
        url=reverse("complaints:detail", args=[complaint.pk]),
        kind=str(_("Pengaduan")),
    )


def hidden_from(by: Actor) -> Hidden:
    """What the history does not tell this official: that such a case is there at all."""
    if not isinstance(by, User):
        return {}
    seen = visible_to(by).filter(restricted=True).values("pk")
    kept = Complaint.objects.filter(restricted=True).exclude(pk__in=seen)
    rows = list(kept.values_list("pk", "category"))
    ids = [complaint for complaint, _category in rows]
    contacts = ReporterContact.objects.filter(complaint__in=ids).values_list("pk", flat=True)
    return {
        Complaint._meta.label_lower: ids,
        ServiceCase._meta.label_lower: _hidden_clocks({category for _, category in rows}, by),
        ReporterContact._meta.label_lower: list(contacts),
    }


def _hidden_clocks(categories: Iterable[str], by: User) -> list[int]:
    """Of these categories every clock but those of what this official sees; earlier rounds have no other owner."""
    services = {category_named(category).service for category in categories}
    seen = visible_to(by).values("case_id")
    clocks = ServiceCase.objects.filter(service__in=services).exclude(pk__in=seen)
    return list(clocks.values_list("pk", flat=True))
