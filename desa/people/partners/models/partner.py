from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.modelfields import PhoneField
from desa.foundation.tenancy.models import Removable, VillageOwned
from desa.people.partners.enums import BasisKind, PartnerKind
from desa.people.residents.models import Person

ENDS_FIRST = _("Tanggal selesai lebih awal daripada tanggal mulai. Periksa kedua tanggalnya.")


class Partner(Removable):
    """A group or body that works with the village; what it may do stands in its bases."""

    kind = models.CharField(_("jenis"), max_length=16, choices=PartnerKind.choices)
    name = models.CharField(_("nama mitra"), max_length=120)
    short = models.CharField(_("sebutan pendek"), max_length=30, blank=True)
    task = models.CharField(_("apa yang dikerjakan"), max_length=300, blank=True)
    contact_name = models.CharField(_("nama penghubung"), max_length=100, blank=True)
    contact_phone = PhoneField[str, str](_("nomor HP penghubung"), blank=True)
    created_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {
        "name": "official",
        "contact_name": "official",
        "contact_phone": "contact",
        "task": "free text",
        "removed_by_label": "official",
    }
    retention: ClassVar[str] = "permanent; the contact goes when the partner is removed"

    class Meta(Removable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "name"],
                condition=Q(removed_at__isnull=True),
                name="partner_name_once",
                violation_error_message=_("Mitra dengan nama ini sudah tercatat."),
            )
        ]
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.short or self.name


class Basis(VillageOwned):
    """The SK, deed or agreement a partner stands on, with its term; the paper itself may be on the shelf."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="bases")
    kind = models.CharField(_("jenis dasar"), max_length=10, choices=BasisKind.choices)
    number = models.CharField(_("nomor"), max_length=60)
    signed_on = models.DateField(_("tanggal ditetapkan atau ditandatangani"))
    valid_from = models.DateField(_("berlaku sejak"))
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)
    about = models.CharField(_("tentang"), max_length=200, blank=True)
    ended_on = models.DateField(_("diakhiri tanggal"), null=True, blank=True)
    end_reason = models.CharField(_("alasan diakhiri"), max_length=300, blank=True)
    alarmed_for = models.DateField(_("diingatkan untuk"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {"about": "free text", "end_reason": "free text"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "partner", "kind", "number"],
                name="basis_number_once",
                violation_error_message=_("Nomor ini sudah tercatat untuk mitra ini."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="basis_ends_after_it_begins",
                violation_error_message=ENDS_FIRST,
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, end_reason="")
                | (Q(ended_on__isnull=False) & ~Q(end_reason="")),
                name="basis_ended_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["village", "valid_to"], name="basis_by_end")]
        ordering = ["-valid_from", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    def is_in_force(self, day: date) -> bool:
        if self.valid_from > day or (self.valid_to is not None and self.valid_to < day):
            return False
        return self.ended_on is None or self.ended_on > day

    @property
    def is_agreement(self) -> bool:
        return self.kind in {BasisKind.AGREEMENT, BasisKind.CONTRACT}


class Member(VillageOwned):
    """Who belongs to a partner, as what, from when until when. Officers are named in public, others counted."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("nama"), max_length=100)
    role = models.CharField(_("jabatan"), max_length=60)
    is_officer = models.BooleanField(_("pengurus"), default=False)
    since = models.DateField(_("sejak"))
    until = models.DateField(_("sampai"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {"name": "official", "person": "reference"}
    retention: ClassVar[str] = "5 years after the membership ended"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "partner", "person"],
                condition=Q(until__isnull=True, person__isnull=False),
                name="partner_member_once",
                violation_error_message=_("Warga ini sudah menjadi anggota."),
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="partner_member_ends_later",
                violation_error_message=ENDS_FIRST,
            ),
        ]
        ordering = ["-is_officer", "since", "id"]

    def __str__(self) -> str:
        return f"{self.role}: {self.name}"


class Representative(VillageOwned):
    """The account of a partner: it sees this partner's page and answers for it."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="representatives")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "until it is withdrawn"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "user"], name="representative_of_one")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.partner_id}"
