"""From one cell to one value, by the kind of its column. Raises ValueProblem, which says what to do.

Plain well-formed cells, nearly all of a workbook, take the short way; only odd ones are examined.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from desa.foundation.core.values.addresses import parse_rt_rw_number
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.errors import mark as _
from desa.foundation.core.values.nik import Kk, Nik
from desa.foundation.sheets.rules.cells import as_date, as_digits, as_text
from desa.foundation.sheets.rules.workbook import Cell
from desa.people.residents.rules import codes
from desa.people.residents.rules.layout import Column

Convert = Callable[[Cell], Any]
NOTHING = frozenset(("", "-", "--", "–"))
ZEROS = frozenset(("", "-", "--", "–", "0"))
MEMORY = 20_000  # different cells of one column that are remembered


def converter(column: Column, day: date) -> Convert:
    """`day` is today in the village: nobody is born after it."""
    of_column = {"text": _text, "name": _name, "dusun": _dusun, "code": _code}
    if column.kind in of_column:
        return of_column[column.kind](column)
    return {
        "number3": _remembering(_number3),
        "kk": _number16(Kk),
        "nik": _number16(Nik),
        "other_nik": _number16(Nik),
        "date": _remembering(as_date),
        "past": _remembering(_past(day)),
    }[column.kind]


def _remembering(convert: Convert) -> Convert:
    memory: dict[Cell, Any] = {}

    def run(cell: Cell) -> Any:
        if cell in memory:
            return memory[cell]
        value = convert(cell)
        if len(memory) < MEMORY:
            memory[cell] = value
        return value

    return run


def _text(column: Column) -> Convert:
    longest = column.longest

    def run(cell: Cell) -> str:
        text = as_text(cell)
        if text in NOTHING:
            return ""
        if len(text) > longest:
            problem = _("Isinya %(length)s huruf. Yang muat paling banyak %(limit)s; singkatlah.")
            raise ValueProblem("too_long", problem, {"length": len(text), "limit": longest})
        return text

    return run


def _name(column: Column) -> Convert:
    text = _text(column)

    def run(cell: Cell) -> str:
        name: str = text(cell)
        if not name:
            raise ValueProblem("name_missing", _("Nama belum diisi. Tulis nama lengkapnya."))
        if not any(letter.isalpha() for letter in name):
            raise ValueProblem(
                "name_without_letters", _("Nama harus memuat huruf. Periksa kolomnya.")
            )
        return name

    return run


def _dusun(column: Column) -> Convert:
    text = _text(column)

    def run(cell: Cell) -> str:
        name = " ".join(str(text(cell)).replace("_", " ").split())
        if name.casefold().startswith("dusun "):
            name = name[6:]
        if not name:
            raise ValueProblem("dusun_missing", _("Dusun belum diisi. Tulis nama dusunnya."))
        return name.title() if name.isupper() or name.islower() else name

    return _remembering(run)


def _number3(cell: Cell) -> str:
    return parse_rt_rw_number(as_text(cell)) or ""


def _number16(kind: type[Nik] | type[Kk]) -> Convert:
    """ "" for an empty cell or a zero: the number is not known."""

    def run(cell: Cell) -> str:
        if (
            type(cell) is str
            and len(cell) == 16
            and cell.isascii()
            and cell.isdigit()
            and cell.strip("0")
        ):
            return cell
        if as_text(cell) in ZEROS:
            return ""
        return kind.parse(as_digits(cell)).digits

    return run


def _code(column: Column) -> Convert:
    spellings = codes.spellings(column.codes)

    def run(cell: Cell) -> int | None:
        text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else as_text(cell)
        if text in ZEROS:
            return None
        found = spellings.get(codes.key(text))
        if found is None:
            problem = _("Kode “%(text)s” tidak dikenal. Pakai kode atau sebutan dari daftar.")
            raise ValueProblem("unknown_code", problem, {"text": text[:30]})
        return found

    return _remembering(run)


def _past(day: date) -> Convert:
    def run(cell: Cell) -> date | None:
        found = as_date(cell)
        if found is not None and found > day:
            raise ValueProblem("future", _("Tanggal ini belum tiba. Periksa tahunnya."))
        return found

    return run
