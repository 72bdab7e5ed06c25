"""What the village is called, where it lies and how it is reached; and who signs from which number."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import Village
from desa.gateway.portal.forms.fields import PublicAddressField


class IdentityForm(forms.ModelForm):  # type: ignore[type-arg]
    public_address = PublicAddressField()

    class Meta:
        model = Village
        fields = [
            "name",
            "kecamatan",
            "kabupaten",
            "provinsi",
            "address",
            "postcode",
            "phone",
            "email",
            "timezone",
            "public_address",
        ]

    def clean_postcode(self) -> str:
        code = str(self.cleaned_data["postcode"])
        if code and not (len(code) == 5 and code.isdigit()):
            raise ValidationError(_("Kode pos terdiri dari 5 angka."))
        return code

    def changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.changed_data}
