"""What the village head decides about a proposed action: take it up, call it off, or end it."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.ids import new_id
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.scope import current_village
from desa.insight.readiness.enums import WHOLE_VILLAGE
from desa.insight.readiness.exceptions import ReadinessRefused
from desa.insight.readiness.models import Recommendation
from desa.insight.readiness.queries import current, proposed
from desa.insight.readiness.rules.gaps import TARGET, Call, Gap

TERM = timedelta(days=180)
GONE = _("Usulan ini sudah diputuskan, atau angkanya sudah berubah. Buka lagi halaman Indikator.")
WIDE = _("Angkanya belum cukup pasti. Ukur dulu, baru bertindak.")
ENDED = _("Tindakan ini sudah selesai atau dibatalkan.")


@action
def accept_action(*, by: Actor, code: str) -> Recommendation:
    """`code` of the sub-indicator. The figure of today is kept as the one before."""
    gap = _gap(code)
    if gap.call is not Call.ACT:
        raise ReadinessRefused(WIDE)
    row = _row(gap)
    row.accepted_at, row.accepted_by_label = row.created_at, by.actor_label
    row.due = clock.today(current_village()) + TERM
    _keep(row)
    record("readiness.action.accepted", row, by, code=code)
    return row


@action
def call_off_proposal(*, by: Actor, code: str, reason: str) -> Recommendation:
    """Kept with its reason, and not proposed again for a while."""
    row = _row(_gap(code))
    row.ended_at, row.ended_reason = row.created_at, reason
    _keep(row)
    record("readiness.action.called_off", row, by, code=code)
    return row


@action
def end_action(
    *, by: Actor, row: Recommendation, reason: str = "", done: bool = False
) -> Recommendation:
    """The figure of that day is kept as the one after, where a newer one than before was counted."""
    if row.ended_at:
        raise ReadinessRefused(ENDED)
    last = current(row.code, row.scope)
    row.after = last if last and last.pk != row.before_id else None
    row.ended_at, row.ended_reason = clock.now(), reason
    row.full_clean()
    row.save()
    name = "readiness.action.finished" if done else "readiness.action.called_off"
    record(name, row, by, code=row.code)
    return row


def _gap(code: str) -> Gap:
    found = next((gap for gap in proposed() if gap.template.sub == code), None)
    if found is None:
        raise ReadinessRefused(GONE)
    return found


def _row(gap: Gap) -> Recommendation:
    before = current(gap.template.sub, WHOLE_VILLAGE)
    assert before is not None
    plan = gap.template
    row = Recommendation(
        id=new_id(),
        code=plan.sub,
        scope=WHOLE_VILLAGE,
        action=plan.code,
        before=before,
        target=TARGET,
        quantity=plan.quantity,
        quantity_unit=plan.unit.id,
        cost=None if plan.cost is None else Rupiah(plan.cost),
        effect=plan.effect.id,
        basis=plan.basis,
        owner=Office(plan.owner),
        created_at=clock.now(),
    )
    row.village = current_village()
    return row


def _keep(row: Recommendation) -> None:
    row.full_clean()
    row.save(force_insert=True)
