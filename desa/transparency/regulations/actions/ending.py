"""How a regulation ends before its term, or leaves the register; and each of these taken back."""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.queries import recipient_for
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.dates import format_long
from desa.foundation.notifications.actions import queue_message
from desa.foundation.tenancy.scope import current_village
from desa.transparency.regulations.enums import Kind
from desa.transparency.regulations.exceptions import RegulationRefused
from desa.transparency.regulations.messages import RegulationExpiring
from desa.transparency.regulations.models import Regulation
from desa.transparency.regulations.queries import expiring

TOO_EARLY = _("Tanggal pencabutan lebih awal daripada tanggal mulai berlaku. Periksa tanggalnya.")
ALREADY = _("Peraturan ini sudah dicabut. Muat ulang halaman ini.")
TWIN = _("Nomor ini sudah dipakai peraturan lain. Perbaiki nomor itu dulu, lalu kembalikan lagi.")


@action
def revoke_regulation(*, by: Actor, regulation: Regulation, on: date, reason: str) -> Regulation:
    """`on` is the first day on which it holds no more. Raises RegulationRefused."""
    current = Regulation.objects.select_for_update().get(pk=regulation.pk)
    if current.revoked_on is not None:
        raise RegulationRefused(ALREADY)
    if on < current.valid_from:
        raise RegulationRefused(TOO_EARLY, "on")
    current.revoked_on, current.revoke_reason = on, reason
    current.full_clean()
    current.save(update_fields=["revoked_on", "revoke_reason"])
    record("regulations.regulation.revoked", current, by, on=on.isoformat())
    return current


@action
def undo_revocation(*, by: Actor, regulation: Regulation) -> Regulation:
    current = Regulation.objects.select_for_update().get(pk=regulation.pk)
    if current.revoked_on is not None:
        current.revoked_on, current.revoke_reason = None, ""
        current.save(update_fields=["revoked_on", "revoke_reason"])
        record("regulations.regulation.revocation_undone", current, by)
    return current


@action
def remove_regulation(*, by: Actor, regulation: Regulation) -> Regulation:
    """Hide what was recorded by mistake; it can be brought back."""
    current = Regulation.objects.select_for_update().get(pk=regulation.pk)
    current.removed_at, current.removed_by_label = clock.now(), by.actor_label
    current.save(update_fields=["removed_at", "removed_by_label"])
    record("regulations.regulation.removed", current, by)
    return current


@action
def undo_removal(*, by: Actor, regulation: Regulation) -> Regulation:
    """Raises RegulationRefused when its number was given to another one meanwhile."""
    current = Regulation.base_objects.select_for_update().get(pk=regulation.pk)
    twins = Regulation.objects.filter(
        kind=current.kind, number=current.number, year=current.year
    ).exclude(pk=current.pk)
    if twins.exists():
        raise RegulationRefused(TWIN)
    if current.removed_at is not None:
        current.removed_at, current.removed_by_label = None, ""
        current.save(update_fields=["removed_at", "removed_by_label"])
        record("regulations.regulation.brought_back", current, by)
    return current


@action
def remind_expiring(*, by: Actor) -> list[Regulation]:
    """Once for each end of a term: those that now run out within 60 days, told to the sekdes."""
    due = [row for row, _left in expiring() if row.alarmed_for != row.valid_to]
    for regulation in due:
        assert regulation.valid_to is not None, "what runs out has an end"
        regulation.alarmed_for = regulation.valid_to
        regulation.save(update_fields=["alarmed_for"])
        end = regulation.valid_to.isoformat()
        record("regulations.regulation.expiring", regulation, by, until=end)
        _tell_sekdes(regulation, regulation.valid_to, by)
    return due


def _tell_sekdes(regulation: Regulation, end: date, by: Actor) -> None:
    """In the language of the village; the number is left out, a message may hold none."""
    with override(settings.LANGUAGE_CODE):
        reader = recipient_for(Office.SEKDES, email=current_village().email)
        kind = str(Kind(regulation.kind).label)
    message = RegulationExpiring(kind, regulation.title, format_long(end))
    key = f"{message.purpose}:{regulation.pk}:{end.isoformat()}"
    queue_message(
        by=by, message=message, to=reader, key=key, audience=(Office.SEKDES, Office.KADES)
    )
