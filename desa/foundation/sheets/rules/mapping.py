"""Which row of a sheet is its header, and which column holds which field."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desa.foundation.sheets.rules.workbook import Row, Sheet, column_letters

HEADER_WITHIN = 25  # letterhead and title lines above a table are seldom longer


@dataclass(frozen=True)
class Field:
    """A value an importer wants; `synonyms` are other titles villages write above its column."""

    name: str
    label: str
    required: bool = False
    synonyms: tuple[str, ...] = ()

    def titles(self) -> set[str]:
        return {normalise(title) for title in (self.name, self.label, *self.synonyms)}


@dataclass(frozen=True)
class UnknownColumn:
    """A column with a title that no field claims, or a second one for a claimed field."""

    letters: str
    title: str
    repeats: str = ""  # name of the field that an earlier column already holds


@dataclass(frozen=True)
class Columns:
    """The mapping found: field name -> column counted from 0, titles as they are written."""

    header_row: int
    index: Mapping[str, int]
    titles: Mapping[str, str]
    unknown: tuple[UnknownColumn, ...] = ()
    missing: tuple[Field, ...] = field(default=())


def normalise(title: object) -> str:
    """`No. KK`, `NO_KK` and `no kk` are one title: small letters and digits only."""
    plain = unicodedata.normalize("NFKD", str(title)).casefold()
    return re.sub(r"[^a-z0-9]", "", plain)


def find_columns(sheet: Sheet, fields: Sequence[Field]) -> Columns | None:
    """The row among the first ones with most known titles; None when no row has at least two."""
    known = _titles(fields)
    least = min(2, len(fields))
    best: Columns | None = None
    for row in sheet.rows[:HEADER_WITHIN]:
        found = _match(row, known, fields)
        if len(found.index) >= least and (best is None or len(found.index) > len(best.index)):
            best = found
    return best


def _titles(fields: Sequence[Field]) -> dict[str, str]:
    """Normalised title -> field name. Raises ValueError when two fields claim one title."""
    known: dict[str, str] = {}
    for wanted in fields:
        for title in wanted.titles():
            if known.setdefault(title, wanted.name) != wanted.name:
                raise ValueError(f"{title!r} is claimed by {known[title]} and {wanted.name}")
    return known


def _match(row: Row, known: Mapping[str, str], fields: Sequence[Field]) -> Columns:
    index: dict[str, int] = {}
    titles: dict[str, str] = {}
    unknown: list[UnknownColumn] = []
    for column, title in _filled(row):
        name = known.get(normalise(title), "")
        if name and name not in index:
            index[name], titles[name] = column, title
        else:
            unknown.append(UnknownColumn(column_letters(column), title, name))
    missing = tuple(wanted for wanted in fields if wanted.required and wanted.name not in index)
    return Columns(row.number, index, titles, tuple(unknown), missing)


def _filled(row: Row) -> Iterator[tuple[int, str]]:
    for column, value in enumerate(row.cells):
        if value is not None and str(value).strip():
            yield column, str(value).strip()


def data_rows(sheet: Sheet, columns: Columns) -> Iterator[Row]:
    """Rows below the header, without the line that numbers the columns (1, 2, 3 ...)."""
    below = (row for row in sheet.rows if row.number > columns.header_row)
    for row in below:
        if not _is_blank(row) and not (
            row.number == columns.header_row + 1 and _numbers_columns(row)
        ):
            yield row


def _is_blank(row: Row) -> bool:
    return not any(True for _filled_cell in _filled(row))


def _numbers_columns(row: Row) -> bool:
    written = [text.strip("()") for _column, text in _filled(row)]
    return len(written) >= 3 and written == [str(place) for place in range(1, len(written) + 1)]
