"""The code lists of Permendagri 20/2018 with the additions of Siskeudes, read when first asked for.

Codes from 90 up belong to the village ("1.1.90-99" in the annex): allowed, with the name of the paper.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
LOCAL_FROM = 90


def rows_of(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def kegiatan_names() -> dict[str, tuple[str, ...]]:
    """Code -> the name of the annex and, where it differs, the one the program prints."""
    return {
        row["code"]: tuple(filter(None, (row["name"], row["printed"])))
        for row in rows_of("kegiatan.csv")
    }


@cache
def akun_names() -> dict[str, tuple[str, ...]]:
    return {row["code"]: (row["name"],) for row in rows_of("akun.csv")}


def is_local(code: str) -> bool:
    """Whether the village may have made this code itself: a piece from 90 up, at its end or before."""
    return any(piece.isdecimal() and int(piece) >= LOCAL_FROM for piece in code.split("."))


def name_of(code: str, names: dict[str, tuple[str, ...]]) -> str:
    """ "" for a local code: only its paper knows the name."""
    return names.get(code, ("",))[0]
