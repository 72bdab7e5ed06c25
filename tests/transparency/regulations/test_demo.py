"""Desa contoh speaks: enough of everything that each page has something to show."""

from datetime import UTC, datetime
from time import perf_counter

import pytest

from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from desa.transparency.regulations.demo import SAMPLES, make_demo
from desa.transparency.regulations.models import Regulation
from desa.transparency.regulations.published import regulation_map, shelf
from desa.transparency.regulations.queries import expiring, fulfilled
from desa.transparency.regulations.rules.states import State

DAY = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.fixture
def demo(scope: Village) -> None:
    with clock.frozen(DAY):
        make_demo(1)


@pytest.mark.usefixtures("demo")
def test_demo_has_a_regulation_in_every_state_but_the_future() -> None:
    with clock.frozen(DAY):
        states = {line.state for line in shelf()}
    assert states == {State.IN_FORCE, State.AMENDED, State.REVOKED, State.EXPIRED}
    assert Regulation.objects.count() == len(SAMPLES) == 18


@pytest.mark.usefixtures("demo")
def test_decree_of_g4s_runs_out_within_sixty_days() -> None:
    with clock.frozen(DAY):
        names = {row.title: left for row, left in expiring()}
    assert names["Pembentukan Pokmas G4S"] == 37


@pytest.mark.usefixtures("demo")
def test_umbrella_is_still_missing() -> None:
    with clock.frozen(DAY):
        assert "perdes-desa-digital" not in fulfilled()
        assert {"sk-pokmas-g4s", "sk-pokmas-gps", "program-desa-digital"} <= fulfilled()


@pytest.mark.usefixtures("demo")
def test_map_leads_from_the_decree_over_the_budget_to_its_line() -> None:
    with clock.frozen(DAY):
        pairs = {entry.title: entry.points_to for entry in regulation_map().entries}
    budget = "Anggaran Pendapatan dan Belanja Desa Tahun Anggaran 2026"
    assert ("Melaksanakan", "Perdes 8/2025") in pairs["Pembentukan Pokmas G4S"]
    assert ("Dibiayai baris", "APBDes 2026 · 1.4.08") in pairs[budget]


def test_demo_is_made_quickly(scope: Village) -> None:
    """Its files are our own, so no child process looks into them: 18 of those would take seconds."""
    start = perf_counter()
    with clock.frozen(DAY):
        make_demo(1)
    assert perf_counter() - start < 3
