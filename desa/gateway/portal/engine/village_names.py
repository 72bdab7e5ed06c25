"""Names of villages by their Kemendagri code, for the kecamatan this program began in; others are typed."""

import csv
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "data" / "pandaan.csv"
AROUND = {"kecamatan": "Pandaan", "kabupaten": "Pasuruan", "provinsi": "Jawa Timur"}


@cache
def _names() -> dict[str, str]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


def place_of(code: str) -> dict[str, str]:
    """name, kecamatan, kabupaten and provinsi of a code we know; else nothing."""
    name = _names().get(code)
    return {"name": name, **AROUND} if name else {}
