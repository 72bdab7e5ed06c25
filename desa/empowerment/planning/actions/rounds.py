"""A year of proposals: its phases with their days, and the money it may spend."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning.actions.common import demand, locked_round
from desa.empowerment.planning.enums import Phase, PlanningPermission
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.models import Round, RoundPhase
from desa.empowerment.planning.rules.phases import Window, disorder
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.rupiah import Rupiah

DISORDER = {
    "backwards": _("Tahap %(phase)s ditutup sebelum dibuka. Periksa kedua tanggalnya."),
    "early": _("Tahap %(phase)s dibuka sebelum tahap di atasnya. Periksa tanggalnya."),
}


@action
def set_round(
    *, by: Actor, year: int, calendar: Mapping[Phase, Window], budget: Rupiah | None
) -> Round:
    """Open a year or move its days; days of a phase that was left out are forgotten. Raises ProposalRefused."""
    demand(by, PlanningPermission.SETUP)
    _demand_order(calendar)
    made, is_new = Round.objects.get_or_create(year=year)
    current = locked_round(made)
    if current.budget != budget:
        current.advice, current.counted_at = None, None
    current.budget = budget
    current.full_clean(validate_constraints=False)
    current.save()
    current.phases.exclude(phase__in=list(calendar)).delete()
    for phase, window in calendar.items():
        RoundPhase.objects.update_or_create(
            round=current, phase=phase, defaults={"opens": window.opens, "closes": window.closes}
        )
    record("planning.round.opened" if is_new else "planning.round.changed", current, by, year=year)
    return current


def _demand_order(calendar: Mapping[Phase, Window]) -> None:
    wrong = disorder(calendar)
    if wrong is not None:
        phase, how = wrong
        raise ProposalRefused(DISORDER[how] % {"phase": phase.label})
