from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.actions import Appointment
from desa.foundation.accounts.enums import Language, Office, Standing
from desa.foundation.core.formfields import IndonesianDateField, PhoneField


class SignInForm(forms.Form):
    username = forms.CharField(
        label=_("Nama pengguna"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Kata sandi"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class PasswordForm(forms.Form):
    password = forms.CharField(
        label=_("Kata sandi baru"),
        help_text=_(
            "Paling sedikit 8 huruf atau angka. Kalimat pendek mudah diingat dan sulit ditebak."
        ),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Sekali lagi"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("password") and data.get("again") and data["password"] != data["again"]:
            self.add_error(
                "again", _("Dua kata sandi ini berbeda. Tulis yang sama di kedua kotak.")
            )
        return data


class ChangePasswordForm(PasswordForm):
    old = forms.CharField(
        label=_("Kata sandi lama"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ["old", "password", "again"]


class ContactForm(forms.Form):
    phone = PhoneField(
        label=_("Nomor HP"),
        help_text=_("Untuk pesan kantor, misalnya pengaduan yang lewat janji. Tidak ditampilkan."),
        required=False,
    )
    email = forms.EmailField(label=_("Surel"), required=False)


class AppointmentForm(ContactForm):
    office = forms.ChoiceField(label=_("Jabatan"), choices=Office.choices)
    title = forms.CharField(
        label=_("Sebutan di surat"), help_text=_("Contoh: Kepala Desa Sumbergedang"), max_length=80
    )
    standing = forms.ChoiceField(
        label=_("Kedudukan"), choices=Standing.choices, initial=Standing.DEFINITIF
    )
    name = forms.CharField(label=_("Nama dengan gelar"), max_length=120)
    nip = forms.RegexField(
        r"^\d{18}$",
        label=_("NIP"),
        required=False,
        error_messages={"invalid": _("NIP terdiri dari 18 angka. Kosongkan bila tidak punya.")},
    )
    term_from = IndonesianDateField(label=_("Menjabat sejak"))
    term_to = IndonesianDateField(label=_("Sampai"), required=False)
    username = forms.SlugField(
        label=_("Nama pengguna"),
        help_text=_("Isi bila pejabat ini bekerja dengan sistem. Huruf kecil, tanpa spasi."),
        max_length=60,
        required=False,
    )

    field_order = ["office", "title", "standing", "name", "nip", "term_from", "term_to"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begin, end = data.get("term_from"), data.get("term_to")
        if begin and end and end < begin:
            self.add_error("term_to", _("Masa jabatan berakhir sebelum mulai. Periksa tahunnya."))
        return data

    def appointment(self) -> Appointment:
        return Appointment(**self.cleaned_data)


class EndTermForm(forms.Form):
    last_day = IndonesianDateField(label=_("Hari terakhir menjabat"))


class LanguageForm(forms.Form):
    language = forms.ChoiceField(
        label=_("Bahasa layar kantor"),
        help_text=_("Hanya untuk layar kantor Anda. Surat untuk warga tetap berbahasa Indonesia."),
        choices=Language.choices,
        widget=forms.RadioSelect,
    )
