from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.tenancy.models import VillageOwned
from desa.people.partners.models.meeting import Meeting
from desa.people.partners.models.partner import Partner
from desa.people.partners.rules import days


class Decision(VillageOwned):
    """What a meeting decided, as a commitment: one owner, one day. The first day never goes away."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="decisions")
    place = models.PositiveSmallIntegerField(_("nomor"))
    text = models.CharField(_("keputusan"), max_length=300)
    office = models.CharField(_("jabatan"), max_length=20, choices=Office.choices, blank=True)
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    first_due = models.DateField(_("paling lambat"))
    due_on = models.DateField(_("tanggal sekarang"))
    done_on = models.DateField(_("selesai tanggal"), null=True, blank=True)
    evidence = models.CharField(_("bukti"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {"text": "free text", "evidence": "free text"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "meeting", "place"], name="decision_place_once"
            ),
            models.CheckConstraint(
                condition=Q(office="", partner__isnull=False)
                | (~Q(office="") & Q(partner__isnull=True)),
                name="decision_has_one_owner",
                violation_error_message=_("Pilih satu penanggung jawab: jabatan atau mitra."),
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | ~Q(evidence=""),
                name="decision_done_with_evidence",
            ),
        ]
        indexes = [models.Index(fields=["village", "due_on"], name="decision_by_due")]
        ordering = ["meeting", "place"]

    def __str__(self) -> str:
        return self.text

    @property
    def owner(self) -> str:
        return str(self.partner) if self.partner else str(self.get_office_display())

    def counted_due(self, day: date) -> date:
        """What it is measured by on `day`: moving a date that has passed does not help."""
        moves = [(row.moved_on, row.after) for row in self.moves.all() if row.moved_on <= day]
        return days.counted_due(self.first_due, moves)


class Move(VillageOwned):
    """A commitment got another date, with the reason; nothing is moved in silence."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="moves")
    before = models.DateField(_("semula"))
    after = models.DateField(_("menjadi"))
    reason = models.CharField(_("alasan"), max_length=300)
    moved_on = models.DateField(_("diubah tanggal"))
    by_label = models.CharField(_("diubah oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {"reason": "free text", "by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="move_has_reason"),
        ]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
