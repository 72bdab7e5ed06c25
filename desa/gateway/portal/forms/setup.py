"""The first run: the code from the terminal, then everything a village needs on one page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.actions import Appointment
from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.problems import validation_error
from desa.foundation.core.recovery import HOLDERS, MistypedCode, RecoveryCode
from desa.foundation.core.values.codes import SetupCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.tenancy.actions import Identity
from desa.foundation.tenancy.enums import Zone
from desa.gateway.portal.actions import FirstOfficer
from desa.gateway.portal.exceptions import WrongSetupCode
from desa.gateway.portal.forms.fields import PublicAddressField, VillageCodeField
from desa.gateway.portal.queries import setup_code

FIRST_OFFICES = (Office.SEKDES, Office.KADES)
PLAIN = {"autocomplete": "off"}


class StartForm(forms.Form):
    setup_code = forms.CharField(
        label=_("Kode persiapan"),
        help_text=_("8 huruf dan angka di jendela terminal, di bawah alamat halaman ini."),
        max_length=20,
        widget=forms.TextInput({**PLAIN, "autocapitalize": "characters"}),
    )
    village_code = VillageCodeField(label=_("Kode desa"))

    def clean_setup_code(self) -> str:
        """Raises WrongSetupCode for a well-formed code that is not this installation's."""
        try:
            typed = SetupCode.parse(self.cleaned_data["setup_code"])
        except ValueProblem as problem:
            raise validation_error(problem) from None
        if typed != setup_code():
            raise WrongSetupCode
        return typed.value


class SetupForm(forms.Form):
    """`codes` are the recovery codes that this page shows."""

    name = forms.CharField(label=_("Nama desa"), max_length=80)
    kecamatan = forms.CharField(label=_("Kecamatan"), max_length=80)
    kabupaten = forms.CharField(
        label=_("Kabupaten atau kota"), help_text=_("Tanpa kata “Kabupaten”."), max_length=80
    )
    provinsi = forms.CharField(label=_("Provinsi"), max_length=80)
    timezone = forms.ChoiceField(label=_("Zona waktu"), choices=Zone.choices)
    public_address = PublicAddressField()
    office = forms.ChoiceField(
        label=_("Jabatan"), choices=[(office.value, office.label) for office in FIRST_OFFICES]
    )
    title = forms.CharField(
        label=_("Sebutan di surat"),
        help_text=_("Kosongkan bila sama dengan jabatannya."),
        max_length=80,
        required=False,
    )
    officer = forms.CharField(label=_("Nama dengan gelar"), max_length=120)
    username = forms.SlugField(
        label=_("Nama pengguna"),
        help_text=_("Huruf kecil, tanpa spasi. Dipakai setiap kali masuk."),
        max_length=60,
        error_messages={"invalid": _("Nama pengguna hanya huruf, angka, dan strip, tanpa spasi.")},
        widget=forms.TextInput({"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Kata sandi"),
        help_text=_("Paling sedikit 8 huruf atau angka. Kalimat pendek mudah diingat."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}, render_value=False),
    )
    again = forms.CharField(
        label=_("Kata sandi, sekali lagi"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}, render_value=False),
    )
    kades = forms.CharField(
        label=_("Kode Kepala Desa, ketik dari kertas"), max_length=60, widget=forms.TextInput(PLAIN)
    )
    sekdes = forms.CharField(
        label=_("Kode Sekretaris Desa, ketik dari kertas"),
        max_length=60,
        widget=forms.TextInput(PLAIN),
    )

    def __init__(self, codes: dict[str, RecoveryCode], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = codes

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("password") and data.get("again") and data["password"] != data["again"]:
            self.add_error(
                "again", _("Dua kata sandi ini berbeda. Tulis yang sama di kedua kotak.")
            )
        for holder in HOLDERS:
            if data.get(holder) and not self._is_shown(holder, data[holder]):
                text = _(
                    "Kode ini tidak sama dengan yang tampil. Baca lagi tulisan Anda di kertas."
                )
                self.add_error(holder, text)
        return data

    def _is_shown(self, holder: str, typed: str) -> bool:
        try:
            return RecoveryCode.parse(typed) == self.codes[holder]
        except MistypedCode:
            return False

    def identity(self, code: str) -> Identity:
        names = ("name", "kecamatan", "kabupaten", "provinsi", "timezone", "public_address")
        return Identity(code=code, **{name: self.cleaned_data[name] for name in names})

    def first_officer(self, place: Identity) -> FirstOfficer:
        """In office from today on, by the clock of the place."""
        data = self.cleaned_data
        appointment = Appointment(
            office=Office(data["office"]),
            title=data["title"] or str(Office(data["office"]).label),
            name=data["officer"],
            term_from=clock.today(place),
            username=data["username"],
        )
        return FirstOfficer(appointment, data["password"])
