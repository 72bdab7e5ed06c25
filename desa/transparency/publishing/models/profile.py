from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.tenancy.models import VillageOwned
from desa.transparency.publishing.enums import Section


class ProfileText(VillageOwned):
    """One version of one part of the profile; the newest is the one in force, the others are kept."""

    section = models.CharField(_("bagian"), max_length=10, choices=Section.choices)
    source = models.TextField(_("isi"), max_length=6000)
    html = models.TextField(_("isi yang sudah dibersihkan"), editable=False)
    at = models.DateTimeField(_("pada"), default=clock.now, editable=False)
    by_label = models.CharField(_("oleh"), max_length=120, editable=False)

    personal: ClassVar[dict[str, str]] = {"by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        indexes = [models.Index(fields=["village", "section", "at"], name="profile_newest")]

    def __str__(self) -> str:
        return f"{self.section} {self.at:%Y-%m-%d}"
