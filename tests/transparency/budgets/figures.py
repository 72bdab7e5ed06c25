"""Fictional figures of Sumbergedang (users.md 3.0): a plan, a draft, a change, a realisation and ugly ones."""

from dataclasses import replace
from datetime import date

from desa.transparency.budgets.rules.figures import Block, Figures, Work
from desa.transparency.budgets.rules.lines import Balance

JUTA = 10**8
ADDRESS = "https://sumbergedang.example/apbdes/2026/"
NAMES = (
    ("1", "BIDANG PENYELENGGARAAN PEMERINTAHAN DESA"),
    ("2", "BIDANG PELAKSANAAN PEMBANGUNAN DESA"),
    ("3", "BIDANG PEMBINAAN KEMASYARAKATAN"),
    ("4", "BIDANG PEMBERDAYAAN MASYARAKAT"),
    ("5", "BIDANG PENANGGULANGAN BENCANA, KEADAAN DARURAT DAN MENDESAK DESA"),
)
AMOUNTS = (54_830_000_000, 23_640_000_000, 4_890_000_000, 6_215_000_000, 3_825_000_000)
PAID = (26_866_750_000, 8_485_000_000, 2_131_000_000, 2_655_000_000, 1_124_000_000)
AFTER = (55_455_000_000, 28_640_000_000, 4_890_000_000, 4_970_000_000, 3_825_000_000)
INCOME = (
    ("4.1", "Pendapatan Asli Desa", 4_500_000_000, 1_440_000_000),
    ("4.2.1", "Dana Desa", 31_245_000_000, 18_747_000_000),
    ("4.2.2", "Bagi Hasil Pajak dan Retribusi", 6_125_000_000, 4_900_000_000),
    ("4.2.3", "Alokasi Dana Desa", 49_870_000_000, 24_935_000_000),
    ("4.3", "Pendapatan Lain", 160_000_000, 80_325_037),
)
CHANGED_INCOME = (
    ("4.1", "Pendapatan Asli Desa", 4_500_000_000, 4_500_000_000),
    ("4.2.1", "Dana Desa", 30_000_000_000, 31_245_000_000),
    ("4.2.2", "Bagi Hasil Pajak dan Retribusi", 6_125_000_000, 6_125_000_000),
    ("4.2.3", "Alokasi Dana Desa", 49_870_000_000, 49_870_000_000),
    ("4.2.4", "Bantuan Keuangan Provinsi", 5_000_000_000, 0),
    ("4.3", "Pendapatan Lain", 160_000_000, 160_000_000),
)
WORKS = (
    ("1.1.02", "Penghasilan tetap perangkat desa", 24_480_000_000, "selesai", ""),
    ("2.3.11", "Jalan Rajeg", 7_000_000_000, "belum", "menunggu musim hujan reda"),
    ("2.6.03", "Jaringan internet dusun", 2_800_000_000, "berjalan", "menara menunggu izin"),
    ("2.2.02", "Posyandu, gizi balita", 6_120_000_000, "berjalan", "berlangsung sampai Desember"),
    ("3.4.03", "Pelatihan PKK", 1_200_000_000, "selesai", ""),
    ("4.2.03", "Bibit durian warga", 3_000_000_000, "belum", "bibit dipesan Oktober"),
    ("5.3.00", "BLT Desa", 2_880_000_000, "berjalan", "dibayar tiap bulan"),
)


def _income(realised: bool = False) -> tuple[Block, ...]:
    return tuple(
        Block(code, name, amount, realised=paid if realised else None)
        for code, name, amount, paid in INCOME
    )


def _works(realised: bool = False) -> tuple[Work, ...]:
    return tuple(
        Work(
            code,
            name,
            amount,
            realised=amount // 2 if realised else None,
            implementer="Kasi Kesejahteraan",
            team="TPK Sumbergedang: Sutikno, Wahyuni, Marsudi",
            state=state if realised else "",
            reason=reason if realised else "",
        )
        for code, name, amount, state, reason in WORKS
    )


def plan() -> Figures:
    return Figures(
        version_id="APBDes-2026-ditetapkan-1",
        village="Sumbergedang",
        district="Kecamatan Pandaan, Kabupaten Pasuruan",
        year=2026,
        title="APBDes 2026",
        basis="Perdes Nomor 6 Tahun 2025",
        income=_income(),
        spending=tuple(
            Block(code, name, amount, funds=(("ADD", amount - JUTA), ("PBH", JUTA)))
            for (code, name), amount in zip(NAMES, AMOUNTS, strict=True)
        ),
        receipts=(Block("6.1.1", "SILPA Tahun Sebelumnya", 2_500_000_000),),
        outlays=(Block("6.2.2", "Penyertaan Modal Desa", 1_000_000_000),),
        totals=Balance(91_900_000_000, 93_400_000_000, 2_500_000_000, 1_000_000_000),
        totals_before=None,
        totals_realised=None,
        works=_works(),
        complaint_address="kantor desa atau WhatsApp 0812-0000-0000",
        notes=(),
        address=ADDRESS,
        published_on=date(2026, 1, 5),
    )


def draft() -> Figures:
    return replace(
        plan(),
        version_id="APBDes-2026-rancangan-1",
        title="Rancangan APBDes 2026",
        basis="",
    )


def change() -> Figures:
    before = plan().totals
    return replace(
        plan(),
        version_id="APBDes-2026-perubahan-1",
        title="Perubahan APBDes 2026",
        basis="Perdes Nomor 4 Tahun 2026",
        income=tuple(Block(*block) for block in CHANGED_INCOME),
        spending=tuple(
            Block(code, name, amount, before=was)
            for (code, name), amount, was in zip(NAMES, AFTER, AMOUNTS, strict=True)
        ),
        receipts=(Block("6.1.1", "SILPA Tahun Sebelumnya", 3_125_000_000, before=2_500_000_000),),
        outlays=(Block("6.2.2", "Penyertaan Modal Desa", 1_000_000_000, before=1_000_000_000),),
        totals=Balance(95_655_000_000, 97_780_000_000, 3_125_000_000, 1_000_000_000),
        totals_before=before,
        published_on=date(2026, 9, 21),
    )


def realisation() -> Figures:
    return replace(
        plan(),
        version_id="APBDes-2026-realisasi-1",
        title="Realisasi APBDes 2026 sampai 30 Juni 2026",
        income=_income(realised=True),
        spending=tuple(
            Block(code, name, amount, realised=paid)
            for (code, name), amount, paid in zip(NAMES, AMOUNTS, PAID, strict=True)
        ),
        receipts=(Block("6.1.1", "SILPA Tahun Sebelumnya", 2_500_000_000, realised=2_500_000_000),),
        outlays=(Block("6.2.2", "Penyertaan Modal Desa", 1_000_000_000, realised=0),),
        totals_realised=Balance(50_102_325_037, 41_261_750_000, 2_500_000_000, 0),
        works=_works(realised=True),
        published_on=date(2026, 7, 14),
        realised_on=date(2026, 6, 30),
    )


def ugly() -> Figures:
    """Long names, thirty works, sen, a surplus, no income in one group, no address, no basis."""
    long = "Pembangunan/Rehabilitasi/Peningkatan/Pengerasan Jalan Lingkungan Permukiman/Gang Dusun Sumbergedang Krajan Kidul"
    works = tuple(
        Work(
            f"2.3.{n:02}",
            f"{long} Tahap {n}",
            123_456_789 * n,
            realised=None,
            implementer="Muhammad Abdurrahman Wahyu Kusumowardhana Prawirodirdjo, S.H., Kaur Perencanaan",
        )
        for n in range(1, 31)
    )
    spending = (
        *(Block(code, name, 100_000_000_001 + int(code)) for code, name in NAMES),
        Block(
            "90", "BIDANG TAMBAHAN MENURUT KEWENANGAN LOKAL BERSKALA DESA YANG PANJANG SEKALI", 99
        ),
    )
    income = (Block("4.1", "PENDAPATAN ASLI DESA", 0), Block("4.2.1", "Dana Desa", 512_345_678_933))
    return replace(
        plan(),
        village="Sumbergedang Kidul Wetan Baru",
        district="Kecamatan Pandaan Selatan, Kabupaten Pasuruan Tenggara, Jawa Timur",
        basis="",
        income=income,
        spending=spending,
        receipts=(),
        outlays=(Block("6.2.2", "Penyertaan Modal Desa", 12_345_678_814),),
        totals=Balance(512_345_678_933, 500_000_000_119, 0, 12_345_678_814),
        works=works,
        address="",
        complaint_address="",
        notes=(
            "Jumlah pada dokumen asli salah cetak Rp1.000.000; yang dipakai jumlah barisnya.",
            *("Baris 47 tidak sama dengan jumlahnya. " * 12 for _ in range(5)),
        ),
    )


def bare() -> Figures:
    """A village that put nothing in yet: no blocks, no works."""
    return replace(
        plan(),
        income=(),
        spending=(),
        receipts=(),
        outlays=(),
        works=(),
        totals=Balance(0, 0, 0, 0),
    )
