from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.modelfields import RupiahField
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import VillageOwned
from desa.transparency.budgets.enums import Severity, Stage, VersionState
from desa.transparency.budgets.exceptions import PublishedStays


def guard_published(version_id: int, *, prepared: bool = False) -> None:
    """Raises PublishedStays for a version that is published; with `prepared` also while it is being."""
    kept = [VersionState.PUBLISHED, *([VersionState.PUBLISHING] if prepared else [])]
    if BudgetVersion.objects.filter(pk=version_id, state__in=kept).exists():
        raise PublishedStays


class PartOfVersion(VillageOwned):
    """A row that belongs to a version and is as unchangeable as it."""

    version_id: int

    class Meta(VillageOwned.Meta):
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        guard_published(self.version_id, prepared=True)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        guard_published(self.version_id, prepared=True)
        return super().delete(*args, **kwargs)


BEFORE_PUBLISHING = [VersionState.PREPARED, VersionState.PUBLISHING]


class BudgetVersion(VillageOwned):
    """A village's budget at one stage. Published, neither it nor its lines change: a change is a new one.

    `published_by_label` names who pressed the button, from that moment on; `figures` is rules.figures as
    JSON, so that every page and medium shows the very same sums.
    """

    year = models.PositiveSmallIntegerField(_("tahun anggaran"))
    stage = models.CharField(_("tahap"), max_length=24, choices=Stage.choices)
    number = models.PositiveSmallIntegerField(_("yang ke"), default=1)
    as_of = models.DateField(_("keadaan per tanggal"), null=True, blank=True)
    state = models.CharField(
        _("keadaan"), max_length=12, choices=VersionState.choices, default=VersionState.PREPARED
    )
    legal_number = models.CharField(_("nomor Perdes atau Perkades"), max_length=60, blank=True)
    legal_date = models.DateField(_("tanggal Perdes atau Perkades"), null=True, blank=True)
    bpd_date = models.DateField(_("tanggal kesepakatan BPD"), null=True, blank=True)
    complaint_address = models.CharField(_("alamat pengaduan"), max_length=200, blank=True)
    note = models.CharField(_("catatan atas dokumen asli"), max_length=500, blank=True)
    digest = models.CharField(_("sidik isi baris (SHA-256)"), max_length=64)
    source = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    source_name = models.CharField(_("nama berkas"), max_length=120, blank=True)
    created_at = models.DateTimeField(_("diimpor"), default=clock.now, editable=False)
    created_by_label = models.CharField(_("diimpor oleh"), max_length=120)
    published_at = models.DateTimeField(_("terbit"), null=True, blank=True)
    published_by_label = models.CharField(_("diterbitkan oleh"), max_length=120, blank=True)
    failure = models.CharField(_("sebab belum terbit"), max_length=200, blank=True)
    figures = models.JSONField(_("angka yang terbit"), null=True, blank=True, editable=False)

    personal: ClassVar[dict[str, str]] = {
        "complaint_address": "official",
        "source_name": "free text",
        "note": "free text",
        "created_by_label": "official",
        "published_by_label": "official",
        "figures": "official",
    }
    retention: ClassVar[str] = "permanent once published; a prepared one until it is thrown away"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "year", "stage", "number"],
                condition=Q(state=VersionState.PUBLISHED),
                name="budget_version_published_once",
            ),
            models.UniqueConstraint(
                fields=["village", "year", "stage", "number"],
                condition=Q(state__in=BEFORE_PUBLISHING),
                name="budget_version_prepared_once",
            ),
            models.CheckConstraint(
                condition=Q(
                    published_at__isnull=True, published_by_label="", state=VersionState.PREPARED
                )
                | Q(published_at__isnull=True, state=VersionState.PUBLISHING)
                & ~Q(published_by_label="")
                | Q(published_at__isnull=False, state=VersionState.PUBLISHED)
                & ~Q(published_by_label=""),
                name="budget_published_has_moment_and_person",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.REALISATION) | Q(as_of__isnull=False),
                name="budget_realisation_has_its_date",
            ),
        ]
        indexes = [models.Index(fields=["village", "year", "stage"], name="budget_by_year")]

    def __str__(self) -> str:
        return self.version_id

    def save(self, *args: Any, **kwargs: Any) -> None:
        guard_published(self.pk)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        guard_published(self.pk)
        return super().delete(*args, **kwargs)

    @property
    def edition(self) -> str:
        """Its place below the year in addresses: "perubahan-penjabaran-2"."""
        return f"{self.stage}-{self.number}".replace("_", "-")

    @property
    def version_id(self) -> str:
        """Stands on the page, the board and every other medium."""
        return f"APBDes-{self.year}-{self.stage}-{self.number}".replace("_", "-")


class BudgetFinding(PartOfVersion):
    """What did not add up or could not be read in the source, kept with the version it came from."""

    version = models.ForeignKey(BudgetVersion, models.CASCADE, related_name="findings")
    sheet = models.CharField(_("lembar"), max_length=40, blank=True)
    row = models.PositiveIntegerField(_("baris"), default=0)
    column = models.CharField(_("kolom"), max_length=3, blank=True)
    severity = models.CharField(_("tingkat"), max_length=8, choices=Severity.choices)
    code = models.SlugField(_("kode"), max_length=40)
    message = models.CharField(_("penjelasan"), max_length=600)
    difference: "RupiahField[Rupiah | None, Rupiah | None]" = RupiahField(
        _("selisih"), null=True, blank=True
    )
    accepted_note = models.CharField(_("catatan sekdes"), max_length=300, blank=True)
    accepted_by_label = models.CharField(_("dicatat oleh"), max_length=120, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "message": "free text",
        "accepted_note": "free text",
        "accepted_by_label": "official",
    }
    retention: ClassVar[str] = "as its version"

    class Meta(VillageOwned.Meta):
        ordering = ["id"]
