from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import IndonesianDateField, RupiahField
from desa.foundation.intake.forms import IdempotentForm
from desa.people.partners.actions import ActivityFacts, FundFacts
from desa.people.partners.enums import MoneyClass
from desa.people.partners.forms.common import RoomForm, partner_choices
from desa.people.partners.models import Partner

MOST_PEOPLE = 5000


class ActivityForm(RoomForm, IdempotentForm):
    title = forms.CharField(label=_("Nama kegiatan"), max_length=160)
    planned_on = IndonesianDateField(label=_("Rencana tanggal"))
    place = forms.CharField(label=_("Tempat"), max_length=120, required=False)
    partners = forms.MultipleChoiceField(
        label=_("Mitra yang ikut"),
        choices=partner_choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pilih paling sedikit satu mitra.")},
    )
    with_village = forms.BooleanField(label=_("Pemerintah desa ikut"), required=False, initial=True)

    @property
    def facts(self) -> ActivityFacts:
        data = self.cleaned_data
        return ActivityFacts(data["title"], data["planned_on"], data["place"], data["with_village"])

    @property
    def chosen(self) -> list[Partner]:
        return list(Partner.objects.filter(pk__in=self.cleaned_data["partners"]))


class ReportForm(RoomForm):
    done_on = IndonesianDateField(label=_("Dilaksanakan tanggal"))
    attendance = forms.IntegerField(
        label=_("Jumlah yang hadir"),
        min_value=0,
        max_value=MOST_PEOPLE,
        error_messages={"min_value": _("Jumlah tidak boleh kurang dari nol.")},
    )
    result = forms.CharField(
        label=_("Hasilnya"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Apa yang jadi, dan di mana buktinya disimpan."),
    )
    photo = forms.FileField(
        label=_("Foto kegiatan"),
        required=False,
        help_text=_("Tanpa foto kegiatan tetap dicatat, tetapi belum dihitung sebagai berbukti."),
    )


class FundForm(RoomForm, IdempotentForm):
    money_class = forms.ChoiceField(
        label=_("Asal uang"), choices=MoneyClass.choices, widget=forms.RadioSelect
    )
    amount = RupiahField(label=_("Nilai"))
    in_kind = forms.BooleanField(
        label=_("Berupa barang atau tenaga, nilainya ditaksir"), required=False
    )
    what = forms.CharField(label=_("Keterangan"), max_length=160, required=False)
    nphd_number = forms.CharField(
        label=_("Nomor NPHD"),
        max_length=60,
        required=False,
        help_text=_("Wajib untuk hibah provinsi."),
    )
    nphd_on = IndonesianDateField(label=_("Tanggal NPHD"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("money_class") == MoneyClass.PROVINCE and not (
            data.get("nphd_number") and data.get("nphd_on")
        ):
            self.add_error(
                "nphd_number", _("Hibah provinsi wajib menyebut nomor dan tanggal NPHD.")
            )
        return data

    @property
    def facts(self) -> FundFacts:
        data = {name: value for name, value in self.cleaned_data.items() if name != "kirim_id"}
        return FundFacts(**data)


class AnswerForm(RoomForm):
    """The two buttons of a partner."""

    answer = forms.ChoiceField(choices=[("ya", ""), ("tidak", "")])
    note = forms.CharField(label=_("Catatan"), max_length=300, required=False)

    @property
    def took_part(self) -> bool:
        return bool(self.cleaned_data["answer"] == "ya")
