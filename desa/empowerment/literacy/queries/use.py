"""HR2: who has a digital duty, and in how many weeks they finished work here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from desa.empowerment.literacy.policies import DIGITAL_DUTY, NO_WORK
from desa.empowerment.literacy.rules.weeks import DAYS, WEEKS, weeks_at_work
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, Officeholder
from desa.foundation.tenancy.scope import current_village
from desa.foundation.trail.queries import acts_of_officials


@dataclass(frozen=True)
class DutyHolder:
    """`account` None: an official in office who never got one, and so cannot work here."""

    account: int | None
    office: str

    @property
    def office_label(self) -> str:
        return str(Office(self.office).label)


def duty_holders(day: date) -> list[DutyHolder]:
    """Everyone in an office with a digital duty that day, each person once, by office."""
    ends = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    held = Membership.objects.filter(
        ends, village=current_village(), valid_from__lte=day, office__in=DIGITAL_DUTY,
        user__is_active=True,
    )  # fmt: skip
    offices = dict(held.order_by("-office").values_list("user", "office"))
    found = [DutyHolder(user, office) for user, office in offices.items()]
    return sorted(found + _without_account(day), key=lambda item: (item.office, item.account or 0))


def _without_account(day: date) -> list[DutyHolder]:
    ends = Q(term_to__isnull=True) | Q(term_to__gte=day)
    rows = Officeholder.objects.filter(
        ends, term_from__lte=day, office__in=DIGITAL_DUTY, membership__isnull=True
    )
    return [DutyHolder(None, office) for office in rows.values_list("office", flat=True)]


def weeks_of(end: datetime) -> Mapping[int, int]:
    """By account, in how many of the four weeks before `end` work was finished."""
    acts = acts_of_officials(end - timedelta(days=WEEKS * DAYS), end, but=NO_WORK)
    return weeks_at_work(acts, end)
