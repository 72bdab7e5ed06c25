from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from desa.empowerment.literacy.actions.common import demand
from desa.empowerment.literacy.engine.catalogue import function_named
from desa.empowerment.literacy.enums import LiteracyPermission
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.models import Observation
from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import current_memberships
from desa.foundation.core import clock
from desa.foundation.core.actions import action, record
from desa.foundation.tenancy.scope import current_village


@action
def observe(
    *, by: User, official: User, function: str, done: Iterable[int], on: date
) -> Observation:
    """Passed means every task was done unaided while `by` looked on; nobody observes themselves.

    `done` are places in the list of tasks, from 0. Raises LiteracyRefused, PermissionDenied, UnknownItem.
    """
    demand(by, LiteracyPermission.SKILLS)
    critical = function_named(function)
    if official.pk == by.pk:
        raise PermissionDenied(LiteracyPermission.SKILLS)
    if not current_memberships(official).exists():
        raise LiteracyRefused(_("Orang ini tidak memegang jabatan di desa ini."))
    if on > clock.today(current_village()):
        raise LiteracyRefused(_("Tanggalnya belum tiba."))
    places = sorted(set(done) & set(range(len(critical.tasks))))
    observation = Observation(
        function=function,
        official=official,
        observer=by,
        observed_on=on,
        done=places,
        passed=len(places) == len(critical.tasks),
    )
    observation.full_clean()
    observation.save()
    record("literacy.skill.observed", observation, by, function=function)
    return observation
