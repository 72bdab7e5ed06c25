"""What is published of an outage, a plan and a poster, in words and plain values."""

from datetime import UTC, datetime
from typing import Any

import pytest

from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.infrastructure.connectivity.actions import ask_plan, show_plan
from desa.infrastructure.connectivity.actions.planning import answer_plan
from desa.infrastructure.connectivity.enums import PlanState, SignIn
from desa.infrastructure.connectivity.presenters.poster import FOOT, FOOT_VOUCHER, poster_values
from desa.infrastructure.connectivity.presenters.words import BINDING, answer_of
from desa.infrastructure.connectivity.published import PublishedOutage, choices, plan, wifi
from desa.infrastructure.connectivity.published import point as published_point
from desa.infrastructure.connectivity.rules.covering import Binding
from tests.infrastructure.connectivity.conftest import BY, hamlet, point, readings
from tests.infrastructure.connectivity.table import ANSWER, plan_made

MOMENT = datetime(2026, 11, 16, 1, 20, tzinfo=UTC)


def outage(**parts: Any) -> PublishedOutage:
    values: dict[str, Any] = {
        "point": "Balai Dusun Rajeg",
        "since": MOMENT,
        "hours": 26,
        "is_power": False,
        "cause": "",
        "work": "",
        "worker": "",
        "cost": "",
        "due": MOMENT,
        "late": False,
    }
    return PublishedOutage(**(values | parts))


def test_every_limit_has_words_of_its_own() -> None:
    assert set(BINDING) == set(Binding)
    assert len({str(words) for words in BINDING.values()}) == len(Binding)


def test_poster_with_a_password_prints_it(scope: Village) -> None:
    of = point(ssid="SENDI", sign_in=SignIn.PASSWORD, password="guyubrukun")
    values = poster_values(of, "Sumbergedang", mark="")
    assert values["steps"] == [("Nama jaringan", "SENDI"), ("Sandi", "guyubrukun")]
    assert values["foot"] == FOOT


def test_poster_of_a_voucher_point_names_its_papers_and_is_not_free(scope: Village) -> None:
    of = point(sign_in=SignIn.VOUCHER, reseller_papers="PKS-9", legal_basis="Perdes 4")
    values = poster_values(of, "Sumbergedang", mark="CONTOH")
    assert ("Izin jual kembali", "PKS-9") in values["steps"]  # type: ignore[operator]
    assert (values["foot"], values["mark"]) == (FOOT_VOUCHER, "CONTOH")


def test_open_point_prints_no_old_password(scope: Village) -> None:
    of = point(sign_in=SignIn.OPEN, password="rahasia lama")
    assert "rahasia lama" not in str(poster_values(of, "Sumbergedang", mark=""))


def test_password_of_a_point_is_on_no_public_page(scope: Village) -> None:
    of = point(sign_in=SignIn.PASSWORD, password="guyubrukun")
    assert "guyubrukun" not in repr(wifi())
    assert "guyubrukun" not in repr(published_point(of.pk))


def test_address_of_a_device_is_on_no_public_page(scope: Village) -> None:
    point(address="192.0.2.77")
    assert "192.0.2.77" not in repr(wifi())


def test_only_a_shown_plan_is_published(scope: Village) -> None:
    made = plan_made()
    assert plan() is None
    show_plan(by=BY, plan=made, note=" Diusulkan ")
    shown = plan()
    assert shown is not None
    assert shown.note == "Diusulkan"
    show_plan(by=BY, plan=made, note="", public=False)
    assert plan() is None


def test_published_plan_has_sites_and_money_in_words(scope: Village) -> None:
    asked = ask_plan(by=BY, budget=plan_made().budget, upkeep=plan_made().upkeep, floor_percent=0)
    line = {"name": "Musala", "dusun": "Sendi", "people": 140, "walked": True}
    answer = ANSWER | {
        "sites": [line | {"cost": 620_000_000, "upkeep": 131_000_000}],
        "cost": 620_000_000,
        "shares": [["Sendi", 0, 444]],
        "robust": [{"percent": 80, "added": 90, "same": False}],
    }
    made = answer_plan(plan=asked, state=PlanState.DONE, answer=answer)
    show_plan(by=BY, plan=made, note="")
    shown, told = plan(), answer_of(made)
    assert shown is not None
    assert told is not None
    [chosen] = shown.sites
    assert (chosen.name, chosen.hamlet, chosen.people, chosen.cost) == (
        "Musala",
        "Sendi",
        140,
        "Rp6,2 juta",
    )
    assert shown.shares == (("Sendi", 0, 444),)
    assert "Uji jalan dulu." in told.robust[0]


def test_worst_served_dusun_stands_first_and_unknown_before_all(scope: Village) -> None:
    for name in ("Rajeg", "Winog", "Sendi"):
        hamlet(name)
    shown = wifi().hamlets
    assert [each.low for each in shown] == [None] * 3
    assert {each.name for each in shown} == {"Rajeg", "Winog", "Sendi"}


def test_choices_name_the_dusun(scope: Village) -> None:
    of = point()
    assert choices() == ((of.public_id, "Balai Dusun Rajeg, Rajeg"),)


@pytest.mark.parametrize("number", [0, 1, 2**62])
def test_point_that_is_not_there_is_none(scope: Village, number: int) -> None:
    assert published_point(number) is None


def test_each_village_publishes_its_own_points(village: Village, other_village: Village) -> None:
    with village_scope(village):
        readings(point(), -5, 0)
        assert wifi().on == 1
    with village_scope(other_village):
        assert (wifi().all, wifi().hamlets, choices()) == (0, (), ())
