from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.formfields import IndonesianDateField
from desa.foundation.sheets.rules.workbook import column_letters
from desa.transparency.budgets.enums import Stage
from desa.transparency.budgets.rules.fitting import EARLIEST, LATEST
from desa.transparency.budgets.rules.layout import Layout, Role

PASTED = "tempelan.csv"
STAGES = [
    (Stage.ENACTED.value, _("APBDes yang ditetapkan (atau rancangannya)")),
    (Stage.CHANGE.value, _("Perubahan APBDes dengan Perdes")),
    (Stage.DETAIL_CHANGE.value, _("Perubahan penjabaran dengan Perkades")),
    (Stage.REALISATION.value, _("Laporan realisasi")),
]
ROLES = [
    (Role.IGNORED.value, _("tidak dipakai")),
    (Role.KEGIATAN.value, _("kode kegiatan")),
    (Role.AKUN.value, _("kode rekening")),
    (Role.CODE.value, _("kode, dua-duanya")),
    (Role.NAME.value, _("uraian")),
    (Role.VOLUME.value, _("volume")),
    (Role.UNIT.value, _("satuan")),
    (Role.AMOUNT.value, _("anggaran, atau menjadi")),
    (Role.BEFORE.value, _("semula")),
    (Role.CHANGE.value, _("bertambah atau berkurang")),
    (Role.REALISED.value, _("realisasi")),
    (Role.REST.value, _("lebih atau kurang")),
    (Role.FUND.value, _("sumber dana")),
]


class UploadForm(forms.Form):
    year = forms.IntegerField(label=_("Tahun anggaran"), min_value=EARLIEST, max_value=LATEST)
    stage = forms.ChoiceField(label=_("Isi berkas"), choices=STAGES)
    as_of = IndonesianDateField(
        label=_("Realisasi sampai tanggal"),
        required=False,
        help_text=_("Hanya untuk laporan realisasi. Kosongkan bila tertulis di berkasnya."),
    )
    file = forms.FileField(
        label=_("Cetakan Excel dari Siskeudes"),
        required=False,
        help_text=_("Berkas .xlsx, .xls, .ods, atau .csv apa adanya; tidak perlu dirapikan."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.xls,.ods,.csv"}),
    )
    pasted = forms.CharField(
        label=_("Atau tempel tabelnya di sini"),
        required=False,
        strip=False,
        help_text=_("Blok tabel di Excel bersama judul kolomnya, salin, lalu tempel."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("file") and not cleaned["pasted"].strip():
            self.add_error("file", _("Pilih berkasnya, atau tempel tabelnya di bawah."))
        return cleaned

    def source(self) -> tuple[bytes, str]:
        """(content, name) of the file, or of the pasted table."""
        file = self.cleaned_data["file"]
        if file:
            return file.read(), file.name
        return self.cleaned_data["pasted"].encode(), PASTED


class TakeForm(forms.Form):
    keep_errors = forms.BooleanField(
        label=_("Dokumen aslinya memang begitu; Sekdes akan menulis catatannya"), required=False
    )


class ColumnsForm(forms.Form):
    """One choice for each titled column of a table."""

    def __init__(self, layout: Layout, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.layout = layout
        for column, title in sorted(layout.titles.items()):
            role = layout.roles.get(column, Role.IGNORED)
            label = _("Kolom %(letter)s: %(title)s") % {
                "letter": column_letters(column),
                "title": title[:60],
            }
            self.fields[str(column)] = forms.ChoiceField(
                label=label, choices=ROLES, initial=role.value
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            held = set(cleaned.values())
            if not held & {Role.KEGIATAN, Role.AKUN, Role.CODE}:
                raise forms.ValidationError(_("Pilih kolom mana yang berisi kode."))
            if Role.NAME not in held or not held & {Role.AMOUNT, Role.BEFORE, Role.REALISED}:
                raise forms.ValidationError(_("Pilih kolom uraian dan kolom angkanya."))
        return cleaned

    def roles(self) -> dict[int, Role]:
        """Columns without a title keep what was guessed."""
        chosen = {int(column): Role(role) for column, role in self.cleaned_data.items()}
        return {**self.layout.roles, **chosen}
