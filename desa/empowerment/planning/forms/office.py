"""Forms of the office: the days of a year, one step of one proposal, scores, sheets."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning.actions import Ruling
from desa.empowerment.planning.enums import Authority, Phase, Sex, Verdict
from desa.empowerment.planning.models import Proposal, Round
from desa.empowerment.planning.models.proposal import LONGEST_REASON
from desa.empowerment.planning.queries import alike_to, calendar_of, dusun, electable
from desa.empowerment.planning.rules.phases import Window
from desa.foundation.core import clock
from desa.foundation.core.formfields import IndonesianDateField, InlineRadio, RupiahField
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village

OTHER = "lain"


class RoundForm(forms.Form):
    """The year, its money, and two days for every phase; a phase may be left without days."""

    year = forms.IntegerField(
        label=_("Tahun rencana"),
        help_text=_("Tahun RKP Desa yang diusulkan, misalnya tahun depan."),
        min_value=2015,
        max_value=2100,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    budget = RupiahField(
        label=_("Pagu yang dibagi"),
        required=False,
        help_text=_("Uang yang bisa dipakai untuk usulan. Boleh diisi nanti, sebelum dihitung."),
    )

    def __init__(self, *args: Any, round_: Round | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        calendar = calendar_of(round_) if round_ else {}
        for phase in Phase:
            window = calendar.get(phase)
            for end, words in (("opens", _("dari tanggal")), ("closes", _("sampai tanggal"))):
                field = IndonesianDateField(label=words, required=False, help_text=" ")
                field.initial = getattr(window, end) if window else None
                self.fields[f"{phase.value}_{end}"] = field
        if round_:
            self.initial.update(year=round_.year, budget=round_.budget)

    def phases(self) -> Iterator[tuple[str, BoundField, BoundField]]:
        for phase in Phase:
            yield str(phase.label), self[f"{phase.value}_opens"], self[f"{phase.value}_closes"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for phase in Phase:
            opens, closes = data.get(f"{phase.value}_opens"), data.get(f"{phase.value}_closes")
            if bool(opens) != bool(closes):
                missing = "closes" if opens else "opens"
                name = f"{phase.value}_{missing}"
                if name not in self.errors:
                    self.add_error(name, _("Isi kedua tanggalnya, atau kosongkan keduanya."))
        return data

    def calendar(self) -> dict[Phase, Window]:
        data = self.cleaned_data
        return {
            phase: Window(data[f"{phase.value}_opens"], data[f"{phase.value}_closes"])
            for phase in Phase
            if data.get(f"{phase.value}_opens")
        }


def usual_days(year: int) -> dict[str, Any]:
    """Proposed days: wishes from today for a month, and then one step after the other."""
    day, found = clock.today(current_village()), {}
    lengths = {Phase.PROPOSE: 30, Phase.MERGE: 7, Phase.ASSESS: 14, Phase.RANK: 10}
    for phase in Phase:
        closes = day + timedelta(lengths.get(phase, 30))
        if phase is Phase.CARRY_OUT:
            day, closes = day.replace(year, 1, 1), day.replace(year, 12, 31)
        found[f"{phase.value}_opens"], found[f"{phase.value}_closes"] = day, closes
        day = closes + timedelta(1)
    return {"year": year, **found}


class MergeForm(forms.Form):
    """Under which one; the most similar come first, any other by its number."""

    into = forms.ChoiceField(
        label=_("Gabung ke usulan mana?"),
        help_text=_("Keduanya tetap punya nomor, kode, dan pengusulnya sendiri."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih usulan yang sama.")},
    )
    number = forms.IntegerField(label=_("Nomor usulan lain"), required=False, min_value=1)

    def __init__(self, proposal: Proposal, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposal = proposal
        near = {True: _("berdekatan"), False: _("berjauhan")}
        found = [
            (row.pk, f"{row.number}. {row.title} ({row.area or _('Seluruh desa')}, {near[close]})")
            for row, close in alike_to(proposal)
        ]
        field = self.fields["into"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*found, (OTHER, _("Usulan lain, dengan nomornya"))]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("into") == OTHER:
            rows = Proposal.objects.filter(
                round=self.proposal.round, number=data.get("number") or 0
            )
            data["other"] = rows.exclude(pk=self.proposal.pk).first()
            if data["other"] is None:
                self.add_error("number", _("Usulan dengan nomor ini tidak ada."))
        elif "into" in data:
            data["other"] = Proposal.objects.get(pk=data["into"])
        return data


class AssessForm(forms.Form):
    authority = forms.ChoiceField(
        label=_("Bolehkah desa mengerjakannya?"),
        choices=[choice for choice in Authority.choices if choice[0]],
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu.")},
    )
    cost = RupiahField(label=_("Perkiraan biaya"), required=False)
    benefits = forms.IntegerField(
        label=_("Yang mendapat manfaat (orang)"), required=False, min_value=1, max_value=100_000
    )

    def __init__(self, proposal: Proposal, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(
            authority=proposal.authority, cost=proposal.cost, benefits=proposal.benefits
        )


class DecideForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("Putusan"),
        choices=[choice for choice in Verdict.choices if choice[0]],
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih dulu putusannya.")},
    )
    reason = forms.CharField(
        label=_("Alasan"),
        help_text=_("Dibaca pengusul dan semua warga. Sebut hal yang menentukan."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 4}),
        error_messages={
            "required": _("Tulis alasannya dengan jelas. Pengusul dan semua warga membacanya.")
        },
    )
    year = forms.IntegerField(
        label=_("Bila diterima: untuk tahun"), required=False, min_value=2015, max_value=2100
    )
    outside_body = forms.CharField(
        label=_("Bila diteruskan: ke mana"), required=False, max_length=120
    )
    outside_number = forms.CharField(
        label=_("Bila diteruskan: nomor suratnya"), required=False, max_length=60
    )

    def __init__(self, proposal: Proposal, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(
            verdict=proposal.verdict,
            reason=proposal.reason,
            year=proposal.verdict_year or proposal.round.year,
            outside_body=proposal.outside_body,
            outside_number=proposal.outside_number,
        )

    @property
    def ruling(self) -> Ruling:
        data = self.cleaned_data
        return Ruling(
            Verdict(data["verdict"]),
            data["reason"],
            data["year"],
            data["outside_body"],
            data["outside_number"],
        )


class LinkForm(forms.Form):
    year = forms.IntegerField(label=_("Tahun anggaran"), min_value=2015, max_value=2100)
    code = forms.RegexField(
        label=_("Kode kegiatan di APBDes"),
        regex=r"^[0-9]{1,2}(\.[0-9]{1,3}){1,4}$",
        help_text=_("Seperti di APBDes, misalnya 2.3.10."),
        max_length=20,
        error_messages={"invalid": _("Kode kegiatan ditulis dengan titik, misalnya 2.3.10.")},
    )

    def __init__(self, proposal: Proposal, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        year = proposal.budget_year or proposal.verdict_year
        self.initial.update(year=year, code=proposal.budget_code)


class ProgressForm(forms.Form):
    photo = forms.FileField(
        label=_("Foto pekerjaan"),
        help_text=_("Tanpa wajah orang. Langsung terlihat umum."),
        widget=forms.ClearableFileInput({"accept": "image/*"}),
        error_messages={"required": _("Pilih dulu fotonya.")},
    )
    percent = forms.TypedChoiceField(
        label=_("Kemajuan"),
        choices=[(25, "25 %"), (50, "50 %"), (75, "75 %"), (100, _("100 %, selesai"))],
        coerce=int,
        widget=InlineRadio,
        help_text=_("Pada 100 % pengusul ditanya apakah sudah beres."),
        error_messages={"required": _("Pilih kemajuannya.")},
    )
    caption = forms.CharField(label=_("Keterangan foto"), required=False, max_length=160)

    def __init__(self, proposal: Proposal, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class ScoresForm(forms.Form):
    """One box for each proposal that may be ranked, in the order of the paper."""

    def __init__(self, round_: Round, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposals = list(electable(round_))
        for row in self.proposals:
            box = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "size": "5"})
            field = forms.IntegerField(
                label=f"{row.number}. {row.title}",
                required=False,
                min_value=0,
                max_value=1_000_000,
                widget=box,
            )
            field.initial = row.score
            self.fields[f"n{row.number}"] = field

    def scores(self) -> dict[int, int]:
        found = {row.number: self.cleaned_data[f"n{row.number}"] for row in self.proposals}
        return {number: score for number, score in found.items() if score is not None}


class SheetForm(forms.Form):
    """One paper sheet."""

    sheet = forms.IntegerField(
        label=_("Nomor lembar"),
        min_value=1,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": _("Nomor lembar belum diisi. Lihat sudut kanan atasnya.")},
    )
    choices = forms.CharField(
        label=_("Nomor usulan yang dicentang"),
        help_text=_("Pisahkan dengan spasi. Kosongkan bila tidak ada."),
        required=False,
        max_length=300,
        widget=forms.TextInput({"inputmode": "text", "autocomplete": "off"}),
    )
    area = forms.ModelChoiceField(
        label=_("Dusun pemilih"),
        queryset=Area.objects.none(),
        empty_label=_("Pilih dusun"),
        error_messages={"required": _("Pilih dulu dusunnya.")},
    )
    sex = forms.ChoiceField(
        label=_("Pemilih"), choices=Sex.choices, required=False, widget=InlineRadio
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["area"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = dusun()
