"""How the village's papers look and how they are numbered."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.problems import validation_error
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.papers.actions import save_policy, start_register_at, store_emblem
from desa.foundation.papers.exceptions import EmblemRefused
from desa.foundation.papers.models import PaperPolicy
from desa.foundation.papers.queries import current_policy, register_format
from desa.foundation.papers.rules.numbering import compose
from desa.foundation.tenancy.scope import current_village
from desa.gateway.portal.forms.fields import LinesField
from desa.services.letters.queries import REGISTER

COPIED = ("letterhead_lines", "number_formats", "emblem")
CHOSEN = (
    "default_size",
    "margin_top",
    "margin_right",
    "margin_bottom",
    "margin_left",
    "font_size",
    "number_code",
)
MOST_LINES, LONGEST_LINE = 4, 100
SAMPLE_CLASS, SAMPLE_NUMBER = "470", 12


def next_policy() -> PaperPolicy:
    """A new decision from today on that begins as a copy of the one in force."""
    current = current_policy()
    copied = {name: getattr(current, name) for name in (*CHOSEN, *COPIED)}
    return PaperPolicy(**copied, valid_from=clock.today(current_village()))


class PaperForm(forms.ModelForm):  # type: ignore[type-arg]
    letterhead_lines = LinesField(
        label=_("Baris tambahan kop surat"),
        help_text=_("Satu baris satu keterangan, di bawah alamat. Paling banyak 4 baris."),
        required=False,
    )
    number_format = forms.CharField(
        label=_("Format nomor surat"),
        help_text=_(
            "Yang bisa dipakai: {klasifikasi}, {nomor}, {kode_desa}, {bulan_romawi}, {tahun}. "
            "Tulis {nomor:3} untuk 012."
        ),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    picture = forms.FileField(
        label=_("Lambang baru"),
        help_text=_("Gambar PNG atau JPG, paling besar 8 MB. Akan dikecilkan."),
        required=False,
        widget=forms.FileInput({"accept": "image/*"}),
    )
    no_emblem = forms.BooleanField(label=_("Cetak surat tanpa lambang"), required=False)

    class Meta:
        model = PaperPolicy
        fields = [*CHOSEN, "letterhead_lines"]

    field_order = [*CHOSEN[:-1], "letterhead_lines", "number_code", "number_format", "picture"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number_format"].initial = register_format(REGISTER)

    def clean_letterhead_lines(self) -> list[str]:
        lines: list[str] = self.cleaned_data["letterhead_lines"]
        if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
            raise ValidationError(_("Kop surat muat 4 baris, tiap baris paling banyak 100 huruf."))
        return lines

    def clean_number_format(self) -> str:
        text = str(self.cleaned_data["number_format"]).strip()
        try:
            self._composed(text)
        except ValueProblem as problem:
            raise validation_error(problem) from None
        return text

    def example(self) -> str:
        """The number that a letter of today would get; nothing while the format is wrong."""
        text = self.data.get("number_format") or register_format(REGISTER)
        try:
            return self._composed(text.strip())
        except ValueProblem:
            return ""

    def _composed(self, text: str) -> str:
        village = current_village()
        code = self.data.get("number_code", self.instance.number_code) or village.code
        return compose(
            text,
            number=SAMPLE_NUMBER,
            classification=SAMPLE_CLASS,
            village_code=code,
            day=clock.today(village),
        )

    def decide(self, by: User) -> bool:
        """False when the picture will not do; the form then says why."""
        policy = self.instance
        policy.number_formats = {
            **policy.number_formats,
            REGISTER: self.cleaned_data["number_format"],
        }
        picture = self.cleaned_data["picture"]
        try:
            if picture:
                policy.emblem = store_emblem(by=by, content=picture.read())
            elif self.cleaned_data["no_emblem"]:
                policy.emblem = None
        except EmblemRefused as refused:
            self.add_error("picture", str(refused))
            return False
        save_policy(by=by, policy=policy)
        return True


class RegisterForm(forms.Form):
    number = forms.IntegerField(
        label=_("Nomor berikutnya"),
        help_text=_("Nomor sesudah yang terakhir di buku kertas."),
        min_value=1,
        max_value=999_999,
        error_messages={"invalid": _("Tulis nomor dengan angka saja, misalnya 57.")},
    )
    reason = forms.CharField(
        label=_("Alasan"),
        help_text=_("Misalnya: nomor 1 sampai 56 sudah dipakai di buku kertas."),
        max_length=200,
    )

    def start(self, by: User, year: int) -> bool:
        """False when the number lies behind; the form then says so."""
        try:
            start_register_at(by=by, register=REGISTER, year=year, **self.cleaned_data)
        except ValueProblem as problem:
            self.add_error("number", validation_error(problem))
            return False
        return True
