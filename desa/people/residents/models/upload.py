from typing import ClassVar

from django.db import models

from desa.foundation.files.models import StoredFile
from desa.foundation.sheets.models import ImportBatch
from desa.foundation.tenancy.models import VillageOwned


class ImportUpload(VillageOwned):
    """The workbook of a batch that came through the browser, kept so that the preview can be confirmed."""

    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="uploads")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "90 days after the batch, like its journal"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "batch"], name="import_upload_once")
        ]
