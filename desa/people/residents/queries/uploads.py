"""Workbooks that came through the browser, read again whenever their preview is looked at."""

from desa.foundation.files.queries import read_content
from desa.foundation.sheets.models import ImportBatch
from desa.foundation.sheets.queries.handouts import rejected_workbook
from desa.foundation.sheets.queries.workbooks import read_workbook_bytes
from desa.foundation.sheets.rules.mapping import find_columns
from desa.foundation.sheets.rules.workbook import Workbook
from desa.people.residents.models import ImportUpload
from desa.people.residents.queries.standing import plan_import
from desa.people.residents.rules.layout import FIELDS, TEXT_TITLES
from desa.people.residents.rules.plan import Plan


def book_of(batch: ImportBatch) -> Workbook:
    """Raises ImportUpload.DoesNotExist for a batch of the terminal."""
    upload = ImportUpload.objects.select_related("file").get(batch=batch)
    return read_workbook_bytes(read_content(upload.file), batch.filename)


def plan_of(batch: ImportBatch) -> Plan:
    """What the import would do now; the register may have changed since the upload."""
    return plan_import(book_of(batch))


def rejected_rows(batch: ImportBatch) -> bytes | None:
    """The first sheet's rejected rows as a workbook to correct; None when there are none."""
    book = book_of(batch)
    report = plan_import(book).report
    names = {row.sheet for row in report.rejected()}
    sheet = next((sheet for sheet in book.sheets if sheet.name in names), None)
    columns = find_columns(sheet, FIELDS) if sheet else None
    if sheet is None or columns is None:
        return None
    return rejected_workbook(sheet, columns, report, as_text=TEXT_TITLES)
