"""What an agreement promises, and that it was handed over."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.actions import Actor, action, record
from desa.foundation.files.models import StoredFile
from desa.people.partners.actions.common import save_new
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.models import Basis, Deliverable
from desa.people.partners.queries import today

NO_AGREEMENT = _("Hanya perjanjian (PKS) atau kontrak yang punya daftar yang diserahkan.")
DONE_ALREADY = _("Ini sudah dicatat diserahkan. Muat ulang halaman ini.")
NOT_YET = _("Tanggal ini belum tiba. Catat setelah benar-benar diserahkan.")


@dataclass(frozen=True)
class DeliverableFacts:
    kind: str
    title: str
    due_on: date


@action
def promise_deliverable(*, by: Actor, basis: Basis, facts: DeliverableFacts) -> Deliverable:
    """Raises PartnersRefused for a basis that is no agreement."""
    if not basis.is_agreement:
        raise PartnersRefused(NO_AGREEMENT)
    row = save_new(Deliverable(basis=basis, **vars(facts)))
    record("partners.deliverable.promised", row, by, kind=row.kind)
    return row


@action
def receive_deliverable(
    *, by: Actor, deliverable: Deliverable, on: date, evidence: str, file: StoredFile | None = None
) -> Deliverable:
    """Handed over, with what shows it. Raises PartnersRefused."""
    current = Deliverable.objects.select_for_update().get(pk=deliverable.pk)
    if current.done_on is not None:
        raise PartnersRefused(DONE_ALREADY)
    if on > today():
        raise PartnersRefused(NOT_YET, "on")
    current.done_on, current.evidence, current.file = on, evidence, file
    current.full_clean()
    current.save(update_fields=["done_on", "evidence", "file"])
    record("partners.deliverable.received", current, by, on=on.isoformat())
    return current
