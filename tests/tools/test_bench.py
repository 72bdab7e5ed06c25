"""The frame of ./bench: what it prints, and that a failed measurement is never within its budget."""

import json
from pathlib import Path

import pytest

from tools.bench import main
from tools.bench.measurement import (
    AT_LEAST,
    Measurement,
    Result,
    judge,
    registered,
)
from tools.bench.measurements.start import left_out_of_copy
from tools.bench.workspace import Workspace, workspace
from tools.launch.environment import ROOT
from tools.launch.refusal import EXIT_REFUSED, Refusal


def _number(place: Workspace) -> float:
    return 7.0


AT_MOST_TEN = Measurement("lama_s", "s", 10, _number)
AT_LEAST_TEN = Measurement("baris", "rows/s", 10, _number, AT_LEAST)


@pytest.mark.parametrize(
    ("value", "within"), [(9.9, True), (10, True), (10.1, False), (None, False)]
)
def test_upper_budget(value: float | None, within: bool) -> None:
    assert judge(AT_MOST_TEN, value).within is within


@pytest.mark.parametrize(
    ("value", "within"), [(9.9, False), (10, True), (10.1, True), (None, False)]
)
def test_lower_budget(value: float | None, within: bool) -> None:
    assert judge(AT_LEAST_TEN, value).within is within


def test_registered_names_are_those_of_the_files() -> None:
    known = registered()
    assert {"writers_lost", "start_cold_s", "start_warm_s"} <= known.keys()
    assert all(name == measurement.name for name, measurement in known.items())


def test_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(Refusal, match="writers_lost"):
        main.chosen(["ngawur"])
    assert main.main(["ngawur"]) == EXIT_REFUSED


def test_named_measurements_only() -> None:
    assert [each.name for each in main.chosen(["writers_lost"])] == ["writers_lost"]


def test_group_names_all_of_its_measurements_and_may_stand_beside_a_name() -> None:
    names = [each.name for each in main.chosen(["transparency", "writers_lost"])]
    assert {"complaint_list_ms", "filing_p95_ms", "filings_lost", "writers_lost"} <= set(names)
    assert "home_cpu_ms" not in names
    assert len(names) == len(set(names))


def test_json_holds_machine_and_the_five_facts() -> None:
    content = json.loads(main.as_json([judge(AT_MOST_TEN, 7.0)]))
    assert content["measurements"] == [
        {"name": "lama_s", "value": 7.0, "unit": "s", "budget": 10, "within": True}
    ]
    assert content["machine"]["cores"] >= 1
    assert content["machine"]["memory_mb"] > 100


def test_table_shows_a_failure_as_one() -> None:
    lines = main.as_table([judge(AT_MOST_TEN, None)]).splitlines()
    assert lines[-1].split() == ["lama_s", "failed", "10", "s", "False"]


@pytest.mark.parametrize(("value", "code"), [(7.0, 0), (70.0, 0), (None, 1)])
def test_only_a_failed_measurement_fails_the_command(
    value: float | None,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(main, "chosen", lambda names: [AT_MOST_TEN])
    monkeypatch.setattr(main, "run_apart", lambda measurement: value)
    assert main.main(["--json"]) == code
    assert json.loads(capsys.readouterr().out)["measurements"][0]["value"] == value


def test_measurement_that_does_not_exist_there_is_a_failure() -> None:
    assert main.run_apart(AT_MOST_TEN) is None


@pytest.mark.slow
def test_measurement_that_takes_too_long_is_a_failure() -> None:
    known = registered()["writers_lost"]
    hasty = Measurement(known.name, known.unit, known.budget, known.measure, seconds=0.01)
    assert main.run_apart(hasty) is None


def test_workspace_is_gone_afterwards_and_is_not_the_callers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DESA_DATA", "/srv/desa")
    with workspace() as place:
        place.data.mkdir()
        assert place.environment()["DESA_DATA"] == str(place.data)
    assert not place.root.exists()


@pytest.mark.slow
def test_thirty_two_writers_lose_nothing() -> None:
    results = main.measure_all(main.chosen(["writers_lost"]))
    assert results == [Result("writers_lost", 0, "writes", 0, within=True)]


def test_fresh_copy_has_the_whole_program_and_nothing_made() -> None:
    assert {".git", ".venv", "data"} <= left_out_of_copy(
        str(ROOT), [".git", ".venv", "data", "desa"]
    )
    inside = str(Path(ROOT) / "tools" / "launch")
    assert left_out_of_copy(inside, ["database.py", "data", "__pycache__"]) == {"__pycache__"}
