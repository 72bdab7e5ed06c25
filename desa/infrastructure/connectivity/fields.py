"""Places on the map as whole millionths of a degree (11 cm): typed and shown as degrees."""

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

MILLION = 1_000_000
LOOK_AGAIN = _(
    "Angka ini bukan di Indonesia. Lintang kira-kira -7,6 dan bujur 112,7; jangan tertukar."
)


class DegreesFormField(forms.Field):
    """Reads -7,654321 and -7.654321."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        if isinstance(value, int):
            return value
        try:
            degrees = float(str(value).strip().replace(",", "."))
            return round(degrees * MILLION)
        except (ValueError, OverflowError):
            text = _("Tulis derajat dengan angka, misalnya -7,654321.")
            raise forms.ValidationError(text, code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        return f"{value / MILLION:.6f}" if isinstance(value, int) else value


class DegreesField(models.IntegerField):  # type: ignore[type-arg]
    """Millionths of a degree; within Indonesia, so that two that are swapped are noticed."""

    def formfield(self, **kwargs: Any) -> Any:
        return DegreesFormField(
            label=kwargs.get("label", capfirst(self.verbose_name)),
            required=kwargs.get("required", not self.blank),
            help_text=kwargs.get("help_text", self.help_text),
        )


LATITUDE = (
    MinValueValidator(-11_500_000, LOOK_AGAIN),
    MaxValueValidator(6_500_000, LOOK_AGAIN),
)
LONGITUDE = (
    MinValueValidator(94_500_000, LOOK_AGAIN),
    MaxValueValidator(141_500_000, LOOK_AGAIN),
)
