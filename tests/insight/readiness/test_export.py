"""A stranger counts the figures again: numpy alone, no village, no Django."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.measures import (
    Evidence,
    Measure,
    Reading,
    Standing,
    Unit,
    measures,
    share,
)
from desa.foundation.tenancy.models import Village
from desa.insight.readiness.actions import compute_measurements
from desa.insight.readiness.actions.exporting import export_files
from desa.insight.readiness.actions.staging import compute_stage, compute_study
from desa.insight.readiness.models import Measurement, StageReading
from desa.insight.readiness.rules.catalogue import Part, SubIndicator, catalogue
from desa.insight.readiness.rules.catalogue import Unit as Scale
from desa.insight.readiness.rules.checklist import checklist
from desa.insight.readiness.rules.origins import origin
from tests.factories import official
from tests.insight.readiness.evening import evening

pytestmark = pytest.mark.usefixtures("scope")
NIGHT = SystemActor("malam")
TODAY = date(2026, 11, 24)
LIBRARIES = str(Path(np.__file__).parent.parent)


@pytest.fixture(autouse=True)
def tonight() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 15, 0, tzinfo=UTC)):
        yield


@pytest.fixture(autouse=True)
def rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure of every kind: from shares, ladders, days, waits, parts, an interval, and none at all."""
    monkeypatch.setattr(measures, "_items", {})
    for indicator in catalogue():
        for place, sub in enumerate(indicator.scored_subs):
            for part in sub.parts:
                if place != 1:
                    _register(sub, part)


def _register(sub: SubIndicator, part: Part) -> None:
    reading = _reading(sub, part)
    item = Measure(sub.code, "readiness", Unit.SHARE, lambda until: reading, part=part.name)
    measures.add(item.name, item)


def _reading(sub: SubIndicator, part: Part) -> Reading:
    if part.unit is Scale.LEVEL:
        rows = tuple(Evidence(f"butir {n}", level) for n, level in enumerate((1, 3, 4)))
        return Reading(Standing.MEASURED, 8 / 3, 8, 3, rows)
    if part.unit is Scale.DAYS:
        rows = tuple(Evidence(f"terbit {n}", days) for n, days in enumerate((3, 40, 90)))
        return Reading(Standing.MEASURED, 40, denominator=3, evidence=rows)
    if part.name == "sebaran":
        waits = [10.0] * 6 + [15.0] * 2 + [30.0] * 2
        rows = tuple(Evidence(f"surat {n}", w, open=n == 9) for n, w in enumerate(waits))
        return Reading(Standing.MEASURED, 3.0, denominator=10, evidence=rows)
    if sub.code == "LIT1":
        return Reading(
            Standing.ESTIMATED, 0.31, 31, 100, why="contoh survei", low=0.24, high=0.39, n=100
        )
    if part.unit in {Scale.RATIO, Scale.INDEX}:
        goal = part.goalposts
        assert goal is not None
        return Reading(Standing.MEASURED, (goal.breaks[1] + goal.breaks[2]) / 2, denominator=9)
    rows = (Evidence("=SUM(A1)", 1, note="@x"), Evidence("nama warga", 0, public=False))
    return share(rows, empty="belum ada")


def _count(until: date = TODAY) -> None:
    compute_measurements(by=NIGHT, until=until)
    compute_stage(by=NIGHT, until=until)
    compute_study(by=NIGHT)


def _written(folder: Path) -> Path:
    call_command("readiness_export", str(folder), stdout=StringIO())
    return folder


def _recount(folder: Path) -> "subprocess.CompletedProcess[str]":
    """Isolated: only the standard library and numpy's folder are on the path."""
    code = (
        f"import sys; sys.path.append({LIBRARIES!r}); sys.argv = ['recompute.py', {str(folder)!r}]; "
        "exec(compile(open(sys.argv[1] + '/recompute.py').read(), 'recompute.py', 'exec'), "
        "{'__name__': '__main__', '__file__': sys.argv[1] + '/recompute.py'})"
    )
    return subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, cwd=folder, check=False
    )


def _table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_published_figure_is_counted_again(tmp_path: Path) -> None:
    _count(TODAY - timedelta(days=40))
    _count()
    done = _recount(_written(tmp_path / "rapor"))
    assert done.returncode == 0, done.stdout + done.stderr
    counted = int(done.stdout.split()[0])
    assert counted > 150
    assert StageReading.objects.filter(basis="terukur", stage__isnull=False).exists()


def test_figure_that_was_changed_is_found_by_the_stranger(tmp_path: Path) -> None:
    _count()
    folder = _written(tmp_path / "rapor")
    path = folder / "measurements.csv"
    path.write_text(path.read_text().replace("TRA1,2026-11-24,0.5,", "TRA1,2026-11-24,0.9,"))
    done = _recount(folder)
    assert done.returncode == 1
    assert "TRA1" in done.stdout


def test_row_that_was_changed_is_found_too(tmp_path: Path) -> None:
    _count()
    folder = _written(tmp_path / "rapor")
    (rows,) = (folder / "rows").glob("TRA3-*.csv")
    rows.write_text(rows.read_text().replace("40.0", "4.0"))
    assert _recount(folder).returncode == 1


def test_codebook_promises_only_what_can_be_done(tmp_path: Path) -> None:
    _count()
    folder = _written(tmp_path / "rapor")
    ways = {row["INDICATOR"]: row["VALUE_FROM"] for row in _table(folder, "measurements.csv")}
    assert ways["TRA1"] == "rows:mean"
    assert ways["TRA3"] == "rows:median"
    assert ways["TRU3"] == "rows:mean|rows:p90_p50"
    assert ways["LIT1"] == "counts"
    assert ways["LIT4"] == "given"


def test_unknown_is_empty_and_never_zero(tmp_path: Path) -> None:
    _count()
    rows = {row["INDICATOR"]: row for row in _table(_written(tmp_path / "r"), "measurements.csv")}
    for row in rows.values():
        if row["OBS_STATUS"] == "tidak_ada_data":
            assert (row["OBS_VALUE"], row["SCORE"]) == ("", "")
            assert row["COMMENT"]


def test_words_that_are_not_for_everyone_and_formulas_stay_out(tmp_path: Path) -> None:
    _count()
    folder = _written(tmp_path / "rapor")
    everything = "".join(path.read_text() for path in folder.rglob("*.csv"))
    assert "nama warga" not in everything
    assert "baris 2" in everything
    assert "\n,'=SUM" in everything


def test_same_figures_give_the_same_bytes() -> None:
    _count()
    assert export_files() == export_files()


def test_every_table_is_described_for_csvw(tmp_path: Path) -> None:
    _count()
    folder = _written(tmp_path / "rapor")
    described = json.loads((folder / "csv-metadata.json").read_text())
    columns = {
        table["url"]: [column["name"] for column in table["tableSchema"]["columns"]]
        for table in described["tables"]
    }
    for path in folder.rglob("*.csv"):
        with path.open(newline="") as file:
            assert columns[str(path.relative_to(folder))] == next(csv.reader(file))


def test_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "punya-saya.txt").write_text("jangan")
    with pytest.raises(CommandError, match="tidak kosong"):
        call_command("readiness_export", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["punya-saya.txt"]


def test_empty_village_exports_and_counts_nothing_wrong(tmp_path: Path) -> None:
    assert _recount(_written(tmp_path / "rapor")).returncode == 0


def test_seals_are_checked_and_the_changed_figure_named() -> None:
    _count()
    out = StringIO()
    call_command("verify_measurements", stdout=out)
    assert "49 angka utuh" in out.getvalue()
    Measurement.objects.filter(code="TRA1").update(value=0.99)
    with pytest.raises(CommandError, match=r"TRA1 2026-11-24"):
        call_command("verify_measurements")


def test_changed_stage_is_named() -> None:
    _count()
    StageReading.objects.filter(basis="terukur").update(stage=5)
    with pytest.raises(CommandError, match="diubah"):
        call_command("verify_measurements")


@pytest.mark.parametrize(
    ("value", "rows", "counts", "way"),
    [
        (0.5, (1, 0), (None, None), "rows:mean"),
        (2, (1, 2, 9), (None, None), "rows:median"),
        (0.25, (1, 0), (1, 4), "counts"),
        (0.7, (), (None, None), "given"),
        (0.7, (), (1, 0), "given"),
    ],
)
def test_way_back_to_a_value_is_tried(
    value: float,
    rows: tuple[float, ...],
    counts: tuple[int | None, int | None],
    way: str,
) -> None:
    assert origin(value, [Evidence("x", row) for row in rows], *counts) == way


def test_what_was_judged_from_documents_is_counted_again_too(
    village: Village, tmp_path: Path
) -> None:
    """Shares, ladders and the draws of the stage: a judged level lies anywhere in its band."""
    first, second = official(village, Office.SEKDES), official(village, Office.BPD)
    evening(first, second, *{found.sub for found in checklist()}, level=2)
    _count()
    judged = Measurement.objects.filter(status="dinilai_dari_dokumen")
    assert {"REG2", "INF2", "COO2", "ACC2"} <= {row.code for row in judged}
    done = _recount(_written(tmp_path / "data"))
    assert done.returncode == 0, done.stdout + done.stderr
