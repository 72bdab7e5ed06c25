"""Desa contoh has something to say about its partners."""

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.core.measures import Standing, measures
from desa.foundation.tenancy.models import Village
from desa.people.partners.demo import PARTNERS, make_demo
from desa.people.partners.models import Activity, Meeting, Partner, Representative
from desa.people.partners.presenters import deliverable_rows
from desa.people.partners.published import groups, meetings
from desa.people.partners.queries import count_expiring, deliverables, overdue, standing, today
from tests.factories import officeholder, official
from tests.people.partners.samples import areas

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(scope: Village) -> Village:
    officeholder()
    official(scope, Office.SEKDES)
    official(scope, Office.POKMAS)
    areas("Rajeg", "Sendi", "Krajan")
    make_demo(7)
    return scope


def test_demo_shows_every_state(demo: Village) -> None:
    assert Partner.objects.count() == len(PARTNERS)
    chips = {row.chip for _kind, rows in groups() for row in rows}
    assert chips == {"ok", "wait", "late", "idle"}
    assert count_expiring() >= 2
    assert Activity.objects.count() == 5
    assert Representative.objects.get().partner.short == "G4S"


def test_demo_follows_its_decisions_up(demo: Village) -> None:
    held = Meeting.objects.get(record_paper__isnull=False)
    states = [standing(row).chip for row in held.decisions.order_by("place")]
    assert states == ["ok", "wait", "late", "wait"]
    assert [row.place for row in overdue()] == [3]
    assert held.attendances.count() == 14
    assert len(meetings(5)) == 1


def test_demo_waits_for_the_passwords(demo: Village) -> None:
    campus = Partner.objects.get(short="Kampus")
    rows = {row.deliverable.kind: row.chip for row in deliverable_rows(deliverables(campus))}
    assert rows == {"pelatihan": "ok", "serah_kode": "late", "laporan": "run"}


def test_demo_measures_all_five(demo: Village) -> None:
    names = ("COO1", "COO2", "COO3.keputusan", "COO4", "COO5")
    found = {name: measures.get(name).read(today()) for name in names}
    assert all(row.standing is not Standing.NO_DATA for row in found.values())
    assert found["COO1"].numerator == 6
    assert found["COO3.keputusan"].denominator == 2
    assert found["COO4"].standing is Standing.ESTIMATED
    assert found["COO5"].n is not None
    assert found["COO5"].n >= 6
