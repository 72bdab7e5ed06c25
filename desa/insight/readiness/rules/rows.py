"""The rows behind a figure as a table of text: the same rows give the same bytes, whoever counts them."""

import csv
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from io import StringIO

from desa.foundation.core.measures import Evidence

COLUMNS = ("part", "label", "value", "on", "url", "note", "public", "open")


def rows_csv(parts: Sequence[tuple[str, Sequence[Evidence]]]) -> bytes:
    """`parts`: name of each part and what it counted, in the order of the catalogue."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for part, evidence in parts:
        for row in evidence:
            day = row.on.isoformat() if row.on else ""
            values = [part, row.label, repr(float(row.value)), day, row.url, row.note]
            writer.writerow([*values, int(row.public), int(row.open)])
    return out.getvalue().encode()


def read_rows(content: bytes) -> tuple[tuple[str, Evidence], ...]:
    reader = csv.DictReader(StringIO(content.decode()))
    return tuple(
        (
            row["part"],
            Evidence(
                label=row["label"],
                value=float(row["value"]),
                url=row["url"],
                on=date.fromisoformat(row["on"]) if row["on"] else None,
                note=row["note"],
                public=row["public"] == "1",
                open=row["open"] == "1",
            ),
        )
        for row in reader
    )


def digest_of(content: bytes) -> str:
    return sha256(content).hexdigest()
