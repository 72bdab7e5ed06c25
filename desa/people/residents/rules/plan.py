"""What an import would do: the dry run's answer, and what the import then works through."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desa.foundation.core.values.errors import ValueProblem, ValueWarning
from desa.foundation.core.values.errors import mark as _
from desa.foundation.sheets.rules.mapping import Columns, find_columns
from desa.foundation.sheets.rules.report import Reason, SheetReport
from desa.foundation.sheets.rules.workbook import Sheet, Workbook
from desa.people.residents.rules.checks import Sorted, Standing, sort_out
from desa.people.residents.rules.layout import CODE_SHEET, FIELDS
from desa.people.residents.rules.reading import ReadRow, SheetReader

NOT_A_REGISTER = _(
    "Tidak ada lembar dengan kolom penduduk. Baris pertama harus berisi nama kolom seperti nama, nik, no_kk."
)
MISSING_COLUMNS = _(
    "Lembar %(sheet)s tidak punya kolom %(columns)s. Tambahkan kolomnya, lalu unggah lagi."
)
UNKNOWN_COLUMN = _(
    "Lembar %(sheet)s kolom %(letters)s (%(title)s) tidak dikenal, jadi tidak dibaca."
)


@dataclass(frozen=True)
class Plan:
    """`notes` speak of columns that are not read; `new_areas` are made when the import is done."""

    report: SheetReport
    sorted: Sorted
    notes: tuple[str, ...]
    new_areas: tuple[str, ...]


@dataclass(frozen=True)
class ReadBook:
    """A workbook read but not yet held against the register."""

    rows: tuple[ReadRow, ...]
    readers: dict[str, SheetReader]
    notes: tuple[str, ...]

    def reason(self, row: ReadRow, name: str, problem: ValueProblem | ValueWarning) -> Reason:
        return self.readers[row.sheet].reason(row.number, name, problem)


def read_book(book: Workbook, day: date) -> ReadBook:
    """Every sheet but the list of codes. Raises ValueProblem when no sheet holds residents."""
    readers: dict[str, SheetReader] = {}
    notes: list[str] = []
    for sheet in book.sheets:
        columns = (
            None if sheet.name.strip().casefold() == CODE_SHEET else find_columns(sheet, FIELDS)
        )
        if columns is not None:
            readers[sheet.name] = SheetReader(sheet, _complete(sheet, columns), day)
            notes += _unread(sheet, columns)
    if not readers:
        raise ValueProblem("no_residents", NOT_A_REGISTER)
    rows = tuple(row for reader in readers.values() for row in reader.rows())
    return ReadBook(rows, readers, tuple(notes))


def _complete(sheet: Sheet, columns: Columns) -> Columns:
    if columns.missing:
        names = ", ".join(field.label for field in columns.missing)
        raise ValueProblem(
            "columns_missing", MISSING_COLUMNS, {"sheet": sheet.name, "columns": names}
        )
    return columns


def _unread(sheet: Sheet, columns: Columns) -> list[str]:
    return [
        UNKNOWN_COLUMN % {"sheet": sheet.name, "letters": column.letters, "title": column.title}
        for column in columns.unknown
    ]


def make_plan(
    read: ReadBook, standing: Standing, unknown_areas: Callable[[Sorted], tuple[str, ...]]
) -> Plan:
    found = sort_out(read.rows, standing, read.reason)
    areas = unknown_areas(found)
    report = SheetReport.of(
        (row.report() for row in read.rows),
        new=len(found.new),
        changed=len(found.changed),
        same=found.same,
        families=len({resident.no_kk for resident in found.new}),
        new_areas=len(areas),
    )
    return Plan(report, found, read.notes, areas)
