"""The room's events in plain words, and what is missing with what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.models import BudgetVersion
from desa.transparency.budgets.rules.gate import Missing, Need

SENTENCES: dict[str, str | Promise] = {
    "budgets.version.described": gettext_lazy("melengkapi keterangan APBDes"),
    "budgets.version.carriers_named": gettext_lazy("mengisi pelaksana kegiatan APBDes"),
    "budgets.finding.accepted": gettext_lazy("memberi catatan pada angka APBDes yang tidak cocok"),
    "budgets.version.publishing_started": gettext_lazy("mulai menerbitkan APBDes"),
    "budgets.version.published": gettext_lazy("menerbitkan APBDes"),
    "budgets.version.publishing_failed": gettext_lazy("gagal menerbitkan APBDes"),
    "budgets.version.publishing_repeated": gettext_lazy("mengulang penerbitan APBDes"),
}


@dataclass(frozen=True)
class Step:
    """One thing to do before publishing, and where."""

    title: str
    text: str
    url: str


def steps(version: BudgetVersion, gaps: tuple[Missing, ...]) -> list[Step]:
    return [_step(version, gap) for gap in gaps]


def _step(version: BudgetVersion, gap: Missing) -> Step:
    title, text = _words(gap)
    return Step(title, text, _places(version)[gap.need])


def _places(version: BudgetVersion) -> Mapping[Need, str]:
    page = reverse("budgets:prepare", args=[version.pk])
    carriers = reverse("budgets:carriers", args=[version.pk])
    words = reverse("budgets:describe", args=[version.pk])
    return {
        Need.LINES: page,
        Need.BALANCE: page,
        Need.FINDINGS: f"{page}#temuan",
        Need.LEGAL_NUMBER: f"{words}#id_legal_number",
        Need.LEGAL_DATE: f"{words}#id_legal_date",
        Need.BPD_DATE: f"{words}#id_bpd_date",
        Need.COMPLAINT_ADDRESS: f"{words}#id_complaint_address",
        Need.IMPLEMENTERS: carriers,
        Need.REALISED: page,
        Need.WORK_STATES: carriers,
        Need.REASONS: carriers,
    }


def _words(gap: Missing) -> tuple[str, str]:
    codes = ", ".join(gap.codes[:MOST_CODES]) + (" …" if len(gap.codes) > MOST_CODES else "")
    facts = {
        "codes": codes,
        "number": len(gap.codes) or gap.count,
        "amount": str(Rupiah(gap.amount)),
    }
    title, text = WORDS[gap.need]
    return str(title) % facts, str(text) % facts


MOST_CODES = 6
WORDS: dict[Need, tuple[str | Promise, str | Promise]] = {
    Need.LINES: (
        gettext_lazy("Belum ada kegiatan"),
        gettext_lazy("Berkas ini tidak berisi belanja. Impor ulang berkas penjabaran."),
    ),
    Need.BALANCE: (
        gettext_lazy("Anggaran belum pas: selisih %(amount)s"),
        gettext_lazy(
            "Pendapatan dikurangi belanja ditambah pembiayaan harus Rp0. Perbaiki di Siskeudes, lalu impor ulang."
        ),
    ),
    Need.FINDINGS: (
        gettext_lazy("%(number)s angka tidak cocok"),
        gettext_lazy("Perbaiki berkasnya, atau beri catatan yang akan dibaca warga."),
    ),
    Need.LEGAL_NUMBER: (
        gettext_lazy("Nomor peraturan belum ada"),
        gettext_lazy("Isi nomor Perdes, atau Perkades untuk perubahan penjabaran."),
    ),
    Need.LEGAL_DATE: (
        gettext_lazy("Tanggal peraturan belum ada"),
        gettext_lazy("Isi tanggal peraturan itu ditetapkan."),
    ),
    Need.BPD_DATE: (
        gettext_lazy("Tanggal kesepakatan BPD belum ada"),
        gettext_lazy("Isi tanggal BPD menyepakati anggaran ini."),
    ),
    Need.COMPLAINT_ADDRESS: (
        gettext_lazy("Alamat pengaduan belum ada"),
        gettext_lazy("Tulis ke mana warga mengadu tentang anggaran ini."),
    ),
    Need.IMPLEMENTERS: (
        gettext_lazy("%(number)s kegiatan belum punya pelaksana"),
        gettext_lazy("Sebut pelaksananya: %(codes)s"),
    ),
    Need.REALISED: (
        gettext_lazy("%(number)s kegiatan tanpa angka realisasi"),
        gettext_lazy("Berkas realisasi harus memuatnya: %(codes)s"),
    ),
    Need.WORK_STATES: (
        gettext_lazy("%(number)s kegiatan belum disebut keadaannya"),
        gettext_lazy("Pilih selesai, belum selesai, atau belum dilaksanakan: %(codes)s"),
    ),
    Need.REASONS: (
        gettext_lazy("%(number)s kegiatan belum selesai tanpa alasan"),
        gettext_lazy("Tulis alasannya: %(codes)s"),
    ),
}
