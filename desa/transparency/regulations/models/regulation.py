from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import Removable
from desa.transparency.regulations.enums import EVALUATED, SHORT, Kind, Topic
from desa.transparency.regulations.rules.states import Life, State, earliest, state_on

END_BEFORE_START = _("Berlaku sampai lebih awal daripada berlaku sejak. Periksa kedua tanggalnya.")


class Regulation(Removable):
    """A Perdes, Perkades, SK or other legal document of the village. What it says is in its file.

    `text` is the file's text layer, `search_text` what the public search looks through, folded.
    """

    kind = models.CharField(_("jenis"), max_length=10, choices=Kind.choices)
    number = models.CharField(_("nomor"), max_length=60)
    year = models.PositiveSmallIntegerField(_("tahun"))
    title = models.CharField(_("tentang"), max_length=300)
    topic = models.CharField(
        _("pokok isi"), max_length=12, choices=Topic.choices, default=Topic.GENERAL
    )
    enacted_on = models.DateField(_("ditetapkan"))
    promulgated_on = models.DateField(_("diundangkan"), null=True, blank=True)
    bpd_agreed_on = models.DateField(_("disepakati BPD"), null=True, blank=True)
    evaluated_on = models.DateField(_("selesai dievaluasi"), null=True, blank=True)
    valid_from = models.DateField(_("berlaku sejak"))
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)
    revoked_on = models.DateField(_("dicabut tanggal"), null=True, blank=True)
    revoke_reason = models.CharField(_("alasan dicabut"), max_length=300, blank=True)
    subjects = models.CharField(_("kata kunci"), max_length=200, blank=True)
    basis = models.TextField(_("dasar hukum"), max_length=2000, blank=True)
    instruments = models.JSONField(_("memenuhi kewajiban"), default=list, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    file_at = models.DateTimeField(_("berkas diterima"), null=True, blank=True)
    pages = models.PositiveIntegerField(_("halaman berkas"), default=0)
    text = models.TextField(_("isi berkas"), blank=True)
    has_text = models.BooleanField(_("berkas dapat dicari"), default=False)
    holds_numbers = models.BooleanField(_("berkas memuat NIK"), default=False)
    file_shown = models.BooleanField(_("berkas dibuka untuk umum"), default=True)
    search_text = models.TextField(_("teks pencarian"), blank=True, editable=False)
    alarmed_for = models.DateField(_("diingatkan untuk"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)
    created_by_label = models.CharField(_("dicatat oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {
        "title": "free text",
        "basis": "free text",
        "revoke_reason": "free text",
        "text": "free text",
        "search_text": "free text",
        "created_by_label": "official",
    }
    retention: ClassVar[str] = "permanent"

    class Meta(Removable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "kind", "number", "year"],
                condition=Q(removed_at__isnull=True),
                name="regulation_number_once",
                violation_error_message=_(
                    "Nomor ini sudah dipakai untuk jenis dan tahun yang sama. Periksa nomornya."
                ),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="regulation_ends_after_it_begins",
                violation_error_message=END_BEFORE_START,
            ),
            models.CheckConstraint(
                condition=Q(revoked_on__isnull=True, revoke_reason="")
                | (Q(revoked_on__isnull=False) & ~Q(revoke_reason="")),
                name="regulation_revoked_with_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["village", "kind", "year"], name="regulation_by_kind_year"),
            models.Index(fields=["village", "valid_to"], name="regulation_by_end"),
        ]
        ordering = ["-enacted_on", "-id"]

    def __str__(self) -> str:
        """Perdes 4/2025; a long number of a decree names its year itself."""
        year = "" if self.number.endswith(f"/{self.year}") else f"/{self.year}"
        return f"{SHORT[self.kind]} {self.number}{year}"

    def clean(self) -> None:
        """The database refuses it too; here the sentence stands at its field."""
        if self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": END_BEFORE_START})

    @property
    def needs_evaluation(self) -> bool:
        return self.kind == Kind.PERDES and self.topic in EVALUATED

    @property
    def is_scan(self) -> bool:
        return self.file_id is not None and not self.has_text

    @property
    def shows_file(self) -> bool:
        return self.file_id is not None and self.file_shown and not self.holds_numbers

    def life(self, amended: date | None = None, revoked: date | None = None) -> Life:
        """Its dates, with what newer regulations did to it."""
        ended = earliest(self.revoked_on, revoked)
        return Life(self.valid_from, self.valid_to, amended, ended)

    def state(self, day: date, amended: date | None = None, revoked: date | None = None) -> State:
        return state_on(day, self.life(amended, revoked))
