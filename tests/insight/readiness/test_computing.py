"""The nightly count against real rooms and rows."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

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
from desa.insight.readiness.exceptions import FutureCutoff
from desa.insight.readiness.models import Measurement
from desa.insight.readiness.queries import current, evidence_of, first_tampered, history
from desa.insight.readiness.rules.standing import Status

pytestmark = pytest.mark.usefixtures("scope")
NIGHT = SystemActor("malam")
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 15, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def rows() -> list[Evidence]:
    return [Evidence("satu", 1), Evidence("dua", 0), Evidence("tiga", 1), Evidence("empat", 0)]


@pytest.fixture(autouse=True)
def one_measure(monkeypatch: pytest.MonkeyPatch, rows: list[Evidence]) -> None:
    """REG4 has no room yet: here readiness itself stands in for it, as a new room would register."""
    monkeypatch.setattr(measures, "_items", {})
    measures.add(
        "REG4",
        Measure(
            "REG4", "readiness", Unit.SHARE, lambda until: share(tuple(rows), empty="belum ada")
        ),
    )


def _count(until: date = TODAY) -> list[Measurement]:
    return compute_measurements(by=NIGHT, until=until)


def test_figure_is_kept_with_its_score_and_its_rows() -> None:
    _count()
    kept = current("REG4")
    assert kept is not None
    assert (kept.status, kept.value, kept.score) == (Status.MEASURED, 0.5, 50)
    assert (kept.numerator, kept.denominator, kept.n) == (2, 4, 4)
    assert [row.label for _, row in evidence_of(kept)] == ["satu", "dua", "tiga", "empat"]


def test_what_nobody_measures_is_missing_and_says_why() -> None:
    _count()
    kept = current("LIT1")
    assert kept is not None
    assert (kept.status, kept.value, kept.score) == (Status.NO_DATA, None, None)
    assert kept.why == "Survei warga belum dilakukan."


def test_room_that_is_switched_off_does_not_apply(village: Village) -> None:
    village.rooms_off = ["readiness"]
    village.save()
    _count()
    kept = current("REG4")
    assert kept is not None
    assert (kept.status, kept.value) == (Status.NOT_APPLICABLE, None)


def test_no_rows_is_no_figure(rows: list[Evidence]) -> None:
    rows.clear()
    _count()
    kept = current("REG4")
    assert kept is not None
    assert (kept.status, kept.why) == (Status.NO_DATA, "belum ada")


def test_same_count_again_adds_nothing() -> None:
    assert len(_count()) == 47
    assert _count() == []


def test_corrected_figure_of_the_same_day_supersedes(rows: list[Evidence]) -> None:
    _count()
    rows[1] = Evidence("dua", 1)
    (corrected,) = _count()
    assert corrected.supersedes is not None
    assert (corrected.value, corrected.supersedes.value) == (0.75, 0.5)
    assert [row.value for row in history("REG4")] == [0.75]
    assert Measurement.objects.filter(code="REG4").count() == 2


def test_new_month_is_kept_even_when_nothing_changed() -> None:
    _count(TODAY - timedelta(days=30))
    _count()
    assert [row.cutoff for row in history("REG4")] == [TODAY - timedelta(days=30), TODAY]


def test_cut_off_that_has_not_come_is_refused() -> None:
    with pytest.raises(FutureCutoff):
        _count(TODAY + timedelta(days=1))
    assert not Measurement.objects.exists()


def test_tampered_row_is_named() -> None:
    _count()
    kept = current("REG4")
    assert kept is not None
    assert first_tampered(Measurement.objects.all()) is None
    Measurement.objects.filter(pk=kept.pk).update(value=0.9)
    assert first_tampered(Measurement.objects.order_by("pk")) == kept


def test_estimate_and_interval_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    estimate = Reading(
        Standing.ESTIMATED, 0.4, 40, 100, why="taksiran harga", low=0.3, high=0.5, n=100
    )
    monkeypatch.setattr(measures, "_items", {})
    measures.add("INF5", Measure("INF5", "readiness", Unit.SHARE, lambda until: estimate))
    _count()
    kept = current("INF5")
    assert kept is not None
    assert (kept.status, kept.low, kept.high, kept.why) == (
        Status.ESTIMATED,
        0.3,
        0.5,
        "taksiran harga",
    )
    assert kept.score == pytest.approx(60)
