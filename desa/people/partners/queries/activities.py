"""Joint activities: who took part, who confirmed, whose money."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from desa.foundation.core import clock
from desa.foundation.core.values.codes import LinkCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.scope import current_village
from desa.people.partners.enums import ActivityState, Answer, MoneyClass
from desa.people.partners.models import Activity, Fund, Participation, Partner


@dataclass(frozen=True)
class Sum:
    """Money of one class, cash and the worth of goods apart."""

    label: object
    cash: Rupiah
    in_kind: Rupiah


def activities() -> QuerySet[Activity]:
    return Activity.objects.prefetch_related("participations__partner", "funds")


def activities_of(partner: Partner) -> QuerySet[Activity]:
    return activities().filter(participations__partner=partner)


def is_joint(activity: Activity, until: date | None = None) -> bool:
    """Done, at least two sides, and nobody whose word is missing; what was said later than `until` is not known."""
    if activity.state != ActivityState.DONE or not _told_by(activity.recorded_at, until):
        return False
    rows = list(activity.participations.all())
    if any(row.answer == Answer.WAITING or not _told_by(row.answered_at, until) for row in rows):
        return False
    return len(actors(activity)) >= 2


def actors(activity: Activity) -> list[int]:
    """The partners that confirmed, and 0 for the village."""
    confirmed = [
        row.partner_id for row in activity.participations.all() if row.answer == Answer.CONFIRMED
    ]
    return [0, *confirmed] if activity.with_village else confirmed


def _told_by(moment: object, until: date | None) -> bool:
    if until is None or moment is None:
        return moment is not None
    return clock.local(moment, current_village()).date() <= until  # type: ignore[arg-type]


def done_between(first: date, last: date) -> QuerySet[Activity]:
    """After `first`, until `last`."""
    return activities().filter(state=ActivityState.DONE, done_on__gt=first, done_on__lte=last)


def sums(funds: Iterable[Fund]) -> list[Sum]:
    """One for each class of money that occurs; classes are never added up."""
    rows = list(funds)
    return [
        Sum(known.label, _total(rows, known, False), _total(rows, known, True))
        for known in MoneyClass
        if any(row.money_class == known for row in rows)
    ]


def _total(rows: list[Fund], known: MoneyClass, in_kind: bool) -> Rupiah:
    return Rupiah.total(
        row.amount for row in rows if row.money_class == known and row.in_kind is in_kind
    )


def waiting_for(partner: Partner) -> QuerySet[Participation]:
    """Told as done, and this partner has not said whether it is so."""
    return Participation.objects.filter(
        partner=partner, answer=Answer.WAITING, activity__state=ActivityState.DONE
    ).select_related("activity")


def by_link(code: str) -> Participation | None:
    """None for a link that is wrong or too old; always one look-up."""
    try:
        digest = LinkCode.parse(code).digest
    except ValueProblem:
        digest = "-"
    rows = Participation.objects.select_related("activity", "partner")
    return rows.filter(Q(link_digest=digest), link_expires_at__gt=clock.now()).first()
