"""Reads the rows of one sheet into residents, with every reason against a row at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desa.foundation.core.values.errors import ValueProblem, ValueWarning
from desa.foundation.core.values.errors import mark as _
from desa.foundation.core.values.nik import FEMALE_DAY_OFFSET, Nik, nik_warnings
from desa.foundation.sheets.rules.mapping import Columns, data_rows
from desa.foundation.sheets.rules.report import Reason, RowReport, Verdict
from desa.foundation.sheets.rules.workbook import Cell, NumberText, Row, Sheet, address
from desa.people.residents.enums import Sex, Status
from desa.people.residents.rules.converters import Convert, converter
from desa.people.residents.rules.layout import (
    BY_FIELD,
    COLUMNS,
    END_MARK,
    NOT_OF_THE_PERSON,
)
from desa.people.residents.rules.resident import Resident

TEMPORARY = ValueWarning(
    "nik_missing",
    _("NIK belum ada. Warga ini diberi nomor sementara; isi NIK-nya bila KTP sudah terbit."),
)
WAS_NUMBER = ValueWarning(
    "was_number",
    _("Angka ini tersimpan sebagai bilangan di Excel. Cocokkan angka terakhirnya dengan kartunya."),
)
NO_RT = ValueWarning("rt_unknown", _("Nomor RT belum diketahui. Lengkapi bila sudah ada."))
NO_KK = ValueProblem("kk_missing", _("Nomor KK belum diisi. Tulis 16 angka dari kartu keluarga."))
NO_SHDK = ValueProblem(
    "shdk_missing",
    _(
        "Hubungan keluarga belum diisi. Tulis misalnya 1 (kepala keluarga), 3 (istri) atau 4 (anak)."
    ),
)


@dataclass(slots=True)
class ReadRow:
    """`resident` is None when the row cannot be taken."""

    sheet: str
    number: int
    resident: Resident | None
    reasons: list[Reason] = field(default_factory=list)

    def reject(self, reason: Reason) -> None:
        self.reasons.append(reason)
        self.resident = None

    def report(self) -> RowReport:
        return RowReport.of(self.sheet, self.number, self.reasons)


class SheetReader:
    """`day` is today in the village."""

    def __init__(self, sheet: Sheet, columns: Columns, day: date) -> None:
        self._sheet = sheet
        self._columns = columns
        self._readers: list[tuple[int, str, Convert]] = [
            (columns.index[column.title], column.field, converter(column, day))
            for column in COLUMNS
            if column.title in columns.index
        ]

    def rows(self) -> Iterator[ReadRow]:
        """Up to the row whose first or second cell is the end mark."""
        for row in data_rows(self._sheet, self._columns):
            if END_MARK in row.cells[:2]:
                return
            yield self._read(row)

    def reason(self, row: int, name: str, problem: ValueProblem | ValueWarning) -> Reason:
        """`name` is our field; an unmapped one speaks of the row as a whole."""
        title = BY_FIELD[name].title if name else ""
        column = self._columns.index.get(title)
        cell = "" if column is None else address(column, row)
        verdict = Verdict.WARN if isinstance(problem, ValueWarning) else Verdict.REJECT
        written = self._columns.titles.get(title, title)
        return Reason(problem.code, written, str(problem), cell, verdict)

    def _read(self, row: Row) -> ReadRow:
        values, problems = self._values(row.cells)
        problems += _missing(values, {name for name, _problem in problems})
        warnings = [*_odd_numbers(values, self._cells_of(row)), *_unlikely(values)]
        reasons = [self.reason(row.number, name, problem) for name, problem in problems]
        reasons += [self.reason(row.number, name, warning) for name, warning in warnings]
        resident = None if problems else _resident(values, row.number)
        return ReadRow(self._sheet.name, row.number, resident, reasons)

    def _values(
        self, cells: Sequence[Cell]
    ) -> tuple[dict[str, Any], list[tuple[str, ValueProblem]]]:
        values: dict[str, Any] = {}
        problems: list[tuple[str, ValueProblem]] = []
        width = len(cells)
        for index, name, convert in self._readers:
            try:
                values[name] = convert(cells[index] if index < width else None)
            except ValueProblem as problem:
                problems.append((name, problem))
                values[name] = None
        return values, problems

    def _cells_of(self, row: Row) -> dict[str, Cell]:
        return {name: row.cell(self._columns.index[name]) for name in ("nik", "no_kk")}


def _missing(values: dict[str, Any], unread: set[str]) -> list[tuple[str, ValueProblem]]:
    """A KK or relation that could not be read has its own reason already."""
    found = []
    if not values["no_kk"] and "no_kk" not in unread:
        found.append(("no_kk", NO_KK))
    if not values["shdk"] and "shdk" not in unread:
        found.append(("shdk", NO_SHDK))
    return found


def _odd_numbers(
    values: dict[str, Any], cells: dict[str, Cell]
) -> Iterator[tuple[str, ValueWarning]]:
    for name, cell in cells.items():
        if type(cell) is NumberText and values[name]:
            yield name, WAS_NUMBER


def _unlikely(values: dict[str, Any]) -> Iterator[tuple[str, ValueWarning]]:
    nik = values["nik"]
    if nik == "":
        yield "nik", TEMPORARY
    elif nik and not _agrees(nik, values.get("birth_date"), values.get("sex")):
        sex = {int(Sex.MALE): "L", int(Sex.FEMALE): "P"}.get(values.get("sex") or 0)
        for warning in nik_warnings(Nik(nik), values.get("birth_date"), sex):
            yield "nik", warning
    if values.get("rt") == "":
        yield "rt", NO_RT


def _agrees(nik: str, birth: date | None, sex: int | None) -> bool:
    """The usual case, cheaply: the six digits of the birth date are those of this person."""
    if birth is None or sex is None or nik[0] == "0" or nik[12:] == "0000":
        return False
    day = birth.day + (FEMALE_DAY_OFFSET if sex == Sex.FEMALE else 0)
    return nik[6:12] == f"{day:02}{birth.month:02}{birth.year % 100:02}"


def _resident(values: dict[str, Any], number: int) -> Resident:
    fields = {name: value for name, value in values.items() if name not in NOT_OF_THE_PERSON}
    if not fields.get("status"):
        fields["status"] = int(Status.ALIVE)
    return Resident(
        no_kk=values["no_kk"],
        shdk=values["shdk"],
        dusun=values["dusun"],
        rw=values.get("rw", ""),
        rt=values.get("rt", ""),
        address=values.get("address", ""),
        fields=fields,
        row=number,
    )
