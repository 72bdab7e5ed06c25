from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.tenancy.models import VillageOwned


class Look(VillageOwned):
    """Who looked at one person's data and why; appended on opening, chained later in batches."""

    at = models.DateTimeField(_("pada"), default=clock.now)
    actor_kind = models.CharField(_("jenis pelaku"), max_length=12)
    actor_id = models.BigIntegerField(_("id pelaku"), null=True)
    actor_label = models.CharField(_("pelaku"), max_length=120)
    person_id = models.BigIntegerField(_("id warga"))
    purpose = models.CharField(_("keperluan"), max_length=60)
    chained_in = models.BigIntegerField(_("dirangkai dalam urutan"), null=True)

    personal: ClassVar[dict[str, str]] = {"actor_label": "official", "person_id": "reference"}
    retention: ClassVar[str] = "2 years after the look"

    class Meta(VillageOwned.Meta):
        indexes = [
            models.Index(fields=["village", "person_id", "at"], name="look_by_person"),
            models.Index(
                fields=["village", "actor_id", "person_id", "purpose", "at"], name="look_again"
            ),
        ]
