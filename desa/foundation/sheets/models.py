from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.sheets.enums import BatchState, Operation
from desa.foundation.tenancy.models import VillageOwned


class ImportBatch(VillageOwned):
    """One workbook taken in, from its preview on; written chunk by chunk, undone as a whole."""

    kind = models.SlugField(_("jenis data"), max_length=40)
    filename = models.CharField(_("nama berkas"), max_length=200)
    sha256 = models.CharField(
        _("sidik berkas (SHA-256)"), max_length=64, validators=[RegexValidator(r"^[0-9a-f]{64}\Z")]
    )
    state = models.CharField(
        _("keadaan"), max_length=10, choices=BatchState.choices, default=BatchState.PREVIEWED
    )
    counts = models.JSONField(_("hitungan"), default=dict, blank=True)
    chunks_done = models.PositiveIntegerField(_("bagian yang selesai"), default=0)
    by_label = models.CharField(_("oleh"), max_length=120)
    created_at = models.DateTimeField(_("diperiksa pada"), default=clock.now, editable=False)
    finished_at = models.DateTimeField(_("selesai pada"), null=True, blank=True)
    undone_at = models.DateTimeField(_("dibatalkan pada"), null=True, blank=True)
    undone_by_label = models.CharField(_("dibatalkan oleh"), max_length=120, blank=True)
    journal_forgotten_at = models.DateTimeField(
        _("tak bisa dibatalkan sejak"), null=True, blank=True
    )

    personal: ClassVar[dict[str, str]] = {"by_label": "official", "undone_by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["village", "kind"],
                condition=Q(state__in=[BatchState.RUNNING, BatchState.UNDOING]),
                name="import_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=BatchState.values), name="import_known_state"
            ),
            models.CheckConstraint(
                condition=~Q(state=BatchState.DONE) | Q(finished_at__isnull=False),
                name="import_done_has_its_time",
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by_label="")
                | Q(undone_at__isnull=False) & ~Q(undone_by_label=""),
                name="import_undone_by_and_at",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.filename}"


class JournalEntry(VillageOwned):
    """What one chunk did to the rows of one model; `rows` = [[id, print after, before or null], ...].

    A print is a short hash of the row as the import left it: it shows whether someone changed the
    row since. `before` holds the field values that an update or a deletion replaced.
    """

    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="journal")
    chunk = models.PositiveIntegerField(_("bagian"))
    model_label = models.CharField(_("jenis baris"), max_length=80)
    operation = models.CharField(_("tindakan"), max_length=8, choices=Operation.choices)
    rows = models.JSONField(_("baris"), default=list)

    personal: ClassVar[dict[str, str]] = {"rows": "copy"}
    retention: ClassVar[str] = "90 days after the batch; then it can no longer be undone"

    class Meta(VillageOwned.Meta):
        ordering = ["chunk", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["village", "batch", "chunk", "model_label", "operation"],
                name="journal_once_per_chunk",
            ),
            models.CheckConstraint(
                condition=Q(operation__in=Operation.values), name="journal_known_operation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.chunk} {self.operation} {self.model_label}"
