"""A table for another office as CSV that no spreadsheet takes for formulas. Pure."""

import csv
import io
from collections.abc import Iterable, Sequence

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def safe(value: object) -> str:
    """Text that begins like a formula gets an apostrophe before it."""
    text = "" if value is None else str(value)
    return (
        f"'{text}" if text.lstrip().startswith(_DANGEROUS) or text.startswith(_DANGEROUS) else text
    )


def to_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """With the mark that lets Excel read it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([safe(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()
