"""What the hand-out of a meeting says: every sum in full, who carries out what, what is not finished."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from operator import attrgetter

from desa.foundation.core.values.dates import format_long
from desa.transparency.budgets.rules.figures import Block, Figures, Work
from desa.transparency.budgets.rules.lines import Balance
from desa.transparency.budgets.rules.poster import DRAFT_WARNING
from desa.transparency.budgets.rules.wording import (
    OFFICE,
    Kind,
    calm,
    district_line,
    fund_name,
    implementers,
    is_unfinished,
    kind_of,
    percent,
    rupiah,
    short_address,
    state_words,
    title_line,
    village_name,
    work_name,
)

SHARES = "Persen dibulatkan, sehingga jumlahnya bisa sedikit berbeda dari 100 %."
SHARE = "Bagian"


class Side(StrEnum):
    """Of Figures and of Balance."""

    INCOME = "income"
    SPENDING = "spending"
    RECEIPTS = "receipts"
    OUTLAYS = "outlays"


TOTALS = {
    Side.INCOME: "Jumlah pendapatan",
    Side.SPENDING: "Jumlah belanja",
    Side.RECEIPTS: "Jumlah penerimaan",
    Side.OUTLAYS: "Jumlah pengeluaran",
}
SUMS: tuple[tuple[str, Callable[[Balance], int], bool], ...] = (
    ("Pendapatan", lambda b: b.income, False),
    ("Belanja", lambda b: b.spending, False),
    ("Surplus / (defisit)", lambda b: b.surplus, True),
    ("Penerimaan pembiayaan", lambda b: b.receipts, False),
    ("Pengeluaran pembiayaan", lambda b: b.outlays, False),
    ("Pembiayaan neto", lambda b: b.netto, True),
    ("Sisa lebih (SiLPA)", lambda b: b.silpa, True),
)


@dataclass(frozen=True)
class Table:
    """Cells are text; `numbers` counts the columns at the right that hold amounts; `bold` names rows."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: int
    bold: tuple[int, ...] = ()
    note: str = ""

    def to_json(self) -> dict[str, object]:
        return asdict(self)


def handout(figures: Figures) -> dict[str, object]:
    kind = kind_of(figures)
    return {
        "village": village_name(figures),
        "district": district_line(figures),
        "title": title_line(figures),
        "facts": _facts(figures, kind),
        "tables": [table.to_json() for table in _tables(figures)],
        "left": _left(figures),
        "complaint": figures.complaint_address,
        "address": short_address(figures.address),
        "office": f"Tabel lengkap dan naskah aslinya dapat dilihat di {OFFICE}.",
        "notes": list(figures.notes),
        "version": figures.version_id,
    }


def _facts(figures: Figures, kind: Kind) -> list[str]:
    facts = [f"Dasar: {figures.basis}." if figures.basis else ""]
    if kind is Kind.DRAFT:
        facts.append(DRAFT_WARNING)
    facts.append(
        f"Terbit {format_long(figures.published_on)}, nomor terbitan {figures.version_id}."
    )
    return [fact for fact in facts if fact]


def _tables(figures: Figures) -> list[Table]:
    tables = [
        _summary(figures),
        _blocks("Pendapatan: dari mana uangnya", (Side.INCOME,), figures),
        _blocks("Belanja per bidang", (Side.SPENDING,), figures),
        _blocks("Pembiayaan", (Side.RECEIPTS, Side.OUTLAYS), figures),
        _funds(figures),
        *_works(figures),
    ]
    return [table for table in tables if table is not None and table.rows]


def _columns(figures: Figures) -> tuple[str, ...]:
    if figures.totals_realised is not None:
        return ("Anggaran", "Realisasi", "Persen")
    if figures.totals_before is not None:
        return ("Semula", "Menjadi", "Bertambah / (berkurang)")
    return ("Anggaran", SHARE)


def signed(sen: int) -> str:
    """Accountants' brackets for what is below zero."""
    return f"({rupiah(-sen)})" if sen < 0 else rupiah(sen)


def _amounts(
    amount: int, before: int | None, realised: int | None, whole: int, figures: Figures
) -> tuple[str, ...]:
    if figures.totals_realised is not None:
        paid = realised or 0
        return (signed(amount), signed(paid), percent(paid, amount))
    if figures.totals_before is not None:
        was = before or 0
        return (signed(was), signed(amount), signed(amount - was))
    return (signed(amount), percent(amount, whole))


def _summary(figures: Figures) -> Table:
    rows = []
    for label, value, derived in SUMS:
        cells = _sums(figures, value)
        if derived and figures.totals_realised is not None:  # a share of a difference says nothing
            cells = (*cells[:-1], "")
        rows.append((label, *cells))
    heads = _columns(figures)
    if heads[-1] == SHARE:
        heads, rows = heads[:-1], [row[:-1] for row in rows]
    bold = tuple(index for index, (_label, _value, derived) in enumerate(SUMS) if derived)
    return Table("Ringkasan", ("", *heads), tuple(rows), len(heads), bold)


def _sums(figures: Figures, value: Callable[[Balance], int]) -> tuple[str, ...]:
    """A sum as it was made once, in the columns of this version."""
    before, realised = figures.totals_before, figures.totals_realised
    return _amounts(
        value(figures.totals),
        value(before) if before else None,
        value(realised) if realised else None,
        value(figures.totals),
        figures,
    )


def _blocks(title: str, sides: Sequence[Side], figures: Figures) -> Table:
    rows: list[tuple[str, ...]] = []
    bold: list[int] = []
    for side in sides:
        blocks: tuple[Block, ...] = getattr(figures, side.value)
        value = attrgetter(side.value)
        whole = value(figures.totals)
        rows += [_block(block, whole, figures) for block in blocks]
        if blocks:
            bold.append(len(rows))
            rows.append(("", TOTALS[side], *_sums(figures, value)))
    heads = _columns(figures)
    note = SHARES if heads[-1] == SHARE and len(rows) > 2 else ""
    return Table(title, ("Kode", "Uraian", *heads), tuple(rows), len(heads), tuple(bold), note)


def _block(block: Block, whole: int, figures: Figures) -> tuple[str, ...]:
    cells = _amounts(block.amount, block.before, block.realised, whole, figures)
    return (block.code, calm(block.name), *cells)


def _funds(figures: Figures) -> Table | None:
    """Spending by source of money, where the paper named it for every leaf."""
    rows = [
        (calm(block.name) if first else "", fund_name(fund), signed(amount))
        for block in figures.spending
        for first, (fund, amount) in ((i == 0, pair) for i, pair in enumerate(block.funds))
    ]
    if not rows:
        return None
    return Table(
        "Belanja menurut sumber dana", ("Bidang", "Sumber dana", "Anggaran"), tuple(rows), 1
    )


def _works(figures: Figures) -> list[Table]:
    """Every work once; at a realisation those that are not finished come first, with why."""
    works = figures.works
    if figures.totals_realised is None:
        return [_work_table("Kegiatan dan pelaksananya", works, realised=False)]
    unfinished = [work for work in works if is_unfinished(work)]
    done = [work for work in works if work.state and not is_unfinished(work)]
    unknown = [work for work in works if not work.state]
    return [
        _work_table("Kegiatan yang belum selesai atau belum dilaksanakan", unfinished),
        _work_table("Kegiatan yang selesai", done),
        _work_table("Kegiatan yang keadaannya belum ditulis", unknown),
    ]


def _work_table(title: str, works: Sequence[Work], *, realised: bool = True) -> Table:
    heads = ("Kode", "Kegiatan", "Pelaksana", "Anggaran", *(("Realisasi",) if realised else ()))
    rows = tuple(
        (
            work.code,
            _with_reason(work),
            implementers(work) or "belum ditulis",
            signed(work.amount),
            *((signed(work.realised or 0),) if realised else ()),
        )
        for work in works
    )
    return Table(title, heads, rows, 1 + realised)


def _with_reason(work: Work) -> str:
    name = work_name(work.name)
    if not is_unfinished(work):
        return name
    return f"{name}\n{state_words(work)}: {work.reason or 'alasan belum ditulis'}"


def _left(figures: Figures) -> str:
    if figures.totals_realised is None:
        return ""
    on = f" pada {format_long(figures.realised_on)}" if figures.realised_on else ""
    rest = figures.totals.spending - figures.totals_realised.spending
    word = "Belanja yang belum terpakai" if rest >= 0 else "Belanja melebihi anggaran sebesar"
    return f"Sisa uang{on}: {signed(figures.totals_realised.silpa)}. {word}: {rupiah(abs(rest))}."
