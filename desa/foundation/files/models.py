from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.tenancy.models import VillageOwned


class StoredFile(VillageOwned):
    """A file of the village by its content; the encrypted bytes lie in the data folder, not here."""

    digest = models.CharField(
        _("sidik isi (SHA-256)"), max_length=64, validators=[RegexValidator(r"^[0-9a-f]{64}\Z")]
    )
    size = models.BigIntegerField(_("ukuran (bita)"))
    media_type = models.CharField(_("jenis isi"), max_length=100)
    created_at = models.DateTimeField(_("disimpan pada"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "as long as a row points to it; the content a week longer"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "digest"], name="file_once"),
            models.CheckConstraint(condition=models.Q(size__gte=0), name="file_size"),
        ]

    def __str__(self) -> str:
        return f"{self.media_type} {self.digest[:12]}"
