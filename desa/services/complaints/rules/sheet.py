"""A table for another office as CSV that no spreadsheet takes for formulas. Pure."""

import csv
import io
from collections.abc import Iterable, Sequence

from desa.foundation.core.values.cells import as_text


def to_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """With the mark that lets Excel read it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(
        [as_text("" if value is None else str(value)) for value in row] for row in rows
    )
    return "\ufeff" + out.getvalue()
