"""Printed budgets of an invented village, made row by row: no file is needed to read them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from desa.foundation.sheets.engine.writer import OutSheet, write_workbook
from desa.foundation.sheets.rules.workbook import Cell, Row, Sheet, Workbook
from desa.transparency.budgets.rules.tables import akun_names, kegiatan_names

Cells = list[Any]
TITLES = (
    "LAMPIRAN PERATURAN KEPALA DESA",
    "PENJABARAN ANGGARAN PENDAPATAN DAN BELANJA DESA",
    "PEMERINTAH DESA SUMBERGEDANG",
    "TAHUN ANGGARAN 2026",
)


@dataclass(frozen=True)
class Item:
    """Money in rupiah."""

    kegiatan: str
    akun: str
    fund: str
    amount: int
    volume: int = 1
    unit: str = "Paket"
    before: int = 0
    realised: int = 0


ITEMS = (
    Item("", "4.1.2.01", "PAD", 20_000_000, before=20_000_000, realised=8_000_000),
    Item("", "4.2.1.01", "DDS", 100_000_000, before=90_000_000, realised=60_000_000),
    Item("", "4.2.3.01", "ADD", 80_000_000, before=80_000_000, realised=40_000_000),
    Item("1.1.01", "5.1.1.01", "ADD", 36_000_000, 12, "OB", 36_000_000, 18_000_000),
    Item("1.1.01", "5.1.1.02", "ADD", 12_000_000, 12, "OB", 12_000_000, 6_000_000),
    Item("1.4.08", "5.2.5.05", "ADD", 6_000_000, 12, "Bulan", 6_000_000, 3_000_000),
    Item("1.4.08", "5.2.6.08", "PAD", 9_000_000, 1, "Tahun", 9_000_000),
    Item("2.3.11", "5.3.5.02", "DDS", 30_000_000, 240, "HOK", 25_000_000, 30_000_000),
    Item("2.3.11", "5.3.5.03", "DDS", 60_000_000, 1, "Paket", 55_000_000),
    Item("4.2.03", "5.2.7.05", "DDS", 15_000_000, 1_000, "Batang", 15_000_000),
    Item("5.3.00", "5.4.1.01", "DDS", 5_000_000, 20, "KPM", 5_000_000, 2_500_000),
    Item("2.2.02", "5.2.1.06", "ADD", 26_000_000, 1_300, "Porsi", 26_000_000),
    Item("2.2.02", "5.2.1.06", "PAD", 11_000_000, 550, "Porsi", 11_000_000),
    Item("", "6.1.1.01", "DDS", 10_000_000, before=10_000_000, realised=10_000_000),
)


def printed(rupiah: int) -> str:
    """1.250.000,00, in brackets below zero."""
    text = f"{abs(rupiah):,}".replace(",", ".") + ",00"
    return f"({text})" if rupiah < 0 else text


def penjabaran(items: Sequence[Item] = ITEMS, titles: Iterable[str] = TITLES) -> list[Cells]:
    """Rows from 1 on; the header stands in two storeys with column numbers below."""
    rows: list[Cells] = [[title] for title in titles]
    rows += [
        ["KODE REKENING", None, "URAIAN", "KELUARAN/OUTPUT", None, "ANGGARAN", "SUMBER"],
        ["KEGIATAN", "EKONOMI", None, "VOLUME", "SATUAN", "(Rp)", "DANA"],
        [1, 2, 3, 4, 5, 6, 7],
    ]
    rows += list(_body(items, _detail_columns))
    return rows


def perubahan(items: Sequence[Item] = ITEMS) -> list[Cells]:
    rows: list[Cells] = [[title] for title in TITLES[2:]] + [["Jenis APBDes : PERUBAHAN"]]
    rows += [
        ["KODE REK", None, "URAIAN", "SUMBERDANA", "ANGGARAN (RP)", None, "BERTAMBAH/"],
        [None, None, None, None, "SEMULA", "MENJADI", "( BERKURANG )"],
        [1, 2, 3, 4, 5, 6, 7],
    ]
    rows += list(_body(items, _change_columns))
    return rows


def lra(items: Sequence[Item] = ITEMS) -> list[Cells]:
    rows: list[Cells] = [["LAPORAN REALISASI PELAKSANAAN"], [TITLES[2]]]
    rows += [["SEMESTER PERTAMA TAHUN ANGGARAN 2026"]]
    rows += [
        ["KODE REK", None, "URAIAN", "ANGGARAN (Rp)", "REALISASI (Rp)", "LEBIH/ (KURANG)", "%"]
    ]
    rows += list(_body(items, _report_columns))
    return rows


Sums = tuple[int, int, int]  # amount, before, realised


def _sums(items: Iterable[Item]) -> Sums:
    kept = list(items)
    return (
        sum(item.amount for item in kept),
        sum(item.before for item in kept),
        sum(item.realised for item in kept),
    )


def _detail_columns(sums: Sums, item: Item | None) -> Cells:
    if item is None:
        return [None, None, printed(sums[0]), None]
    return [item.volume, item.unit, printed(sums[0]), item.fund]


def _change_columns(sums: Sums, item: Item | None) -> Cells:
    fund = item.fund if item else None
    return [fund, printed(sums[1]), printed(sums[0]), printed(sums[0] - sums[1])]


def _report_columns(sums: Sums, _item: Item | None) -> Cells:
    share = f"{sums[2] * 100 / sums[0]:.2f}".replace(".", ",") if sums[0] else None
    return [
        printed(sums[0]),
        printed(sums[2]) if sums[2] else "-",
        printed(sums[0] - sums[2]),
        share,
    ]


def _body(items: Sequence[Item], columns):  # type: ignore[no-untyped-def]
    parts = {part: [item for item in items if item.akun.startswith(part)] for part in "456"}
    yield [None, "4.", "PENDAPATAN"]
    yield from _accounts(parts["4"], columns)
    yield ["JUMLAH PENDAPATAN", None, None, *columns(_sums(parts["4"]), None)]
    yield [None, "5.", "BELANJA"]
    yield from _works(parts["5"], columns)
    yield ["JUMLAH BELANJA", None, None, *columns(_sums(parts["5"]), None)]
    surplus = _minus(_sums(parts["4"]), _sums(parts["5"]))
    yield ["SURPLUS / (DEFISIT)", None, None, *columns(surplus, None)]
    yield [None, "6.", "PEMBIAYAAN"]
    yield from _accounts(parts["6"], columns)
    netto = _sums(parts["6"])
    yield ["PEMBIAYAAN NETTO", None, None, *columns(netto, None)]
    end = _minus(surplus, _minus((0, 0, 0), netto))
    yield ["SISA LEBIH PEMBIAYAAN ANGGARAN", None, None, *columns(end, None)]


def _minus(first: Sums, second: Sums) -> Sums:
    return (first[0] - second[0], first[1] - second[1], first[2] - second[2])


def _accounts(items: Sequence[Item], columns):  # type: ignore[no-untyped-def]
    seen: set[str] = set()
    for item in sorted(items, key=lambda one: one.akun):
        pieces = item.akun.split(".")
        for depth in (2, 3):
            code = ".".join(pieces[:depth])
            if code not in seen:
                seen.add(code)
                below = [one for one in items if one.akun.startswith(f"{code}.")]
                yield [None, f"{code}.", akun_names()[code][0], *columns(_sums(below), None)]
        yield [None, f"{item.akun}.", akun_names()[item.akun][0], *columns(_sums([item]), item)]


def _works(items: Sequence[Item], columns):  # type: ignore[no-untyped-def]
    seen: set[str] = set()
    for item in sorted(items, key=lambda one: (one.kegiatan, one.akun)):
        pieces = item.kegiatan.split(".")
        for depth in (1, 2, 3):
            code = ".".join(pieces[:depth])
            if code not in seen:
                seen.add(code)
                below = [one for one in items if f"{one.kegiatan}.".startswith(f"{code}.")]
                yield [_two(code), None, kegiatan_names()[code][0], *columns(_sums(below), None)]
        name = akun_names()[item.akun][0]
        yield [_two(item.kegiatan), f"{item.akun}.", name, *columns(_sums([item]), item)]


def _two(code: str) -> str:
    return ".".join(piece.zfill(2) for piece in code.split("."))


def sheet(rows: Iterable[Cells], name: str = "Anggaran", **told: object) -> Sheet:
    """As the reader gives it: rows numbered from 1, empty ones left out."""
    numbered = [Row(number, list(cells)) for number, cells in enumerate(rows, start=1)]
    filled = [row for row in numbered if any(cell is not None for cell in row.cells)]
    return Sheet(name, filled, **told)  # type: ignore[arg-type]


def book(*sheets: Sheet | list[Cells]) -> Workbook:
    made = tuple(one if isinstance(one, Sheet) else sheet(one) for one in sheets)
    return Workbook("anggaran.xlsx", "xlsx", False, made)


def xlsx(rows: list[Cells], name: str = "Anggaran") -> bytes:
    """A true file; its first row goes where a writer puts the header."""
    width = max(len(cells) for cells in rows)
    padded = [[*cells, *[None] * (width - len(cells))] for cells in rows]
    head = ["" if cell is None else str(cell) for cell in padded[0]]
    return write_workbook([OutSheet(name, head, padded[1:], frozenset())])


def place(rows: list[Cells], text: str, column: int = 2) -> int:
    """Row number of the first row whose cell begins with `text`."""
    return next(
        number
        for number, cells in enumerate(rows, start=1)
        if len(cells) > column and str(cells[column] or "").startswith(text)
    )


def put(rows: list[Cells], row: int, column: int, cell: Cell) -> list[Cells]:
    """A copy with one cell changed; row as Excel numbers it, column counted from 0."""
    copy = [list(cells) for cells in rows]
    copy[row - 1] += [None] * (column + 1 - len(copy[row - 1]))
    copy[row - 1][column] = cell
    return copy
