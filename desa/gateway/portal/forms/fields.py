"""Fields that only the village's own settings need."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import ValueField
from desa.foundation.core.values.errors import ValueProblem, mark

_ADDRESS = re.compile(r"(https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?)/?", re.IGNORECASE)
_CODE_DIGITS = re.compile(r"(\d\d)(\d\d)(\d\d)([12]\d{3})")


class VillageCodeField(ValueField):
    """Gives the code with its dots, as 35.14.11.2009."""

    hint = _("Kode Kemendagri, 10 angka. Misalnya 35.14.11.2009.")
    input_attrs = {"inputmode": "decimal"}
    empty_value = ""
    default_error_messages = {"required": _("Kode desa belum diisi.")}

    def read(self, text: str) -> str:
        digits = re.sub(r"[\s.]", "", text)
        if match := _CODE_DIGITS.fullmatch(digits):
            return ".".join(match.groups())
        raise ValueProblem(
            "village_code", mark("Kode desa terdiri dari 10 angka, misalnya 35.14.11.2009.")
        )


class LinesField(forms.CharField):
    """Gives the lines that hold something, as a list."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        lines = value if isinstance(value, list) else str(value or "").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value


class PublicAddressField(forms.CharField):
    """Gives scheme and host only, or nothing: everything printed on papers hangs from it."""

    def __init__(self, **kwargs: Any) -> None:
        words = {
            "label": _("Alamat situs desa"),
            "help_text": _(
                "Misalnya https://sumbergedang.desa.id. Kosongkan bila belum ada: surat lalu memuat "
                "kode saja, tanpa QR."
            ),
            "widget": forms.TextInput({"autocomplete": "off", "inputmode": "url"}),
            "max_length": 200,
            "required": False,
        }
        super().__init__(**{**words, **kwargs})

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        if not text:
            return ""
        address = _ADDRESS.fullmatch(text)
        if address is None:
            raise ValidationError(
                _(
                    "Alamat ditulis lengkap tanpa nama halaman, misalnya https://sumbergedang.desa.id."
                )
            )
        return address[1].lower()
