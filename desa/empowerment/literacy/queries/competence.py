"""Who masters a critical function; only somebody who still holds an office counts."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from desa.empowerment.literacy.engine.catalogue import functions
from desa.empowerment.literacy.models import Observation
from desa.empowerment.literacy.rules.catalogue import Critical
from desa.empowerment.literacy.rules.competence import ENOUGH_PEOPLE, Observed, able
from desa.foundation.accounts.models import Membership, User
from desa.foundation.tenancy.scope import current_village


@dataclass(frozen=True)
class FunctionLine:
    function: Critical
    people: tuple[User, ...]

    @property
    def is_enough(self) -> bool:
        return len(self.people) >= ENOUGH_PEOPLE


def officials_on(day: date) -> list[User]:
    """Everyone with an account and an office in the village that day, by name."""
    ends = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    held = Membership.objects.filter(ends, village=current_village(), valid_from__lte=day)
    ids = set(held.values_list("user", flat=True))
    return list(User.objects.filter(pk__in=ids, is_active=True).order_by("name", "pk"))


def able_officials(day: date) -> dict[str, frozenset[int]]:
    """By function the accounts that master it."""
    rows = Observation.objects.filter(observed_on__lte=day)
    seen = (
        Observed(function, official, on, pk, passed)
        for function, official, on, pk, passed in rows.values_list(
            "function", "official", "observed_on", "pk", "passed"
        )
    )
    here = {official.pk for official in officials_on(day)}
    return {function: people & here for function, people in able(seen, day).items()}


def matrix(day: date) -> list[FunctionLine]:
    """Every critical function with those who master it."""
    mastered, people = able_officials(day), officials_on(day)
    return [
        FunctionLine(
            item, tuple(one for one in people if one.pk in mastered.get(slug, frozenset()))
        )
        for slug, item in functions().items()
    ]
