"""What the import's pages show, and its events in plain words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.foundation.core.values.dates import format_long
from desa.foundation.core.values.numbers import format_number
from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.messages import sentence, where
from desa.transparency.budgets.queries.examining import Examined
from desa.transparency.budgets.rules.findings import Finding
from desa.transparency.budgets.rules.lines import Column, balance

Row = dict[str, object]

IMPORTED: dict[str, str | Promise] = {
    "budgets.version.prepared": gettext_lazy("mengimpor APBDes"),
    "budgets.version.thrown_away": gettext_lazy("membuang APBDes yang belum terbit"),
    "budgets.upload.kept": gettext_lazy("mengunggah berkas APBDes untuk diperiksa"),
    "budgets.upload.columns_chosen": gettext_lazy("memilih kolom berkas APBDes"),
    "budgets.upload.village_confirmed": gettext_lazy("menyatakan berkas APBDes milik desa ini"),
    "budgets.upload.discarded": gettext_lazy("membuang berkas APBDes yang diperiksa"),
    "budgets.uploads.forgotten": gettext_lazy("menghapus %(count)s berkas APBDes lama"),
}
SKIPPED: dict[str, str | Promise] = {
    "header": gettext_lazy("judul tabel yang diulang"),
    "numbers": gettext_lazy("nomor kolom"),
    "footer": gettext_lazy("kaki halaman"),
    "wrapped": gettext_lazy("sambungan uraian"),
    "text": gettext_lazy("tulisan lain"),
}


def facts(examined: Examined) -> list[Row]:
    """The sums a person can compare with the paper at one look."""
    lines = examined.paper.lines
    sums = balance(lines)
    rows = [
        (_("Tahun dan tahap"), f"{examined.order.year}, {examined.stage.label}"),
        (_("Keadaan sampai"), format_long(examined.as_of) if examined.as_of else ""),
        (_("Baris anggaran"), format_number(len(lines))),
        (_("Pendapatan"), str(Rupiah(sums.income))),
        (_("Belanja"), str(Rupiah(sums.spending))),
        (_("Pembiayaan netto"), str(Rupiah(sums.netto))),
        (_("Sisa, harus Rp0"), str(Rupiah(sums.silpa))),
    ]
    if Column.BEFORE in examined.paper.columns:
        rows.append((_("Belanja semula"), str(Rupiah(balance(lines, Column.BEFORE).spending))))
    if Column.REALISED in examined.paper.columns:
        spent = balance(lines, Column.REALISED).spending
        rows.append((_("Belanja yang sudah dibayar"), str(Rupiah(spent))))
    return [{"label": label, "value": value} for label, value in rows if value]


def skipped(examined: Examined) -> list[str]:
    """ "4 kaki halaman", for every kind of row that is no budget."""
    return [f"{count} {SKIPPED[kind]}" for kind, count in sorted(examined.paper.skipped.items())]


def rows(examined: Examined) -> list[list[Row]]:
    """Errors first, each with its cell, both figures and the difference."""
    ordered = sorted(examined.findings, key=lambda finding: not finding.is_error)
    return [_row(finding) for finding in ordered]


def _row(finding: Finding) -> list[Row]:
    state, words = ("late", _("Salah")) if finding.is_error else ("wait", _("Periksa"))
    return [
        {"text": where(finding) or _("Berkas")},
        {"text": finding.sheet or "-", "label": _("Lembar")},
        {"text": sentence(finding), "label": _("Yang ditemukan")},
        {"text": _money(finding, "written", "printed"), "label": _("Tercetak"), "num": True},
        {"text": _money(finding, "expected", "computed"), "label": _("Hitungan"), "num": True},
        {"text": _difference(finding), "label": _("Selisih"), "num": True},
        {"text": words, "state": state, "label": _("Putusan")},
    ]


def _money(finding: Finding, *names: str) -> str:
    """A suspected cell's own figures go before those of the sum it stands below."""
    values = (finding.facts.get(name) for name in names)
    return next((str(Rupiah(value)) for value in values if isinstance(value, int)), "-")


def _difference(finding: Finding) -> str:
    return "-" if finding.difference is None else str(Rupiah(finding.difference))
