"""Desa contoh's Wi-Fi, and the token that is made at the terminal."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from desa.foundation.core import clock
from desa.foundation.core.registry import tasks
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.infrastructure.connectivity.actions.rehearsing import rehearse
from desa.infrastructure.connectivity.demo import TOLD, make_demo
from desa.infrastructure.connectivity.enums import PointState
from desa.infrastructure.connectivity.models import Outage, Point, Probe, SitePlan
from desa.infrastructure.connectivity.published import wifi
from desa.infrastructure.connectivity.queries import standings
from desa.infrastructure.connectivity.queries.tokens import secret_of, token_of
from desa.infrastructure.connectivity.tasks import run_forget, run_watch
from tests.infrastructure.connectivity.conftest import hamlet, later, point, rt
from tests.infrastructure.connectivity.test_measures import people


@pytest.fixture
def contoh(scope: Village) -> None:
    for name in {told.dusun for told in TOLD} | {"Sendi"}:
        hamlet(name)
    people(rt("001", "Sendi"), 3, 1)
    make_demo(1)


def test_eleven_of_fourteen_points_are_on_and_sendi_has_none(contoh: None) -> None:
    shown = wifi()
    assert (shown.on, shown.all, shown.without) == (11, 14, ("Sendi",))
    assert {row.point for row in shown.outages} == {
        "Balai Dusun Rajeg",
        "Pos Kamling Ngampir",
        "Warung Buluresik",
    }
    assert SitePlan.objects.get().answer


def test_demo_still_speaks_an_hour_later(contoh: None) -> None:
    for minutes in range(0, 61, 10):
        with clock.frozen(later(minutes=minutes)):
            rehearse()
            rehearse()
    with clock.frozen(later(minutes=60)):
        assert sum(1 for each in standings() if each.state is PointState.UP) == 11


def test_real_probe_tried_out_in_the_demo_is_left_alone(contoh: None) -> None:
    Probe.objects.update(last_number=5)
    with clock.frozen(later(minutes=30)):
        rehearse()
        assert not [each for each in standings() if each.state is PointState.UP]


def test_rounds_of_the_worker_are_registered_and_repeatable(contoh: None) -> None:
    assert {"connectivity.watch", "connectivity.forget", "connectivity.plan"} <= set(tasks.names())
    for _ in range(2):
        run_watch({})
        run_forget({})
    assert Outage.objects.filter(ended_at__isnull=True).count() == 3


def _token(*words: str) -> str:
    said = StringIO()
    call_command("probe_token", *words, stdout=said)
    return said.getvalue().strip()


def test_terminal_gives_the_token_and_points_of_a_probe(scope: Village) -> None:
    of = point()
    token = _token("Alat", "--point", "Balai Dusun Rajeg=192.0.2.1")
    made = Probe.objects.get()
    of.refresh_from_db()
    assert token == token_of(made) == f"{made.public_id}.{secret_of(made)}"
    assert (of.probe, of.address) == (made, "192.0.2.1")
    assert _token("Alat") == token
    assert _token("Alat", "--renew") != token


def test_terminal_refuses_what_is_not_there(scope: Village, other_village: Village) -> None:
    with pytest.raises(CommandError, match="--village"):
        call_command("probe_token", "Alat")
    with pytest.raises(CommandError, match="Tidak ada titik"):
        call_command("probe_token", "Alat", "--village", scope.code, "--point", "Titik=1")


def test_two_villages_have_different_secrets(village: Village, other_village: Village) -> None:
    with village_scope(village):
        mine = secret_of(Probe.objects.create(name="Alat"))
    with village_scope(other_village):
        theirs = secret_of(Probe.objects.create(name="Alat"))
        assert not Point.objects.exists()
    assert mine != theirs
    assert len(mine) == 64
