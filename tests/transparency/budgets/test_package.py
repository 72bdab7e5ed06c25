"""The open data: valid for others without a network, and the same money as everywhere."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system

from desa.transparency.budgets.enums import Stage
from desa.transparency.budgets.rules.columns import COLUMN_TYPES, PHASES
from desa.transparency.budgets.rules.composing import compose
from desa.transparency.budgets.rules.lines import Line
from desa.transparency.budgets.rules.package import (
    DESCRIPTOR,
    LINES_CSV,
    WORKS_CSV,
    files_of,
    packed,
    plain,
    unpacked,
)
from tests.transparency.budgets.samples import LINES, line
from tests.transparency.budgets.test_composing import CARRIERS, HEAD, KNOWN

UNIQUE = ("id_baris",)


def made(lines: tuple[Line, ...] = LINES, stage: Stage = Stage.ENACTED) -> dict[str, bytes]:
    return files_of(compose(HEAD, lines, KNOWN, CARRIERS), stage, lines, KNOWN)


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode())))


def fields() -> list[dict[str, Any]]:
    described = json.loads(made()[DESCRIPTOR])
    schema = described["resources"][0]["schema"]
    found: list[dict[str, Any]] = schema["fields"] + schema["extraFields"]
    return found


def validated(files: dict[str, bytes], folder: Path) -> Any:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    with system.use_context(trusted=True):
        return Package(str(folder / DESCRIPTOR)).validate()


@pytest.mark.parametrize("stage", list(Stage))
def test_package_is_valid_offline(tmp_path: Path, stage: Stage) -> None:
    report = validated(made(stage=stage), tmp_path)
    assert report.valid, report.flatten(["type", "message"])


@pytest.mark.parametrize(
    "name", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", " =1", "\t=1"]
)
def test_words_of_a_paper_are_no_formula_in_a_spreadsheet(tmp_path: Path, name: str) -> None:
    """Whoever makes the workbook would else run it on the machine of everyone who opens the table."""
    files = made((replace(LINES[0], name=name, unit=name), *LINES[1:]))
    first = rows(files[LINES_CSV])[0]
    assert (first["uraian"], first["satuan"]) == (f"'{name}", f"'{name}")
    assert validated(files, tmp_path).valid


@pytest.mark.parametrize("name", ["- Belanja semen", "Semen = 40 zak", "-", "Honor -"])
def test_dash_before_a_word_stays_as_it_was_printed(name: str) -> None:
    assert rows(made((replace(LINES[0], name=name), *LINES[1:]))[LINES_CSV])[0]["uraian"] == name


def test_package_with_a_damaged_amount_is_invalid(tmp_path: Path) -> None:
    files = made()
    files[LINES_CSV] = files[LINES_CSV].replace(b"45000000.00", b"45.000.000")
    assert not validated(files, tmp_path).valid


def test_data_add_up_to_the_sums_of_the_page() -> None:
    table = rows(made()[LINES_CSV])
    money = {
        side: sum(int(row["anggaran"].replace(".", "")) for row in table if row["arah"] == side)
        for side in ("revenue", "expenditure")
    }
    totals = compose(HEAD, LINES, KNOWN, {}).totals
    assert money == {
        "revenue": totals.income + totals.receipts,
        "expenditure": totals.spending + totals.outlays,
    }


def test_unknown_realisation_is_empty_and_zero_is_zero() -> None:
    known = (replace(LINES[0], realised=0), *LINES[1:])
    table = rows(made(known)[LINES_CSV])
    assert table[0]["realisasi"] == "0.00"
    assert {row["realisasi"] for row in table[1:]} == {""}
    assert {row["realisasi"] for row in rows(made()[WORKS_CSV])} == {""}


def test_codes_stand_beside_their_names() -> None:
    (row,) = [each for each in rows(made()[LINES_CSV]) if each["uraian"] == "Honor tim pelaksana"]
    assert (row["bidang_kode"], row["sub_bidang_kode"], row["kegiatan_kode"]) == (
        "2",
        "2.3",
        "2.3.11",
    )
    assert row["kegiatan"] == "Saluran air Dusun Winog"
    assert (row["akun_kode"], row["objek_kode"]) == ("5", "5.2.1.05")


def test_every_column_type_is_of_the_taxonomy_and_of_its_type() -> None:
    typed = [field for field in fields() if "columnType" in field]
    assert {field["columnType"] for field in typed} == set(COLUMN_TYPES)
    assert all(field["type"] == COLUMN_TYPES[field["columnType"]] for field in typed)
    assert len({field["columnType"] for field in typed}) == len(typed)


def test_every_label_has_its_code() -> None:
    types = {field.get("columnType", "") for field in fields()}
    labels = {kind for kind in types if kind.endswith(":label")}
    assert labels
    assert {kind.replace(":label", ":code") for kind in labels} <= types


def test_measures_are_normalised_to_one_value() -> None:
    measures = [field for field in fields() if "normalize" in field]
    assert [field["name"] for field in measures] == ["anggaran", "semula", "realisasi"]
    targets = [field for field in fields() if field.get("normalizationTarget")]
    assert [field["columnType"] for field in targets] == ["value", "phase:id"]
    assert all(set(field["normalize"]) == {"fase"} for field in measures)
    assert set(PHASES) == set(Stage)


def test_key_of_the_table_is_unique() -> None:
    table = rows(made((*LINES, *LINES))[LINES_CSV])
    keys = [tuple(row[name] for name in UNIQUE) for row in table]
    assert len(set(keys)) == len(keys)


def test_same_version_is_the_same_file() -> None:
    assert packed(made()) == packed(made())
    assert unpacked(packed(made()), WORKS_CSV) == made()[WORKS_CSV]
    assert unpacked(packed(made()), "lain.csv") is None


def test_several_sources_stay_together() -> None:
    both = replace(line("2.3.11", "5.2.1", 1), funds=("ADD", "DDS"))
    assert rows(made((both,))[LINES_CSV])[0]["sumber_dana"] == "ADD + DDS"


@pytest.mark.parametrize(
    ("sen", "text"),
    [(None, ""), (0, "0.00"), (5, "0.05"), (-105, "-1.05"), (125_000_000, "1250000.00")],
)
def test_plain(sen: int | None, text: str) -> None:
    assert plain(sen) == text
