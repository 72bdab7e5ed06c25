"""The simple workbook of assets: one row each, columns by name. Read whole or not at all. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desa.foundation.core.values.dates import parse_date
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.errors import mark as _
from desa.foundation.core.values.rupiah import Rupiah

MOST_ROWS = 500
COLUMNS = (
    "kode", "jenis", "nama", "keadaan", "kegunaan", "asal", "harga", "harga_perkiraan", "dibeli",
    "dusun", "letak", "nomor_seri", "kode_sipades", "garansi_sampai", "kontrak_sampai", "penyedia",
    "langganan_setahun",
)  # fmt: skip
NEEDED = ("jenis", "nama")
YES = frozenset({"ya", "y", "1", "true", "benar", "x"})
Choices = Mapping[str, Mapping[str, Any]]
"""By column: what may stand there, in lower case, and what it means."""


@dataclass(frozen=True)
class SheetRow:
    """`number` is Excel's; `values` by column, typed; an absent one is None or ""."""

    number: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Fault:
    number: int
    column: str
    problem: ValueProblem


def column_places(header: Sequence[object]) -> dict[str, int]:
    """Raises ValueProblem when a needed column is not there."""
    names = [str(cell or "").strip().lower().replace(" ", "_") for cell in header]
    found = {name: names.index(name) for name in COLUMNS if name in names}
    if absent := [name for name in NEEDED if name not in found]:
        text = _("Kolom “%(name)s” tidak ada di baris pertama lembar ini.")
        raise ValueProblem("column", text, {"name": absent[0]})
    return found


def read_rows(
    header: Sequence[object], rows: Sequence[tuple[int, Sequence[object]]], choices: Choices
) -> tuple[list[SheetRow], list[Fault]]:
    """Rows that can be taken, and every cell that cannot be read. Raises ValueProblem for the sheet."""
    places = column_places(header)
    if len(rows) > MOST_ROWS:
        text = _("Paling banyak %(most)s baris sekali impor; berkas ini %(rows)s.")
        raise ValueProblem("too_many", text, {"most": MOST_ROWS, "rows": len(rows)})
    taken, faults = [], []
    for number, cells in rows:
        values: dict[str, Any] = {}
        for column, index in places.items():
            cell = cells[index] if index < len(cells) else None
            try:
                values[column] = _read(column, cell, choices)
            except ValueProblem as problem:
                faults.append(Fault(number, column, problem))
        taken.append(SheetRow(number, values))
    return taken, faults


def _read(column: str, cell: object, choices: Choices) -> Any:
    if column in choices:
        return _choice(column, _text(cell), choices[column])
    value = READERS.get(column, _text)(cell)
    if column in NEEDED and not value:
        raise ValueProblem("empty", _("Sel ini belum diisi."))
    return value


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _choice(column: str, text: str, known: Mapping[str, Any]) -> Any:
    try:
        return known[text.lower()]
    except KeyError:
        words = _("“%(text)s” tidak dikenal. Pilihannya: %(choices)s.")
        shown = ", ".join(name for name in known if name)
        raise ValueProblem("choice", words, {"text": text[:40], "choices": shown}) from None


def _money(cell: object) -> Rupiah | None:
    if cell is None or cell == "":
        return None
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        sen = round(cell * 100)
        if sen < 0:
            raise ValueProblem("minus", _("Jumlah uang tidak bisa kurang dari nol."))
        return Rupiah(sen)
    amount = Rupiah.parse(_text(cell))
    return _money(amount.sen / 100) if amount.sen < 0 else amount


def _day(cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    return parse_date(_text(cell)) if _text(cell) else None


def _bought(cell: object) -> tuple[date | None, bool]:
    """(day, only the year is known); a year alone is put in its middle."""
    text = _text(cell)
    if text.isdecimal() and len(text) == 4 and text >= "1980":
        return date(int(text), 7, 1), True
    return _day(cell), False


def _yes(cell: object) -> bool:
    return cell is True or _text(cell).lower() in YES


READERS: Mapping[str, Callable[[object], Any]] = {
    "harga": _money,
    "harga_perkiraan": _yes,
    "dibeli": _bought,
    "garansi_sampai": _day,
    "kontrak_sampai": _day,
    "langganan_setahun": _money,
}
