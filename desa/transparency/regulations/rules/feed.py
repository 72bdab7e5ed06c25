"""One regulation as the national network of legal documents (JDIHN) reads it."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FIELDS_FILE = Path(__file__).with_name("jdihn_fields.csv")
ALWAYS: dict[str, str | None] = {
    "noPanggil": "",
    "deskripsiFisik": "",
    "isbn": None,
    "bahasa": "Indonesia",
    "bidangHukum": "Hukum Pemerintahan Desa",
    "nomorIndukBuku": "",
    "abstrak": "",
    "urlabstrak": "",
    "operasi": "4",
    "display": "1",
}
FeedRow = tuple[tuple[str, str | None], ...]


@cache
def fields() -> tuple[str, ...]:
    """The names and the order that the network expects."""
    with FIELDS_FILE.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: int(row["order"]))
    return tuple(row["field"] for row in rows)


def feed_row(values: Mapping[str, str]) -> FeedRow:
    """Raises KeyError when a field that differs per regulation is left out."""
    every: Mapping[str, str | None] = {**ALWAYS, **values}
    return tuple((name, every[name]) for name in fields())
