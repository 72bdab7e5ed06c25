"""What the forms of this room ask for in their own way."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import IndonesianDateField
from desa.foundation.core.values.dates import format_long

FIRST_YEAR = 1980
PHOTO_HELP = _("Boleh kosong. Data tersembunyi di foto dibuang.")


@dataclass(frozen=True)
class Bought:
    """The middle of the year where only the year is known."""

    on: date
    year_only: bool


class BoughtField(IndonesianDateField):
    """A day, or a year alone: nobody remembers the day of a purchase of long ago."""

    hint = _("Misalnya 17-08-2023. Bila lupa tanggalnya, tulis tahunnya saja: 2023.")

    def read(self, text: str) -> Any:
        if text.isdecimal() and len(text) == 4 and int(text) >= FIRST_YEAR:
            return Bought(date(int(text), 7, 1), True)
        return Bought(super().read(text), False)

    def to_python(self, value: Any) -> Any:
        return value if isinstance(value, Bought) else super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Bought):
            return str(value.on.year) if value.year_only else format_long(value.on)
        return value


class PhotoField(forms.FileField):
    """Straight from the camera of the phone, or a file."""

    widget = forms.ClearableFileInput(attrs={"accept": "image/*", "capture": "environment"})


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Alasan"), max_length=200, error_messages={"required": _("Tulis alasannya.")}
    )
