"""A new version of what the village promises of one service."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.formfields import IndonesianDateField
from desa.foundation.servicelevels.models import ServiceStandard
from desa.foundation.tenancy.scope import current_village
from desa.gateway.portal.forms.fields import LinesField

KEPT = ("service", "name", "least_minutes")
DECIDED = ("product", "requirements", "working_days", "cost", "basis")


class StandardForm(forms.Form):
    product = forms.CharField(label=_("Yang warga dapat"), max_length=200)
    requirements = LinesField(label=_("Yang perlu dibawa"), help_text=_("Satu syarat satu baris."))
    working_days = forms.IntegerField(
        label=_("Janji selesai (hari kerja)"),
        help_text=_("1 berarti hari itu juga, selama kantor masih cukup lama buka."),
        min_value=1,
        max_value=60,
    )
    cost = forms.CharField(label=_("Biaya"), max_length=80)
    basis = forms.CharField(
        label=_("Dasar"),
        help_text=_("Misalnya: Perdes Nomor 3 Tahun 2026."),
        max_length=200,
        required=False,
    )
    valid_from = IndonesianDateField(label=_("Berlaku mulai"))

    def __init__(self, current: ServiceStandard, data: Any = None) -> None:
        self.current, self.today = current, clock.today(current_village())
        initial = {name: getattr(current, name) for name in DECIDED}
        super().__init__(data, initial={**initial, "valid_from": self.today})

    def clean_valid_from(self) -> date:
        day: date = self.cleaned_data["valid_from"]
        if day < self.today:
            raise ValidationError(_("Pilih hari ini atau sesudahnya; janji lama tidak diubah."))
        return day

    def standard(self) -> ServiceStandard:
        kept = {name: getattr(self.current, name) for name in KEPT}
        return ServiceStandard(**kept, **self.cleaned_data)
