"""Workbooks for the tests, in the layout that villages exchange."""

from collections.abc import Mapping, Sequence

from desa.foundation.sheets.queries.workbooks import OutSheet, write_workbook
from desa.people.residents.rules.layout import TITLES

Line = Mapping[str, object]

HEAD: dict[str, object] = {
    "dusun": "SENDI",
    "rw": "001",
    "rt": "003",
    "nama": "SUWARNI",
    "no_kk": "3514990101100001",
    "nik": "3514995203550001",
    "sex": "2",
    "tempatlahir": "PASURUAN",
    "tanggallahir": "1955-03-12",
    "agama_id": "1",
    "kk_level": "1",
    "status_kawin": "CERAI MATI",
}
CHILD = HEAD | {
    "nama": "MULYADI",
    "nik": "3514991004780011",
    "sex": "1",
    "tanggallahir": "10-04-1978",
    "kk_level": "ANAK",
    "status_kawin": "2",
}


def line(number: int, **changes: object) -> dict[str, object]:
    """The head of family `number`, who agrees with her NIK."""
    return HEAD | {
        "nik": f"351499520355{number:04}",
        "no_kk": f"351499010110{number:04}",
        **changes,
    }


def book(
    *lines: Line,
    titles: Sequence[str] = TITLES,
    name: str = "Data Penduduk",
    more: Sequence[OutSheet] = (),
) -> bytes:
    rows = [[_cell(each.get(title)) for title in titles] for each in lines]
    return write_workbook([OutSheet(name, titles, rows), *more])


def _cell(value: object) -> str | int | float | None:
    return value if value is None or isinstance(value, int | float) else str(value)
