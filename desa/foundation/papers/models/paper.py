from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import Officeholder
from desa.foundation.core.values.codes import VerifyCode
from desa.foundation.files.models import StoredFile
from desa.foundation.papers.enums import PaperSize, PaperState, Signing
from desa.foundation.tenancy.models import VillageOwned


class Paper(VillageOwned):
    """A numbered paper: what it says is frozen with its number, its file follows."""

    register = models.CharField(_("buku register"), max_length=30)
    year = models.PositiveSmallIntegerField(_("tahun"))
    number = models.PositiveIntegerField(_("nomor urut"))
    number_text = models.CharField(_("nomor surat"), max_length=120)
    day = models.DateField(_("tanggal surat"))
    kind_label = models.CharField(_("jenis surat"), max_length=160)
    subject_name = models.CharField(_("atas nama"), max_length=160)
    verify_code = models.CharField(_("kode pemeriksaan"), max_length=VerifyCode.length)
    state = models.CharField(
        _("keadaan"), max_length=10, choices=PaperState.choices, default=PaperState.NUMBERED
    )
    signing = models.CharField(
        _("cara tanda tangan"), max_length=10, choices=Signing.choices, default=Signing.WET
    )
    size = models.CharField(_("ukuran kertas"), max_length=4, choices=PaperSize.choices)
    content = models.JSONField(_("isi yang dibekukan"))
    template = models.ForeignKey(
        StoredFile, models.PROTECT, related_name="+", verbose_name=_("cetakan surat")
    )
    signer = models.ForeignKey(
        Officeholder, models.PROTECT, related_name="+", verbose_name=_("penanda tangan")
    )
    signer_name = models.CharField(_("nama penanda tangan"), max_length=120)
    signer_title = models.CharField(_("jabatan penanda tangan"), max_length=200)
    recorded_by_id = models.BigIntegerField(_("id pencatat"), null=True, blank=True)
    recorded_by_label = models.CharField(
        _("dicatat oleh (ditandatangani di tempat)"), max_length=120, blank=True
    )
    numbered_at = models.DateTimeField(_("bernomor pada"))
    issued_at = models.DateTimeField(_("terbit pada"), null=True, blank=True)
    print_file = models.ForeignKey(
        StoredFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("berkas cetak"),
    )
    ended_at = models.DateTimeField(_("dicabut atau diganti pada"), null=True, blank=True)
    end_reason = models.CharField(_("alasan"), max_length=300, blank=True)
    replaced_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name=_("diganti dengan"),
    )

    personal: ClassVar[dict[str, str]] = {
        "subject_name": "identity",
        "content": "identity",
        "signer_name": "official",
        "recorded_by_label": "official",
        "end_reason": "free text",
    }
    retention: ClassVar[str] = "permanent: the village's archive of outgoing letters"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "register", "year", "number"], name="paper_number_once"
            ),
            models.UniqueConstraint(fields=["village", "verify_code"], name="paper_code_once"),
            models.CheckConstraint(
                condition=~Q(state=PaperState.ISSUED)
                | Q(print_file__isnull=False, issued_at__isnull=False),
                name="paper_issued_has_file",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[PaperState.NUMBERED, PaperState.ISSUED])
                | (Q(ended_at__isnull=False) & ~Q(end_reason="")),
                name="paper_ended_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(state=PaperState.REPLACED, replaced_by__isnull=False)
                | (~Q(state=PaperState.REPLACED) & Q(replaced_by__isnull=True)),
                name="paper_replaced_names_other",
            ),
        ]
        indexes = [models.Index(fields=["village", "state", "numbered_at"], name="paper_by_state")]
        ordering = ["-year", "-number"]

    def __str__(self) -> str:
        return f"{self.kind_label} {self.number_text}"

    @property
    def code(self) -> VerifyCode:
        return VerifyCode(self.verify_code)
