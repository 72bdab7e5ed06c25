from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.core.formfields import IndonesianDateField
from desa.transparency.budgets.actions import Words
from desa.transparency.budgets.enums import Stage, WorkState
from desa.transparency.budgets.models import BudgetVersion
from desa.transparency.budgets.rules.figures import Work
from desa.transparency.budgets.rules.gate import Carrier, offered_office

CARRYING = (
    Office.KADES,
    Office.SEKDES,
    Office.KAUR_KEUANGAN,
    Office.KAUR_TU,
    Office.KAUR_PERENCANAAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
)
WITHOUT_BPD = (Stage.DRAFT, Stage.DETAIL_CHANGE, Stage.REALISATION)


class DescribeForm(forms.Form):
    """What stands around the figures; what the stage needs is asked by the gate, not here."""

    legal_number = forms.CharField(
        label=_("Nomor Perdes"),
        max_length=60,
        required=False,
        help_text=_("Contoh: 6 Tahun 2025"),
    )
    legal_date = IndonesianDateField(label=_("Tanggal Perdes"), required=False)
    bpd_date = IndonesianDateField(label=_("Tanggal disepakati BPD"), required=False)
    complaint_address = forms.CharField(
        label=_("Alamat pengaduan"),
        max_length=200,
        required=False,
        help_text=_("Ke mana warga mengadu: tempat, nomor telepon, atau halaman pengaduan."),
    )
    note = forms.CharField(
        label=_("Catatan atas dokumen asli"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dibaca semua warga. Kosongkan bila tidak ada."),
    )

    def __init__(self, version: BudgetVersion, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if version.stage in WITHOUT_BPD:
            del self.fields["bpd_date"]
        if version.stage == Stage.DETAIL_CHANGE:
            self.fields["legal_number"].label = _("Nomor Perkades")
            self.fields["legal_date"].label = _("Tanggal Perkades")

    def words(self) -> Words:
        return Words(**self.cleaned_data)


class AcceptForm(forms.Form):
    note = forms.CharField(
        label=_("Mengapa angka ini tetap dipakai?"),
        max_length=300,
        help_text=_("Dibaca semua warga di halaman APBDes."),
    )


class CarrierForm(forms.Form):
    """One kegiatan; its fields are called by the code, so that all stand in one page."""

    office = forms.ChoiceField(label=_("Pelaksana"))
    name = forms.CharField(label=_("Nama pelaksana"), max_length=120, required=False)
    team = forms.CharField(label=_("Tim pelaksana"), max_length=300, required=False)
    state = forms.ChoiceField(label=_("Keadaan"), required=False)
    reason = forms.CharField(label=_("Alasan belum selesai"), max_length=300, required=False)

    def __init__(self, work: Work, data: Any, *, realised: bool, initial: dict[str, Any]) -> None:
        super().__init__(data, prefix=work.code, initial=initial)
        self.work = work
        self._choices("office", [(office.value, office.label) for office in CARRYING])
        self._choices("state", [("", _("Pilih")), *WorkState.choices])
        if not realised:
            del self.fields["state"], self.fields["reason"]
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{field.label}: {work.code} {work.name}"

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def carrier(self) -> Carrier:
        return Carrier(**self.cleaned_data)


def carrier_forms(
    works: tuple[Work, ...], known: dict[str, Carrier], data: Any, *, realised: bool
) -> list[CarrierForm]:
    """With what is known already; else with the usual office and what the money says."""
    return [
        CarrierForm(
            work,
            data or None,
            realised=realised,
            initial=vars(known.get(work.code) or _offered(work)),
        )
        for work in works
    ]


def _offered(work: Work) -> Carrier:
    return Carrier(office=offered_office(work.code), state=_usual_state(work))


def _usual_state(work: Work) -> str:
    """Only an offer: money paid out is not yet work done."""
    if not work.realised:
        return WorkState.NOT_STARTED
    return WorkState.DONE if work.realised >= work.amount else WorkState.RUNNING
