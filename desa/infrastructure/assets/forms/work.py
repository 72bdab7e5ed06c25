"""Forms of work on an asset and of its money."""

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import IndonesianDateField, InlineRadio, RupiahField
from desa.foundation.intake.forms import IdempotentForm
from desa.infrastructure.assets.enums import Cause, Condition
from desa.infrastructure.assets.forms.fields import PHOTO_HELP, PhotoField

YES_NO = (("ya", _("Ya, berfungsi lagi")), ("tidak", _("Tidak, tetap rusak")))
CAUSES = [("", "–"), *(choice for choice in Cause.choices if choice[0])]


class CheckForm(IdempotentForm):
    """Its three answers are the buttons of the page."""

    found = forms.ChoiceField(
        choices=[choice for choice in Condition.choices if choice[0] != Condition.UNKNOWN],
        widget=forms.HiddenInput,
        error_messages={"required": _("Tekan salah satu: berfungsi, rusak, atau tidak ditemukan.")},
    )
    note = forms.CharField(label=_("Catatan"), max_length=200, required=False)
    photo = PhotoField(label=_("Foto"), required=False, help_text=PHOTO_HELP)


class PictureForm(forms.Form):
    photo = PhotoField(label=_("Foto aset"), error_messages={"required": _("Pilih fotonya dulu.")})


class FindForm(forms.Form):
    code = forms.CharField(
        label=_("Kode di stiker"),
        max_length=40,
        help_text=_("Misalnya TIK-0007. Huruf kecil boleh."),
        error_messages={"required": _("Ketik kode di stikernya.")},
    )


class OpenOrderForm(forms.Form):
    trouble = forms.CharField(
        label=_("Apa yang terjadi?"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Tulis apa yang terjadi.")},
    )
    worker = forms.CharField(
        label=_("Siapa yang mengerjakan?"),
        max_length=120,
        required=False,
        help_text=_("Misalnya Pokmas GPS, G4S, atau nama toko. Boleh kosong dulu."),
    )


class CloseOrderForm(forms.Form):
    cause = forms.ChoiceField(
        label=_("Sebabnya"), choices=CAUSES, error_messages={"required": _("Pilih sebabnya.")}
    )
    cost = RupiahField(
        label=_("Biayanya"), help_text=_("Tulis 0 bila gratis, misalnya dikerjakan sendiri.")
    )
    work = forms.CharField(
        label=_("Apa yang dikerjakan?"),
        max_length=300,
        error_messages={"required": _("Tulis apa yang dikerjakan.")},
    )
    worker = forms.CharField(label=_("Siapa yang mengerjakan?"), max_length=120, required=False)
    repaired = forms.ChoiceField(
        label=_("Berfungsi lagi?"),
        choices=YES_NO,
        widget=InlineRadio,
        error_messages={"required": _("Pilih ya atau tidak.")},
    )


class CareForm(forms.Form):
    done_on = IndonesianDateField(label=_("Dikerjakan tanggal"))
    cost = RupiahField(label=_("Biayanya"), help_text=_("Tulis 0 bila gratis."))
    note = forms.CharField(label=_("Catatan"), max_length=200, required=False)


class LineForm(forms.Form):
    year = forms.IntegerField(
        label=_("Tahun anggaran"),
        min_value=2015,
        max_value=2100,
        error_messages={
            "required": _("Tahun belum diisi."),
            "invalid": _("Tahun ditulis dengan 4 angka, misalnya 2026."),
            "min_value": _("Tahun ditulis dengan 4 angka, misalnya 2026."),
            "max_value": _("Tahun ditulis dengan 4 angka, misalnya 2026."),
        },
    )
    code = forms.CharField(
        label=_("Kode rekening"),
        max_length=24,
        help_text=_(
            "5.2.5.05 langganan internet, 5.2.6.08 pemeliharaan jaringan, atau kegiatan 1.4.08."
        ),
        error_messages={"required": _("Kode rekening belum diisi.")},
    )
    name = forms.CharField(
        label=_("Untuk apa?"),
        max_length=160,
        error_messages={"required": _("Tulis untuk apa anggaran ini.")},
    )
    amount = RupiahField(
        label=_("Anggaran"),
        help_text=_("Hanya bagian untuk perangkat TIK. Tulis 0 bila tidak ada."),
    )
    spent = RupiahField(
        label=_("Sudah terpakai"), required=False, help_text=_("Boleh kosong bila belum tahu.")
    )
    source = forms.CharField(
        label=_("Dari mana angkanya?"),
        max_length=160,
        help_text=_("Misalnya APBDes 2026, Perdes 4 Tahun 2025."),
        error_messages={"required": _("Tulis dari mana angkanya.")},
    )
