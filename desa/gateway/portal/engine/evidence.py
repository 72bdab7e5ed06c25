"""The rows behind a figure as a file for a spreadsheet."""

import csv
from collections.abc import Iterable
from io import StringIO

from desa.foundation.core.measures import Evidence
from desa.foundation.core.values.cells import as_text

HEAD = ("label", "value", "on", "note", "url")


def evidence_csv(rows: Iterable[Evidence]) -> str:
    """UTF-8 text with a mark that spreadsheets know; a cell that looks like a formula is made text."""
    out = StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(HEAD)
    for row in rows:
        day = row.on.isoformat() if row.on else ""
        writer.writerow([as_text(row.label), row.value, day, as_text(row.note), as_text(row.url)])
    return out.getvalue()
