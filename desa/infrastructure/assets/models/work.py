from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.modelfields import RupiahField
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import VillageOwned
from desa.infrastructure.assets.enums import Cause, Condition, OrderState
from desa.infrastructure.assets.models.asset import NO_MINUS, Asset

S = OrderState


class AssetCheck(VillageOwned):
    """Someone stood before it, and saw this."""

    asset = models.ForeignKey(Asset, models.PROTECT, related_name="checks")
    at = models.DateTimeField(_("diperiksa"))
    found = models.CharField(_("keadaan"), max_length=16, choices=Condition.choices)
    note = models.CharField(_("catatan"), max_length=200, blank=True)
    photo = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("foto")
    )
    by_label = models.CharField(_("diperiksa oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {
        "note": "free text",
        "photo": "free text",
        "by_label": "official",
    }
    retention: ClassVar[str] = "as its asset"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(found=Condition.UNKNOWN), name="asset_check_says_something"
            )
        ]
        indexes = [models.Index(fields=["village", "asset", "-at"], name="asset_check_newest")]
        ordering = ["-at", "-id"]


class CareDone(VillageOwned):
    """Care of the kind's plan that was done on this day; whether on time, rules/duties.py says."""

    asset = models.ForeignKey(Asset, models.PROTECT, related_name="care")
    care = models.SlugField(_("perawatan"), max_length=40)
    done_on = models.DateField(_("dikerjakan"))
    cost: "RupiahField[Rupiah, Rupiah]" = RupiahField(
        _("biaya"), default=Rupiah(0), validators=[NO_MINUS]
    )
    note = models.CharField(_("catatan"), max_length=200, blank=True)
    at = models.DateTimeField(_("dicatat"))
    by_label = models.CharField(_("dicatat oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {"note": "free text", "by_label": "official"}
    retention: ClassVar[str] = "as its asset"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "asset", "care", "done_on"], name="asset_care_once_a_day"
            )
        ]
        ordering = ["-done_on", "-id"]


class WorkOrder(VillageOwned):
    """A repair from the call to the end: what was the matter, who did it, what it cost."""

    asset = models.ForeignKey(Asset, models.PROTECT, related_name="orders")
    state = models.CharField(_("keadaan"), max_length=10, choices=S.choices, default=S.OPEN)
    trouble = models.CharField(_("keluhan"), max_length=300)
    worker = models.CharField(_("dikerjakan oleh"), max_length=120, blank=True)
    opened_at = models.DateTimeField(_("dibuka"))
    opened_by_label = models.CharField(_("dibuka oleh"), max_length=120)
    cause = models.CharField(_("sebab"), max_length=12, choices=Cause.choices, blank=True)
    cost: "RupiahField[Rupiah | None, Rupiah | None]" = RupiahField(
        _("biaya"), null=True, blank=True, validators=[NO_MINUS]
    )
    work = models.CharField(_("yang dikerjakan"), max_length=300, blank=True)
    repaired = models.BooleanField(_("berfungsi lagi"), default=False)
    closed_at = models.DateTimeField(_("ditutup"), null=True, blank=True)
    closed_by_label = models.CharField(_("ditutup oleh"), max_length=120, blank=True)
    reason = models.CharField(_("alasan batal"), max_length=200, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "trouble": "free text",
        "worker": "free text",
        "work": "free text",
        "reason": "free text",
        "opened_by_label": "official",
        "closed_by_label": "official",
    }
    retention: ClassVar[str] = "as its asset"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "asset"],
                condition=Q(state=S.OPEN),
                name="asset_one_open_order",
            ),
            models.CheckConstraint(
                condition=Q(state=S.OPEN, closed_at__isnull=True)
                | (~Q(state=S.OPEN) & Q(closed_at__isnull=False)),
                name="asset_order_closed_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.DONE) | (Q(cost__isnull=False) & ~Q(cause="")),
                name="asset_order_done_has_cost",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.CANCELLED) | ~Q(reason=""),
                name="asset_order_cancelled_says_why",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
                name="asset_order_ends_later",
            ),
        ]
        indexes = [
            models.Index(fields=["village", "state", "opened_at"], name="asset_order_by_state")
        ]
        ordering = ["-opened_at", "-id"]

    def __str__(self) -> str:
        return f"{self.asset_id} {self.trouble[:40]}"

    @property
    def hours(self) -> float | None:
        """From the call to the end; None while it is open."""
        if self.closed_at is None:
            return None
        return (self.closed_at - self.opened_at).total_seconds() / 3600
