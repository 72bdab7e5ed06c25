"""The whole register as lines of the exchange layout, family by family."""

from datetime import date

from desa.foundation.sheets.queries.workbooks import OutSheet, write_workbook
from desa.people.residents.models import Person
from desa.people.residents.queries.standing import known_people
from desa.people.residents.rules.layout import COLUMNS, SHEET, TEXT_TITLES, TITLES

SLICE = 1_000
UNKNOWN = "-"
TEXT_COLUMNS = frozenset(place for place, title in enumerate(TITLES) if title in TEXT_TITLES)


def register_workbook() -> bytes:
    """Everyone, unmasked, in the layout it can be imported from here or in the peer's software.

    Whoever hands it out records the export.
    """
    return write_workbook([OutSheet(SHEET, TITLES, register_lines(), TEXT_COLUMNS)])


def register_lines() -> list[list[str | None]]:
    """One line a person, by KK, then relation, then NIK; codes as numbers, dates as 1990-08-17."""
    people = list(Person.objects.order_by("nik"))
    values = [
        known.values
        for start in range(0, len(people), SLICE)
        for known in known_people(people[start : start + SLICE]).values()
    ]
    values.sort(key=lambda held: (held.get("no_kk", ""), held.get("shdk", 0), held["nik"]))
    return [
        [_written(column.field, held.get(column.field)) for column in COLUMNS] for held in values
    ]


def _written(name: str, value: object) -> str | None:
    if value in (None, ""):
        return UNKNOWN if name in ("rt", "rw") else None
    return value.isoformat() if isinstance(value, date) else str(value)
