"""The stage of the village from figures that were really kept."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.measures import Measure, Reading, Standing, Unit, measures
from desa.insight.readiness.actions import compute_measurements
from desa.insight.readiness.actions.staging import compute_stage, compute_study
from desa.insight.readiness.models import StageReading
from desa.insight.readiness.queries import known_figures, latest_stage, seal_key, stage_fields
from desa.insight.readiness.rules.catalogue import Unit as Scale
from desa.insight.readiness.rules.catalogue import catalogue
from desa.insight.readiness.rules.seals import holds
from desa.insight.readiness.rules.standing import Status

pytestmark = pytest.mark.usefixtures("scope")
NIGHT = SystemActor("malam")
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def tonight() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 15, 0, tzinfo=UTC)):
        yield


@pytest.fixture(autouse=True)
def no_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "_items", {})


def _measured(level: int, *codes: str) -> None:
    """Every sub-indicator of these indicators reads the middle of that level's band."""
    for indicator in catalogue():
        for sub in indicator.scored_subs if indicator.code in codes else ():
            for part in sub.parts:
                _register(sub.code, part.name, _middle(part.goalposts, part.unit, level))


def _middle(goalposts: object, unit: Scale, level: int) -> float:
    if unit is Scale.LEVEL:
        return float(level)
    points = goalposts.points  # type: ignore[attr-defined]
    return float((points[level - 1] + points[level]) / 2)


def _register(code: str, part: str, value: float) -> None:
    reading = Reading(Standing.MEASURED, value, denominator=40)
    item = Measure(code, "readiness", Unit.SHARE, lambda until: reading, part=part)
    measures.add(item.name, item)


EIGHT = [indicator.code for indicator in catalogue()]


def test_nothing_measured_has_no_stage_and_no_number() -> None:
    compute_measurements(by=NIGHT, until=TODAY)
    row = compute_stage(by=NIGHT, until=TODAY)
    assert (row.stage, row.figures["score"], row.figures["spread"]) == (None, None, None)
    for score in row.figures["indicators"]:
        assert (score["score"], score["low"], score["high"]) == (None, 0, 100)


def test_five_indicators_are_not_enough_for_a_stage() -> None:
    _measured(3, *EIGHT[:5])
    compute_measurements(by=NIGHT, until=TODAY)
    assert compute_stage(by=NIGHT, until=TODAY).stage is None


def test_village_in_the_middle_of_the_third_level_is_functioning() -> None:
    _measured(3, *EIGHT)
    compute_measurements(by=NIGHT, until=TODAY)
    row = compute_stage(by=NIGHT, until=TODAY)
    assert row.stage == 3
    assert row.figures["score"] == pytest.approx(50, abs=1)
    assert {int(s): c for s, c in row.figures["chances"]}[3] > 0.95
    low, middle, high = row.figures["spread"]
    assert low < middle < high


def test_one_weak_indicator_holds_the_stage_down() -> None:
    _measured(5, *EIGHT[1:])
    _measured(1, EIGHT[0])
    compute_measurements(by=NIGHT, until=TODAY)
    row = compute_stage(by=NIGHT, until=TODAY)
    assert (row.stage, row.gate, row.weakest) == (2, "LIT", "LIT")


def test_figure_that_grew_old_gives_no_score() -> None:
    _measured(3, *EIGHT)
    compute_measurements(by=NIGHT, until=TODAY)
    with clock.frozen(datetime(2027, 2, 1, 15, 0, tzinfo=UTC)):
        later = known_figures(date(2027, 2, 1))
    assert later["TRA1"].status is Status.STALE
    assert later["TRA1"].score is None
    assert later["LIT1"].status is Status.MEASURED


def test_stage_is_kept_once_for_the_same_figures() -> None:
    _measured(3, *EIGHT)
    compute_measurements(by=NIGHT, until=TODAY)
    assert compute_stage(by=NIGHT, until=TODAY) == compute_stage(by=NIGHT, until=TODAY)
    assert StageReading.objects.count() == 1


def test_study_is_read_once_and_kept_apart() -> None:
    first = compute_study(by=NIGHT)
    assert (first.stage, compute_study(by=NIGHT)) == (2, first)
    assert {int(s): c for s, c in first.figures["chances"]}[2] >= 0.9
    assert latest_stage("terukur") is None


def test_seal_fits_what_the_row_says_after_it_was_read_back() -> None:
    _measured(3, *EIGHT)
    compute_measurements(by=NIGHT, until=TODAY)
    row = StageReading.objects.get(pk=compute_stage(by=NIGHT, until=TODAY).pk)
    assert holds(seal_key(), stage_fields(row), row.seal)
    row.stage = 5
    assert not holds(seal_key(), stage_fields(row), row.seal)


def test_stage_of_an_earlier_day_is_found_again() -> None:
    _measured(3, *EIGHT)
    compute_measurements(by=NIGHT, until=TODAY - timedelta(days=1))
    early = compute_stage(by=NIGHT, until=TODAY - timedelta(days=1))
    assert latest_stage("terukur", TODAY - timedelta(days=1)) == early
    assert latest_stage("terukur", TODAY - timedelta(days=2)) is None
