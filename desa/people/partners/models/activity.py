from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.modelfields import RupiahField
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import VillageOwned
from desa.people.partners.enums import ActivityState, Answer, MoneyClass
from desa.people.partners.models.partner import Partner


class Activity(VillageOwned):
    """Something partners do together, with or without the village itself."""

    title = models.CharField(_("nama kegiatan"), max_length=160)
    planned_on = models.DateField(_("rencana tanggal"))
    place = models.CharField(_("tempat"), max_length=120, blank=True)
    with_village = models.BooleanField(_("pemerintah desa ikut"), default=True)
    state = models.CharField(
        _("keadaan"), max_length=8, choices=ActivityState.choices, default=ActivityState.PLANNED
    )
    done_on = models.DateField(_("dilaksanakan tanggal"), null=True, blank=True)
    attendance = models.PositiveIntegerField(_("jumlah yang hadir"), null=True, blank=True)
    result = models.CharField(_("hasil dan bukti"), max_length=300, blank=True)
    photo = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    cancel_reason = models.CharField(_("alasan dibatalkan"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(_("dilaporkan pada"), null=True, blank=True)
    created_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {
        "title": "free text",
        "result": "free text",
        "photo": "free text",
        "cancel_reason": "free text",
    }
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ActivityState.DONE)
                | Q(done_on__isnull=False, attendance__isnull=False, recorded_at__isnull=False),
                name="activity_done_is_told",
            ),
            models.CheckConstraint(
                condition=~Q(state=ActivityState.CANCELLED) | ~Q(cancel_reason=""),
                name="activity_cancelled_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["village", "done_on"], name="activity_by_day")]
        ordering = ["-planned_on", "-id"]

    def __str__(self) -> str:
        return self.title


class Fund(VillageOwned):
    """Money or goods of one class for an activity. In-kind is an estimate and is marked so."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="funds")
    money_class = models.CharField(_("asal uang"), max_length=16, choices=MoneyClass.choices)
    in_kind = models.BooleanField(_("berupa barang atau tenaga (taksiran)"), default=False)
    amount = RupiahField[Rupiah, Rupiah](_("nilai"))
    nphd_number = models.CharField(_("nomor NPHD"), max_length=60, blank=True)
    nphd_on = models.DateField(_("tanggal NPHD"), null=True, blank=True)
    what = models.CharField(_("keterangan"), max_length=160, blank=True)

    personal: ClassVar[dict[str, str]] = {"what": "free text"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "activity", "money_class", "in_kind"],
                name="fund_class_once",
                violation_error_message=_("Asal uang ini sudah dicatat untuk kegiatan ini."),
            ),
            models.CheckConstraint(condition=Q(amount__gt=Rupiah(0)), name="fund_is_something"),
            models.CheckConstraint(
                condition=~Q(money_class=MoneyClass.PROVINCE)
                | (~Q(nphd_number="") & Q(nphd_on__isnull=False)),
                name="province_fund_names_its_nphd",
                violation_error_message=_("Hibah provinsi wajib menyebut nomor dan tanggal NPHD."),
            ),
        ]
        ordering = ["money_class", "in_kind"]

    def __str__(self) -> str:
        return f"{self.get_money_class_display()} {self.amount}"


class Participation(VillageOwned):
    """A partner in an activity, and what it says itself once the activity is told as done."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="participations")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="participations")
    answer = models.CharField(
        _("jawaban mitra"), max_length=10, choices=Answer.choices, default=Answer.WAITING
    )
    answered_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)
    answered_by_label = models.CharField(_("dijawab oleh"), max_length=120, blank=True)
    note = models.CharField(_("catatan mitra"), max_length=300, blank=True)
    link_digest = models.CharField(_("sidik tautan"), max_length=64, blank=True)
    link_expires_at = models.DateTimeField(_("tautan berlaku sampai"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {"answered_by_label": "official", "note": "free text"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "activity", "partner"], name="participation_once"
            ),
            models.UniqueConstraint(
                fields=["village", "link_digest"],
                condition=~Q(link_digest=""),
                name="participation_link_once",
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.WAITING) | Q(answered_at__isnull=False),
                name="participation_answered_at",
            ),
        ]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.partner_id}: {self.answer}"
