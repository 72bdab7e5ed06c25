"""Forms about the record itself: what an asset is, how it is written off, how codes are made."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Officeholder
from desa.foundation.accounts.queries import current_officeholders
from desa.foundation.core.formfields import IndonesianDateField, InlineRadio, NikField, RupiahField
from desa.foundation.intake.forms import IdempotentForm
from desa.foundation.tenancy.models import Area
from desa.infrastructure.assets.actions import AssetFacts
from desa.infrastructure.assets.enums import Condition, DisposalReason, Origin, Use
from desa.infrastructure.assets.forms.fields import Bought, BoughtField, PhotoField
from desa.infrastructure.assets.models import Asset
from desa.infrastructure.assets.queries.register import kind_choices
from desa.people.residents.queries.people import person_by_nik
from desa.people.residents.queries.places import places

MOST_ALIKE = 30
NOT_FOUND = _("NIK ini tidak ada di data warga. Periksa angkanya.")


def area_choices() -> list[tuple[str, str]]:
    """Every dusun followed by its RT that are there today."""
    known = places()
    current = Area.objects.filter(valid_to__isnull=True).values_list("pk", flat=True)
    named = sorted((str(known[pk]), str(pk)) for pk in current)
    return [("", str(_("Kantor desa atau tidak tentu"))), *((pk, words) for words, pk in named)]


def holder_choices() -> list[tuple[str, str]]:
    rows = current_officeholders(*Office)
    return [("", str(_("Bukan pejabat"))), *((str(row.pk), str(row)) for row in rows)]


class FactsForm(IdempotentForm):
    """What an asset is; the rest of the room only reads it."""

    kind = forms.ChoiceField(
        label=_("Jenis"), error_messages={"required": _("Pilih jenis aset dari daftar.")}
    )
    name = forms.CharField(
        label=_("Nama dan merek"),
        max_length=120,
        help_text=_("Misalnya Router MikroTik hEX. Jangan tulis NIK atau kata sandi."),
        error_messages={"required": _("Nama belum diisi.")},
    )
    price = RupiahField(
        label=_("Harga beli"),
        required=False,
        help_text=_("Boleh kosong. Dipakai perkiraan harga jenis ini, dan disebut perkiraan."),
    )
    price_estimated = forms.BooleanField(
        label=_("Harga ini perkiraan saya, bukan dari kuitansi"), required=False
    )
    bought = BoughtField(label=_("Kapan dibeli?"), required=False)
    origin = forms.ChoiceField(label=_("Uang siapa?"), choices=Origin.choices, required=False)
    area = forms.ChoiceField(label=_("Dusun atau RT"), required=False)
    place = forms.CharField(
        label=_("Letaknya"),
        max_length=120,
        required=False,
        help_text=_("Misalnya ruang pelayanan, tiang depan balai dusun."),
    )
    use = forms.ChoiceField(label=_("Dipakai untuk apa?"), choices=Use.choices, initial=Use.IN_USE)
    holder = forms.ChoiceField(label=_("Pejabat yang memegang"), required=False)
    keeper_nik = NikField(
        label=_("Atau warga yang memegang: NIK-nya"),
        required=False,
        help_text=_("Hanya bila dipegang warga. NIK tidak tampil di halaman aset."),
    )
    serial = forms.CharField(label=_("Nomor seri"), max_length=60, required=False)
    inventory_code = forms.CharField(label=_("Kode barang SIPADES"), max_length=40, required=False)
    warranty_until = IndonesianDateField(label=_("Garansi sampai"), required=False)
    contract_until = IndonesianDateField(label=_("Kontrak sampai"), required=False)
    provider = forms.CharField(label=_("Penyedia atau toko"), max_length=120, required=False)
    yearly_fee = RupiahField(
        label=_("Langganan setahun"),
        required=False,
        help_text=_("Misalnya internet 500.000 sebulan ditulis 6.000.000."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose("kind", [("", "–"), *kind_choices()])
        self._choose("area", area_choices())
        self._choose("holder", holder_choices())

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    def clean_keeper_nik(self) -> Any:
        nik = self.cleaned_data["keeper_nik"]
        person = person_by_nik(nik) if nik else None
        if nik and person is None:
            raise forms.ValidationError(NOT_FOUND)
        return person

    def clean_area(self) -> Area | None:
        chosen = self.cleaned_data["area"]
        return Area.objects.get(pk=chosen) if chosen else None

    def clean_holder(self) -> Officeholder | None:
        chosen = self.cleaned_data["holder"]
        return Officeholder.objects.get(pk=chosen) if chosen else None

    def facts(self) -> AssetFacts:
        """After is_valid()."""
        typed = {name: self.cleaned_data[name] for name in PLAIN}
        bought: Bought | None = self.cleaned_data["bought"]
        return AssetFacts(
            **typed,
            bought_on=bought.on if bought else None,
            bought_year_only=bool(bought and bought.year_only),
            keeper=self.cleaned_data["keeper_nik"],
        )


PLAIN = [name for name in FactsForm.base_fields if name not in {"kirim_id", "bought", "keeper_nik"}]


class AddForm(FactsForm):
    condition = forms.ChoiceField(
        label=_("Keadaannya sekarang?"),
        choices=Condition.choices,
        widget=InlineRadio,
        error_messages={"required": _("Pilih keadaannya.")},
    )
    count = forms.IntegerField(
        label=_("Berapa yang sama?"),
        initial=1,
        min_value=1,
        max_value=MOST_ALIKE,
        help_text=_("Masing-masing mendapat kode sendiri."),
    )
    field_order = ["kind", "name", "condition", "count"]


class EditForm(FactsForm):
    """`keeper_nik` left empty keeps who has it now, unless an official takes it or nobody has it."""

    no_keeper = forms.BooleanField(label=_("Warga tidak lagi memegangnya"), required=False)
    field_order = [*PLAIN[: PLAIN.index("serial")], "keeper_nik", "no_keeper"]

    def facts_of(self, asset: Asset) -> AssetFacts:
        facts = self.facts()
        gone = self.cleaned_data["no_keeper"] or facts.holder or facts.keeper
        return facts if gone else AssetFacts(**{**vars(facts), "keeper": asset.keeper})


def initial_of(asset: Asset) -> dict[str, Any]:
    initial = {name: getattr(asset, name) for name in PLAIN}
    if asset.bought_on:
        initial["bought"] = Bought(asset.bought_on, asset.bought_year_only)
    return {**initial, "area": asset.area_id or "", "holder": asset.holder_id or ""}


class DisposeForm(forms.Form):
    """Number, day and picture of minutes made outside, or a signer, and we number and print them."""

    reason = forms.ChoiceField(
        label=_("Mengapa dihapus?"),
        choices=DisposalReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih sebabnya.")},
    )
    words = forms.CharField(
        label=_("Keterangan"),
        max_length=300,
        help_text=_(
            "Ditulis di berita acara. Misalnya terkena petir 3 Januari, tidak bisa dibetulkan."
        ),
        error_messages={"required": _("Keterangan belum diisi.")},
    )
    signer = forms.ChoiceField(
        label=_("Buat berita acara di sini, ditandatangani"),
        required=False,
        help_text=_(
            "Kosongkan bila berita acara sudah dibuat di luar, lalu isi tiga kotak di bawah."
        ),
    )
    number = forms.CharField(label=_("Nomor berita acara"), max_length=120, required=False)
    day = IndonesianDateField(label=_("Tanggal berita acara"), required=False)
    picture = PhotoField(label=_("Foto berita acara"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = current_officeholders(Office.KADES, Office.SEKDES)
        choices = [("", str(_("Sudah dibuat di luar"))), *((str(row.pk), str(row)) for row in rows)]
        cast(forms.ChoiceField, self.fields["signer"]).choices = choices


class CodeForm(forms.Form):
    letters = forms.RegexField(
        r"^[A-Za-z]{2,6}\Z",
        label=_("Awalan kode"),
        help_text=_("2 sampai 6 huruf, misalnya TIK. Kode yang sudah ditempel tetap berlaku."),
        error_messages={
            "required": _("Awalan kode belum diisi."),
            "invalid": _("Awalan kode hanya 2 sampai 6 huruf."),
        },
    )
    by_year = forms.BooleanField(label=_("Nomor mulai dari satu tiap tahun"), required=False)


class ImportForm(IdempotentForm):
    file = forms.FileField(
        label=_("Lembar kerja (.xlsx atau .csv)"),
        help_text=_("Pakai kolom dari “Unduh daftar”. Paling banyak 500 baris."),
        error_messages={"required": _("Pilih dulu berkasnya.")},
    )
