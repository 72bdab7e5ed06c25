from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import VillageOwned


class TrailEvent(VillageOwned):
    """Who did what; no foreign keys, so that history outlives what it tells of."""

    sequence = models.BigIntegerField(_("urutan"))
    at = models.DateTimeField(_("pada"))
    name = models.CharField(_("peristiwa"), max_length=80)
    actor_kind = models.CharField(_("jenis pelaku"), max_length=12)
    actor_id = models.BigIntegerField(_("id pelaku"), null=True)
    actor_label = models.CharField(_("pelaku"), max_length=120)
    target_type = models.CharField(_("jenis sasaran"), max_length=60)
    target_id = models.BigIntegerField(_("id sasaran"))
    facts = models.JSONField(_("rincian"), default=dict)
    mac = models.CharField(_("mata rantai"), max_length=64)

    personal: ClassVar[dict[str, str]] = {"actor_label": "official"}
    retention: ClassVar[str] = "10 years, then purged behind a sealed checkpoint"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "sequence"], name="trail_sequence_once")
        ]
        indexes = [
            models.Index(fields=["village", "target_type", "target_id"], name="trail_by_target")
        ]
