"""A measure is added in one file of its own room; nothing else has to know of it."""

import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from desa.foundation.core import measures as core
from desa.foundation.core.measures import Evidence, Measure, Reading, Standing, Unit, share
from desa.foundation.core.registry import Registry

ONE_FILE = """
from datetime import date

from desa.foundation.core.measures import Evidence, Measure, Reading, Unit, measure, share

TREES = (("Jati", True), ("Mahoni", False), ("Sengon", True))


def planted(until: date) -> Reading:
    rows = tuple(Evidence(name, int(alive), on=until) for name, alive in TREES)
    return share(rows, empty="Belum ada pohon.")


measure(Measure("POHON1", "letters", Unit.SHARE, planted, title="Pohon yang hidup"))
"""
DAY = date(2026, 11, 24)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry[Measure]]:
    registry: Registry[Measure] = Registry("measure")
    monkeypatch.setattr(core, "measures", registry)
    yield registry
    sys.modules.pop("measures_of_a_new_room", None)


def test_measure_written_in_one_file_is_there_with_its_rows(
    known: Registry[Measure], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "measures_of_a_new_room.py").write_text(ONE_FILE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert known.names() == []
    import_module("measures_of_a_new_room")
    assert known.names() == ["POHON1"]
    reading = known.get("POHON1").read(DAY)
    assert (reading.standing, reading.numerator, reading.denominator) == (Standing.MEASURED, 2, 3)
    assert reading.value == pytest.approx(2 / 3)
    assert [row.label for row in reading.evidence] == ["Jati", "Mahoni", "Sengon"]


def test_code_that_two_rooms_measure_is_kept_by_its_part(known: Registry[Measure]) -> None:
    def nothing(until: date) -> Reading:
        return share((), empty=f"Belum ada sampai {until}.")

    for part in ("surat", "pengaduan"):
        core.measure(Measure("TRA6", "letters", Unit.SHARE, nothing, part))
    assert known.names() == ["TRA6.pengaduan", "TRA6.surat"]
    with pytest.raises(ValueError, match="twice"):
        core.measure(Measure("TRA6", "letters", Unit.LEVEL, nothing, "surat"))


def test_share_without_rows_is_no_zero() -> None:
    reading = share((), empty="Belum ada.")
    assert (reading.standing, reading.value, reading.why) == (Standing.NO_DATA, None, "Belum ada.")


def test_share_of_rows_that_do_not_count_is_zero() -> None:
    assert share((Evidence("a", 0),), empty="-").value == 0


def test_reading_says_a_value_or_why_it_has_none() -> None:
    with pytest.raises(ValueError, match="has a value"):
        Reading(Standing.MEASURED)
    with pytest.raises(ValueError, match="has a value"):
        Reading(Standing.NO_DATA, 0.5, why="x")
    with pytest.raises(ValueError, match="says why"):
        Reading(Standing.NOT_APPLICABLE)
