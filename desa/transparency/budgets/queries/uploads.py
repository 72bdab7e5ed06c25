"""Workbooks that came through the browser, examined again whenever they are looked at."""

from django.conf import settings

from desa.foundation.files.queries import read_content
from desa.foundation.sheets.queries.workbooks import read_workbook_bytes
from desa.foundation.sheets.rules.workbook import Sheet, Workbook
from desa.foundation.tenancy.models import UNNAMED_CODE
from desa.foundation.tenancy.scope import current_village
from desa.transparency.budgets.enums import Stage
from desa.transparency.budgets.models import BudgetUpload
from desa.transparency.budgets.queries.examining import Examined, examine_workbook, roles_of
from desa.transparency.budgets.rules.fitting import Order
from desa.transparency.budgets.rules.layout import Layout, find_layout, text_of

SHOWN_ROWS = 6


def order_of(upload: BudgetUpload) -> Order:
    village = current_village()
    return Order(
        year=upload.year,
        stage=Stage(upload.stage),
        as_of=upload.as_of,
        village="" if village.code == UNNAMED_CODE else village.name,
        may_be_foreign=upload.is_own_village or bool(settings.DEMO),
    )


def book_of(upload: BudgetUpload) -> Workbook:
    return read_workbook_bytes(read_content(upload.file), upload.filename)


def examined_upload(upload: BudgetUpload) -> Examined:
    """What the import would do now; the village's books may have changed since the upload."""
    chosen = {signature: roles_of(columns) for signature, columns in upload.columns.items()}
    return examine_workbook(book_of(upload), order_of(upload), chosen)


def guessed_tables(upload: BudgetUpload) -> list[tuple[Layout, list[str]]]:
    """Headers that may be budgets, each with the first rows below it as text."""
    found = []
    for sheet in book_of(upload).filled():
        if layout := find_layout(sheet):
            roles = upload.columns.get(layout.signature)
            shown = layout.with_roles(roles_of(roles)) if roles else layout
            found.append((shown, _first_rows(sheet, layout)))
    return found


def _first_rows(sheet: Sheet, layout: Layout) -> list[str]:
    """What stands below the header, enough to recognise the columns."""
    below = [row for row in sheet.rows if row.number > layout.last][:SHOWN_ROWS]
    return [" · ".join(filter(None, map(text_of, row.cells))) for row in below]
