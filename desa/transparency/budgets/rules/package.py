"""The open data of a version: two tables and a Data Package that describes them; the same bytes each time."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from desa.transparency.budgets.rules.columns import (
    COLUMN_TYPES,
    LINE_FIELDS,
    TARGETS,
    WORK_FIELDS,
    Field,
    measures,
)
from desa.transparency.budgets.rules.composing import Names, fund_of, readable
from desa.transparency.budgets.rules.figures import Figures
from desa.transparency.budgets.rules.lines import Line, Part

DESCRIPTOR, LINES_CSV, WORKS_CSV = "datapackage.json", "baris.csv", "kegiatan.csv"
SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
ACCOUNT_LEVELS = 4
Row = dict[str, str]
# What a spreadsheet would compute; "- Belanja semen" is how villages print their lines, and only a word.
FORMULA = re.compile(r"\s*(?:[=+@]|-(?:\s*[\d(]|.*(?:[|!]|\w\()))", re.DOTALL)
AMOUNT = re.compile(r"-?\d+\.\d\d")


def plain(sen: int | None) -> str:
    """1250000.00 of 125000000 sen; empty when it is not known."""
    if sen is None:
        return ""
    whole, rest = divmod(abs(sen), 100)
    return f"{'-' if sen < 0 else ''}{whole}.{rest:02}"


def harmless(text: str) -> str:
    """An apostrophe before what a spreadsheet takes for a formula: papers come from anywhere."""
    is_formula = FORMULA.match(text) and not AMOUNT.fullmatch(text)
    return f"'{text}" if is_formula else text


def direction(part: Part) -> str:
    return "revenue" if part in (Part.INCOME, Part.RECEIPT) else "expenditure"


def files_of(figures: Figures, stage: str, lines: Sequence[Line], names: Names) -> dict[str, bytes]:
    """Every file of the package by its name."""
    tables = {
        LINES_CSV: _table([*LINE_FIELDS, *measures(stage)], _line_rows(figures, lines, names)),
        WORKS_CSV: _table(WORK_FIELDS, _work_rows(figures)),
    }
    described = json.dumps(_descriptor(figures, stage, tables), ensure_ascii=False, indent=1)
    return {DESCRIPTOR: described.encode(), **tables}


def packed(files: dict[str, bytes]) -> bytes:
    """One ZIP; without the time of day, so that the same version is the same file."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return whole.getvalue()


def unpacked(package: bytes, name: str) -> bytes | None:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name) if name in archive.namelist() else None


def _table(fields: Sequence[Field], rows: Iterable[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [field.name for field in fields], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: harmless(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode()


def _line_rows(figures: Figures, lines: Sequence[Line], names: Names) -> Iterable[Row]:
    for place, line in enumerate(lines, start=1):
        yield {
            "id_baris": f"{figures.version_id}-{place:05}",
            "tahun": str(figures.year),
            "arah": direction(line.part),
            **_works_of(line.kegiatan, names),
            **_accounts_of(line.akun, names),
            "sumber_dana": fund_of(line),
            "uraian": line.name,
            "volume": line.volume,
            "satuan": line.unit,
            "anggaran": plain(line.amount),
            "semula": plain(line.before),
            "realisasi": plain(line.realised),
        }


def _levels(code: str, count: int) -> list[str]:
    """The codes from the widest; "" for levels the code does not reach."""
    pieces = code.split(".") if code else []
    return [
        ".".join(pieces[:depth]) if depth <= len(pieces) else "" for depth in range(1, count + 1)
    ]


def _works_of(kegiatan: str, names: Names) -> Row:
    row: Row = {}
    titles = ("bidang", "sub_bidang", "kegiatan")
    for title, code in zip(titles, _levels(kegiatan, len(titles)), strict=True):
        row |= {f"{title}_kode": code, title: readable(names.kegiatan.get(code, code))}
    return row


def _accounts_of(akun: str, names: Names) -> Row:
    row: Row = {}
    titles = ("akun", "kelompok", "jenis", "objek")
    for title, code in zip(titles, _levels(akun, ACCOUNT_LEVELS), strict=True):
        row |= {f"{title}_kode": code, title: readable(names.akun.get(code, code))}
    return row


def _work_rows(figures: Figures) -> Iterable[Row]:
    for work in figures.works:
        yield {
            "kegiatan_kode": work.code,
            "kegiatan": work.name,
            "anggaran": plain(work.amount),
            "realisasi": plain(work.realised),
            "pelaksana": work.implementer,
            "tim": work.team,
            "keadaan": work.state,
            "alasan": work.reason,
        }


def _descriptor(figures: Figures, stage: str, tables: dict[str, bytes]) -> dict[str, Any]:
    return {
        "$schema": SCHEMA,
        "name": figures.version_id.lower(),
        "title": f"{figures.title}, Desa {figures.village}",
        "description": " ".join([figures.basis, *figures.notes]).strip(),
        "version": figures.version_id,
        "created": f"{figures.published_on.isoformat()}T00:00:00Z",
        "licenses": [LICENCE],
        "sources": [{"title": figures.basis or figures.title}],
        "columnTypes": [{"name": name, "dataType": kind} for name, kind in COLUMN_TYPES.items()],
        "resources": [
            _resource(LINES_CSV, tables, _line_schema(stage)),
            _resource(WORKS_CSV, tables, _schema(WORK_FIELDS, "kegiatan_kode")),
        ],
    }


def _resource(path: str, tables: dict[str, bytes], schema: dict[str, Any]) -> dict[str, Any]:
    content = tables[path]
    return {
        "name": path.removesuffix(".csv"),
        "path": path,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": schema,
    }


def _schema(fields: Sequence[Field], key: str) -> dict[str, Any]:
    return {
        "fields": [_described(field) for field in fields],
        "primaryKey": [key],
        "missingValues": [""],
    }


def _line_schema(stage: str) -> dict[str, Any]:
    key = {
        "fields": ["kegiatan_kode"],
        "reference": {"resource": "kegiatan", "fields": ["kegiatan_kode"]},
    }
    return {
        **_schema([*LINE_FIELDS, *measures(stage)], "id_baris"),
        "foreignKeys": [key],
        "extraFields": list(TARGETS),
    }


def _described(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {"name": field.name, "type": field.type, "title": field.title}
    if field.column_type:
        described["columnType"] = field.column_type
    if field.phase:
        described["normalize"] = {"fase": field.phase}
    return described
