from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import PhoneField
from desa.foundation.intake.forms import IdempotentForm
from desa.people.questions.actions import SHORTEST, Asking
from desa.people.questions.enums import Channel, CloseReason
from desa.people.questions.models import LONGEST_ANSWER, LONGEST_QUESTION

TOO_LONG = _("Terlalu panjang. Tulis paling banyak %(limit_value)d huruf.")


class Honeypot(forms.TextInput):
    """A box that people do not see and programs fill in."""

    template_name = "questions/parts/honeypot.html"


class AskForm(forms.Form):
    text = forms.CharField(
        label=_("Apa yang ingin Anda tanyakan?"),
        help_text=_(
            "Satu pertanyaan saja. Tidak perlu nama. Jangan tulis NIK atau nomor HP di sini."
        ),
        min_length=SHORTEST,
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea({"rows": 5}),
        error_messages={
            "required": _("Pertanyaannya masih kosong."),
            "min_length": _("Pertanyaannya terlalu pendek. Tulis yang ingin Anda ketahui."),
            "max_length": TOO_LONG,
        },
    )
    phone = PhoneField(
        label=_("Nomor HP"),
        required=False,
        help_text=_("Hanya untuk memberi tahu Anda. Tidak pernah ditampilkan."),
    )

    def asking(self, kind: str, key: str, channel: Channel = Channel.WEB) -> Asking:
        data = self.cleaned_data
        return Asking(kind, key, data["text"], data["phone"], channel)


class PublicAskForm(AskForm):
    """`situs` is for programs; a person who fills it in is told, not thrown away."""

    situs = forms.CharField(
        label=_("Biarkan kotak ini kosong"), required=False, max_length=200, widget=Honeypot
    )

    def clean_situs(self) -> str:
        if self.cleaned_data["situs"]:
            raise forms.ValidationError(_("Kosongkan kotak terakhir, lalu kirim lagi."))
        return ""


class SendForm(IdempotentForm, PublicAskForm):
    """The same once more, with the key of this sending; shown as the summary."""


class CounterForm(IdempotentForm, AskForm):
    """Taken down at the counter."""

    read_back = forms.BooleanField(
        label=_("Sudah dibacakan kepada penanya"),
        error_messages={"required": _("Bacakan dulu kepada penanya, lalu centang.")},
    )


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=_("Jawaban untuk umum"),
        help_text=_("Semua orang bisa membacanya. Sebut angka, tanggal, dan di mana buktinya."),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": _("Jawabannya masih kosong."), "max_length": TOO_LONG},
    )


class CloseForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Mengapa tidak dijawab?"),
        choices=CloseReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih alasannya. Semua orang membacanya.")},
    )


class JudgeForm(forms.Form):
    """The two buttons under an answer, and what is still missing."""

    verdict = forms.ChoiceField(choices=[("sudah", ""), ("belum", "")])
    follow_up = forms.CharField(
        label=_("Apa yang belum terjawab?"),
        required=False,
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea({"rows": 3}),
    )

    @property
    def answered(self) -> bool:
        return bool(self.cleaned_data["verdict"] == "sudah")


class FindForm(forms.Form):
    words = forms.CharField(
        label=_("Angka apa yang ditanyakan?"),
        help_text=_("Tulis kata dari nama angkanya, misalnya jalan, PAUD, atau nama layanan."),
        max_length=120,
        error_messages={"required": _("Tulis satu kata dari nama angkanya.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].widget.attrs["autocomplete"] = "off"
