"""The rows behind a figure as a file for a spreadsheet."""

import csv
from collections.abc import Iterable
from io import StringIO

from desa.foundation.core.measures import Evidence

HEAD = ("label", "value", "on", "note", "url")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def evidence_csv(rows: Iterable[Evidence]) -> str:
    """UTF-8 text with a mark that spreadsheets know; a cell that looks like a formula is made text."""
    out = StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(HEAD)
    for row in rows:
        day = row.on.isoformat() if row.on else ""
        writer.writerow([_text(row.label), row.value, day, _text(row.note), _text(row.url)])
    return out.getvalue()


def _text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
