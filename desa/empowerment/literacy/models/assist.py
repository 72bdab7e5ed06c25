from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.empowerment.literacy.enums import AgeBand, ConfirmedVia, Help
from desa.empowerment.literacy.models.cadre import Cadre
from desa.foundation.core import clock
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.tenancy.models import Area, VillageOwned
from desa.people.residents.models import Person


def new_code() -> str:
    return StatusCode.new().value


class Assist(VillageOwned):
    """One time that a cadre helped a resident; it counts once the resident says so.

    `person` only where the resident agreed to it, to see later whether they manage alone.
    """

    cadre = models.ForeignKey(
        Cadre, models.PROTECT, related_name="assists", verbose_name=_("kader")
    )
    dusun = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name=_("dusun"))
    age_band = models.CharField(_("umur"), max_length=5, choices=AgeBand.choices)
    helps = models.JSONField(_("yang dibantu"), default=list)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(_("kode"), max_length=6, default=new_code, editable=False)
    at = models.DateTimeField(_("pada"), default=clock.now)
    logged_by_label = models.CharField(_("dicatat oleh"), max_length=120)
    confirmed_via = models.CharField(
        _("dibenarkan lewat"), max_length=6, choices=ConfirmedVia.choices, blank=True
    )
    confirmed_at = models.DateTimeField(_("dibenarkan pada"), null=True, blank=True)
    confirmed_by_label = models.CharField(_("lembar diketik oleh"), max_length=120, blank=True)
    denied_at = models.DateTimeField(_("disangkal pada"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "person": "reference",
        "age_band": "identity",
        "logged_by_label": "official",
        "confirmed_by_label": "official",
    }
    retention: ClassVar[str] = "5 years; the link to the person 2 years"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "code"], name="assist_code_once"),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_via="")
                | (Q(confirmed_at__isnull=False) & ~Q(confirmed_via="")),
                name="assist_confirmation_says_how",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(denied_at__isnull=True),
                name="assist_not_both",
            ),
        ]
        indexes = [
            models.Index(fields=["village", "-at"], name="assist_newest"),
            models.Index(fields=["village", "confirmed_at", "at"], name="assist_confirmed"),
        ]

    def __str__(self) -> str:
        return f"{self.helps_text} ({self.spoken_code.display})"

    @property
    def spoken_code(self) -> StatusCode:
        return StatusCode(self.code)

    @property
    def helps_text(self) -> str:
        return ", ".join(str(Help(name).label) for name in self.helps)

    @property
    def is_open(self) -> bool:
        return self.confirmed_at is None and self.denied_at is None
