"""The sentence of every finding: which figure, what is printed, what comes out, what to do."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.enums import Stage
from desa.transparency.budgets.rules.findings import Finding

MONEY = ("printed", "computed", "written", "expected", "read")
LONGEST = 600

SENTENCES: Mapping[str, str | Promise] = {
    "no_table": gettext_lazy(
        "Tabel anggaran tidak ditemukan. Harus ada baris judul dengan kata Kode Rekening, Uraian, dan "
        "Anggaran. Unggah cetakan Excel dari Siskeudes apa adanya."
    ),
    "no_lines": gettext_lazy(
        "Tabelnya ada, tetapi tidak satu baris pun berisi kode rekening dan angka."
    ),
    "money_unreadable": gettext_lazy(
        "“%(written)s” bukan angka uang yang bisa dibaca. Tulis misalnya 1.250.000,00."
    ),
    "money_ambiguous": gettext_lazy(
        "“%(written)s” bisa berarti dua hal. Tulis jumlah lengkapnya, misalnya 1.250.000,00."
    ),
    "money_lost": gettext_lazy(
        "Angkanya hilang: kolom terlalu sempit sewaktu disalin (########). Lebarkan kolomnya di Excel, lalu "
        "simpan dan unggah lagi."
    ),
    "money_negative": gettext_lazy(
        "“%(written)s” kurang dari nol. Pendapatan, belanja, dan pembiayaan tidak bisa di bawah nol."
    ),
    "habit_broken": gettext_lazy(
        "“%(written)s” ditulis lain dari angka lain di kolom ini; dibaca %(read)s."
    ),
    "cell_error": gettext_lazy(
        "Sel ini berisi kesalahan rumus (#REF! atau sejenisnya). Isi angkanya."
    ),
    "code_unknown": gettext_lazy(
        "Kode %(code)s (%(name)s) tidak ada di daftar Permendagri 20/2018."
    ),
    "code_unreadable": gettext_lazy("“%(code)s” bukan kode kegiatan atau rekening. (%(name)s)"),
    "code_missing": gettext_lazy("“%(name)s” punya angka, tetapi tidak punya kode. Isi kodenya."),
    "code_lost": gettext_lazy(
        "Kode %(code)s muncul dua kali dengan nama lain (%(name)s). Mungkin 4.10 terbaca 4.1: ubah format "
        "kolom kode menjadi Teks, lalu tulis ulang kodenya."
    ),
    "code_was_date": gettext_lazy(
        "Kode ini berubah menjadi tanggal di Excel; dibaca %(code)s (%(name)s). Periksa."
    ),
    "bidang_by_name": gettext_lazy(
        "Bidang dicetak sebagai %(name)s di bawah rekening 5; dibaca bidang %(code)s. Periksa."
    ),
    "name_differs": gettext_lazy(
        "Kode %(code)s di berkas bernama “%(name)s”, di daftar “%(known)s”. Yang dipakai kodenya."
    ),
    "likely_cell": gettext_lazy(
        "Kemungkinan besar sel ini yang keliru: tertulis %(written)s, seharusnya %(expected)s supaya cocok "
        "dengan %(parent)s (%(parent_name)s). Di sana tercetak %(printed)s, jumlah rinciannya %(computed)s."
    ),
    "parent_differs": gettext_lazy(
        "%(name)s: tercetak %(printed)s, jumlah rinciannya %(computed)s, selisih %(difference)s."
    ),
    "total_differs": gettext_lazy(
        "%(name)s: tercetak %(printed)s, jumlah seluruh rinciannya %(computed)s, selisih %(difference)s."
    ),
    "surplus_differs": gettext_lazy(
        "%(name)s: tercetak %(printed)s, pendapatan dikurangi belanja %(computed)s."
    ),
    "netto_differs": gettext_lazy(
        "%(name)s: tercetak %(printed)s, penerimaan dikurangi pengeluaran pembiayaan %(computed)s."
    ),
    "end_differs": gettext_lazy("%(name)s: tercetak %(printed)s, menurut hitungan %(computed)s."),
    "end_not_zero": gettext_lazy(
        "Anggaran tidak berakhir di nol: pendapatan - belanja + pembiayaan = %(computed)s."
    ),
    "silpa_below_zero": gettext_lazy(
        "Uang yang keluar lebih banyak daripada yang ada: SiLPA sampai tanggal ini %(computed)s."
    ),
    "change_differs": gettext_lazy(
        "%(name)s: selisih di baris ini tercetak %(printed)s, menurut hitungan %(computed)s."
    ),
    "before_differs": gettext_lazy(
        "Semula %(code)s tercetak %(printed)s, di APBDes yang berlaku %(computed)s."
    ),
    "fund_overspent": gettext_lazy(
        "Belanja dari %(fund)s melebihi uangnya sebesar %(computed)s (pendapatan + SiLPA - pembiayaan)."
    ),
    "fund_table_differs": gettext_lazy(
        "Tabel per sumber dana %(fund)s: tercetak %(printed)s, menurut tabel utama %(computed)s."
    ),
    "over_realised": gettext_lazy(
        "%(code)s %(name)s: dibelanjakan %(printed)s, anggarannya %(computed)s."
    ),
    "nothing_realised": gettext_lazy("Semua realisasi nol. Mungkin kolom anggaran yang terbawa."),
    "share_above_limit": gettext_lazy(
        "Penghasilan dan tunjangan perangkat serta BPD (1.1.01, 1.1.02, 1.1.05, 1.1.06) memakai "
        "%(share)s %% belanja (%(computed)s); batasnya 30 %%, PP 11/2019 Ps 100."
    ),
    "same_line_twice": gettext_lazy(
        "%(code)s sama dengan baris %(earlier)s. Keduanya dihitung; periksa apakah memang dua."
    ),
    "silpa_elsewhere": gettext_lazy("SiLPA tahun lalu tercatat di %(code)s; tempatnya 6.1.1."),
    "scaled": gettext_lazy("Tabel ini dalam ribuan; semua angka dikalikan %(scale)s."),
    "sheet_hidden": gettext_lazy("Lembar ini tersembunyi, tetapi ikut dibaca."),
    "sheet_left_out": gettext_lazy(
        "Lembar ini memuat kode yang sama lagi, jadi tidak dijumlahkan."
    ),
    "column_hidden": gettext_lazy("Kolom ini tersembunyi, tetapi ikut dibaca."),
    "row_hidden": gettext_lazy("Baris ini tersembunyi, tetapi ikut dibaca."),
    "other_year": gettext_lazy(
        "Berkas ini untuk tahun anggaran %(printed)s, bukan %(year)s. Pilih tahun atau berkas yang benar."
    ),
    "year_impossible": gettext_lazy("Tahun %(year)s bukan tahun anggaran desa."),
    "other_village": gettext_lazy(
        "Berkas ini menyebut Desa %(printed)s, bukan %(village)s. Bila memang berkas desa Anda, "
        "lanjutkan; bila bukan, buang dan pilih yang benar."
    ),
    "other_stage": gettext_lazy(
        "Kolom berkas ini cocok untuk %(found)s, bukan %(asked)s. Pilih tahap yang sesuai."
    ),
    "kept_as_draft": gettext_lazy(
        "Berkas ini menyebut dirinya rancangan, jadi disimpan sebagai rancangan."
    ),
    "no_enacted": gettext_lazy(
        "Belum ada APBDes yang ditetapkan untuk tahun ini, jadi perubahannya belum bisa dimasukkan. Impor "
        "dahulu APBDes awalnya."
    ),
    "other_budget": gettext_lazy(
        "Belanja di kolom anggaran %(printed)s, di APBDes yang berlaku %(computed)s."
    ),
    "day_guessed": gettext_lazy("Berkas tidak menyebut sampai tanggal berapa. Periksa tanggalnya."),
}

CAUSES: Mapping[str, str | Promise] = {
    "own": gettext_lazy(
        "Angka ini sendiri yang keliru: rinciannya cocok dengan jumlah di atasnya."
    ),
    "counted_twice": gettext_lazy("Mungkin satu baris terhitung dua kali."),
    "row_missing": gettext_lazy("Mungkin satu baris hilang."),
    "digits_swapped": gettext_lazy("Mungkin ada angka yang tertukar tempatnya."),
    "sign": gettext_lazy("Tandanya terbalik."),
}
REASONS: Mapping[str, str | Promise] = {
    "only_row": gettext_lazy("hanya ini rinciannya"),
    "own_change": gettext_lazy("selisih di barisnya sendiri berbeda sebesar itu"),
    "fund_short": gettext_lazy("sumber dana %(fund)s kurang tepat sebesar itu"),
    "unit_price": gettext_lazy("harga satuan sel lain sudah wajar"),
}
CELLS = gettext_lazy("Periksa sel %(cells)s.")
LIKELY = gettext_lazy("Sel yang paling mungkin: %(likely)s.")
BECAUSE = gettext_lazy("Alasannya: %(reasons)s.")


def sentence(finding: Finding) -> str:
    """In the language that is active; the terminal's and the stored one are Indonesian."""
    facts = _facts(finding)
    parts = [str(SENTENCES[finding.code]) % facts]
    if reasons := str(finding.facts.get("reasons", "")):
        words = [str(REASONS[reason]) % facts for reason in reasons.split(",")]
        parts.append(str(BECAUSE) % {"reasons": ", ".join(words)})
    if finding.facts.get("likely"):
        parts.append(str(LIKELY) % facts)
    elif finding.facts.get("cells") and finding.facts.get("cause") != "own":
        parts.append(str(CELLS) % facts)
    if cause := str(finding.facts.get("cause", "")):
        parts.append(str(CAUSES[cause]))
    return " ".join(parts)[:LONGEST]


def _facts(finding: Finding) -> dict[str, str]:
    facts = {
        name: str(Rupiah(value)) if name in MONEY and isinstance(value, int) else str(value)
        for name, value in finding.facts.items()
    }
    for name in ("found", "asked"):
        if name in facts:
            facts[name] = str(Stage(facts[name]).label)
    if finding.difference is not None:
        facts["difference"] = str(Rupiah(finding.difference))
    return facts


def where(finding: Finding) -> str:
    """ "F47", "baris 12" or "" """
    if finding.cell:
        return finding.cell
    if finding.column:
        return _("kolom %(letter)s") % {"letter": finding.column}
    return _("baris %(row)s") % {"row": finding.row} if finding.row else ""
