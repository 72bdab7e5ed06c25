"""What an importing room hands back: the rows that were not taken."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from desa.foundation.sheets.engine.writer import OutSheet, write_workbook
from desa.foundation.sheets.rules.mapping import Columns
from desa.foundation.sheets.rules.report import RowReport, SheetReport
from desa.foundation.sheets.rules.workbook import Cell, Sheet


def rejected_workbook(
    sheet: Sheet, columns: Columns, report: SheetReport, *, as_text: Collection[str]
) -> bytes:
    """The rejected rows with all their cells and why, ready to be corrected and uploaded again.

    `as_text` names the fields that must stay text: NIK, KK, telephone.
    """
    header_row = next(row for row in sheet.rows if row.number == columns.header_row)
    header = [
        _("Yang perlu diperbaiki"),
        _("Baris asal"),
        *("" if title is None else str(title) for title in header_row.cells),
    ]
    by_number = {row.number: row for row in sheet.rows}
    rows: list[list[Cell]] = [
        [sentences(found), found.row, *by_number[found.row].cells]
        for found in report.rejected()
        if found.sheet == sheet.name
    ]
    text = frozenset(columns.index[name] + 2 for name in as_text if name in columns.index)
    return write_workbook([OutSheet(sheet.name, header, rows, text)])


def sentences(found: RowReport) -> str:
    return " ".join(
        f"{reason.column or _('Baris ini')}: {reason.message}" for reason in found.reasons
    )
