"""The rules a digital village needs, as data: their weight, what they stand on, a first draft."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desa.transparency.regulations.rules.relations import levels

FILE = Path(__file__).with_name("instruments.toml")


@dataclass(frozen=True)
class Instrument:
    """`weight` counts in REG1; `needs` are those that should be there first, by slug."""

    slug: str
    name: str
    english: str
    kind: str
    weight: int
    basis: str
    draft: str
    needs: tuple[str, ...] = ()
    umbrella: bool = False


def read_instruments(source: str) -> tuple[Instrument, ...]:
    """In the order in which they can be made. Raises graphlib.CycleError or KeyError for bad data."""
    rows = [
        Instrument(**{**row, "needs": tuple(row.get("needs", ()))})
        for row in tomllib.loads(source)["instrument"]
    ]
    named = {row.slug: row for row in rows}
    targets = {row.slug: row.needs for row in rows}
    ordered = levels(targets, [row.slug for row in rows])
    return tuple(named[slug] for level in ordered for slug in level)


@cache
def instruments() -> tuple[Instrument, ...]:
    return read_instruments(FILE.read_text(encoding="utf-8"))


def instrument_named(slug: str) -> Instrument | None:
    return next((item for item in instruments() if item.slug == slug), None)


@dataclass(frozen=True)
class Missing:
    """`waits_for` are the names of missing ones that should be made before it."""

    instrument: Instrument
    waits_for: tuple[Instrument, ...]


def missing(in_force: Collection[str]) -> list[Missing]:
    """What no regulation in force fulfils, in the order of making."""
    gaps = {item.slug: item for item in instruments() if item.slug not in in_force}
    return [
        Missing(item, tuple(gaps[slug] for slug in item.needs if slug in gaps))
        for item in gaps.values()
    ]


def draft_text(item: Instrument, *, village: str, kecamatan: str, kabupaten: str, year: int) -> str:
    values = {
        "desa": village,
        "DESA": village.upper(),
        "kecamatan": kecamatan,
        "kabupaten": kabupaten,
        "tahun": str(year),
    }
    text = item.draft
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text.strip() + "\n"
