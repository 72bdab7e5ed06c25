"""Desa contoh: 39 of 39 answered, eight wishes of women's groups, and a year that is open."""

from datetime import datetime

import pytest
from django.test import Client

from desa.empowerment.planning.demo import make_demo
from desa.empowerment.planning.enums import Origin, ProposalState, Verdict
from desa.empowerment.planning.models import Proposal, Round
from desa.empowerment.planning.queries import answered, place_groups
from desa.empowerment.planning.rules.example import WISHED
from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from tests.empowerment.planning.samples import WIB, hamlet
from tests.factories import officials


@pytest.fixture
def demo(scope: Village) -> Village:
    officials(scope, [Office.KADES, Office.SEKDES, Office.OPERATOR])
    for name in {wish.dusun for wish in WISHED}:
        hamlet(name)
    with clock.frozen(datetime(2026, 11, 24, 9, tzinfo=WIB)):
        make_demo(1)
    return scope


def test_39_of_39_are_answered_with_a_reason(demo: Village) -> None:
    year = Round.objects.get(year=2026)
    rows = Proposal.objects.filter(round=year)
    assert rows.count() == 39
    assert answered(year).count() == 39
    assert rows.filter(origin=Origin.WOMEN).count() == 8
    assert set(rows.values_list("verdict", flat=True)) == {*Verdict.values}
    forwarded = rows.filter(verdict=Verdict.FORWARDED)
    assert all(row.outside_number and row.outside_body for row in forwarded)


def test_each_dusun_has_three_and_the_same_culvert_is_one(demo: Village) -> None:
    for name in {wish.dusun for wish in WISHED}:
        assert sum(1 for wish in WISHED if wish.dusun == name) == 3
    merged = Proposal.objects.get(state=ProposalState.MERGED)
    assert (str(merged.area), str(merged.merged_into and merged.merged_into.area)) == (
        "Rajeg",
        "Winog",
    )


def test_counts_stand_beside_the_ranking_and_work_is_shown(demo: Village) -> None:
    year = Round.objects.get(year=2026)
    assert year.advice is not None
    assert year.advice["voters"] == 13 * 12
    states = set(Proposal.objects.values_list("state", flat=True))
    assert {"dikerjakan", "dikonfirmasi", "selesai", "masuk"} <= states
    page = Client().get("/usulan/2026/").content.decode()
    assert "39 dari 39 usulan" in page
    assert "Tiga cara memilih" in page


def test_everyone_is_on_a_paper_for_the_rt(demo: Village) -> None:
    year = Round.objects.get(year=2026)
    assert sum(len(rows) for _name, rows in place_groups(year)) == 39


def test_running_year_is_open_today(demo: Village) -> None:
    with clock.frozen(datetime(2026, 11, 24, 9, tzinfo=WIB)):
        page = Client().get("/usulan/").content.decode()
    assert "Usulan untuk 2027 sedang dibuka" in page
    assert Proposal.objects.filter(round__year=2027).count() == 6
