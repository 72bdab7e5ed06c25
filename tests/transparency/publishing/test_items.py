"""The information list of all rooms, and TRA1 to TRA3 over it. Missing is never zero."""

from datetime import date, timedelta

import pytest
from django.test import Client

from desa.foundation.accounts.actions import Appointment, appoint
from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock, registry
from desa.foundation.core.measures import Standing, measures
from desa.foundation.core.registry import PublicItem, Registry, Told
from desa.foundation.tenancy.actions import change_identity, switch_room
from desa.foundation.tenancy.models import Village
from desa.transparency.publishing.actions.profile import (
    post_on_board,
    take_from_board,
    write_profile,
)
from desa.transparency.publishing.enums import Section
from desa.transparency.publishing.measures import (
    days_to_publication,
    mean_level,
    published_items,
)
from desa.transparency.publishing.published.items import OWN, listed_items
from desa.transparency.publishing.queries import standings
from tests.transparency.publishing.samples import CLERK, TUESDAY

TODAY = TUESDAY.date()
Add = Registry[PublicItem]


@pytest.fixture
def items(monkeypatch: pytest.MonkeyPatch) -> Add:
    """An empty list of items, so that only those of the test are counted."""
    empty: Add = Registry("item to publish")
    monkeypatch.setattr(registry, "public_items", empty)
    return empty


def item(told: Told | None, room: str = "publishing") -> PublicItem:
    return PublicItem("APBDes", "Permendagri 20/2018 Ps 39", room, lambda: told)


def told_keys() -> set[str]:
    return {standing.key for standing in standings() if standing.told and standing.key in OWN}


def test_every_item_of_the_rule_is_registered(scope: Village) -> None:
    registered = dict(registry.public_items.items())
    assert OWN.items() <= registered.items()
    assert all(entry.basis for entry in registered.values())


def test_new_village_tells_nothing_yet(scope: Village) -> None:
    assert told_keys() == set()


def test_address_and_right_are_told_once_the_office_has_an_address(scope: Village) -> None:
    change_identity(by=CLERK, changes={"address": "Jalan Raya 1"})
    assert told_keys() == {"perki.alamat", "perki.hak"}


def test_vision_is_told_when_mission_is_written_too(scope: Village) -> None:
    write_profile(by=CLERK, section=Section.VISION, source="Terang.")
    assert told_keys() == set()
    with clock.frozen(TUESDAY + timedelta(days=3)):
        write_profile(by=CLERK, section=Section.MISSION, source="Cepat.")
    with clock.frozen(TUESDAY + timedelta(days=9)):
        write_profile(by=CLERK, section=Section.MISSION, source="Lebih cepat.")
        (vision,) = (row for row in standings() if row.key == "perki.visi")
    assert vision.told is not None
    assert vision.told.on == TODAY + timedelta(days=3)


def test_officials_are_told_since_the_trail_knows_them(scope: Village) -> None:
    with clock.frozen(TUESDAY + timedelta(days=2)):
        appoint(
            by=CLERK,
            appointment=Appointment(
                Office.KADES, "Kepala Desa", "Hariyono", date(2024, 1, 1), username="kades"
            ),
        )
        (row,) = (row for row in standings() if row.key == "perki.pejabat")
    assert row.told == Told(4, TODAY + timedelta(days=2), "/info/profil/")


def test_board_counts_as_the_lowest_step_until_a_page_tells_more(
    scope: Village, items: Add
) -> None:
    items.add("rkp", item(None))
    note = post_on_board(by=CLERK, item="rkp", place="Balai Desa")
    assert standings()[0].told == Told(1, TODAY, "")
    assert listed_items()[0].board == "Balai Desa"
    take_from_board(by=CLERK, note=note)
    assert standings()[0].told is None
    with pytest.raises(LookupError):
        post_on_board(by=CLERK, item="tidak.ada", place="Balai Desa")


def test_item_of_a_room_switched_off_still_counts_as_missing(scope: Village, items: Add) -> None:
    items.add("surat", item(Told(3, TODAY, "/surat/"), room="letters"))
    assert published_items(TODAY).value == 1
    switch_room(by=CLERK, room="letters", on=False)
    assert published_items(TODAY).value == 0


def test_list_says_what_is_told_and_what_is_not(scope: Village) -> None:
    change_identity(by=CLERK, changes={"address": "Jalan Raya 1"})
    shown = Client().get("/info/daftar/").content.decode()
    assert f"2 dari {len(registry.public_items.names())} sudah diumumkan." in shown
    assert "Daftar usulan RKP Desa" in shown
    assert "belum" in shown
    assert 'href="/info/minta/"' in shown


def test_tra1_counts_missing_items_in_the_denominator(scope: Village, items: Add) -> None:
    items.add("a", item(Told(3, TODAY, "/a/")))
    items.add("b", item(None))
    items.add("c", item(Told(3, TODAY + timedelta(days=1), "/c/")))
    reading = published_items(TODAY)
    assert (reading.numerator, reading.denominator) == (1, 3)
    assert [row.value for row in reading.evidence] == [1, 0, 0]
    assert published_items(TODAY + timedelta(days=1)).numerator == 2


def test_tra1_without_any_item_has_no_figure(scope: Village, items: Add) -> None:
    assert published_items(TODAY).standing is Standing.NO_DATA


def test_tra2_is_the_mean_step_of_what_is_told(scope: Village, items: Add) -> None:
    assert mean_level(TODAY).standing is Standing.NO_DATA
    items.add("a", item(Told(3, TODAY, "/a/")))
    items.add("b", item(Told(4, TODAY, "/b/")))
    items.add("c", item(None))
    reading = mean_level(TODAY)
    assert (reading.value, reading.numerator, reading.denominator) == (3.5, 7, 2)


def test_tra3_is_the_median_delay_of_dated_items_only(scope: Village, items: Add) -> None:
    items.add("undated", item(Told(3, TODAY, "/u/")))
    items.add("missing", item(None))
    assert days_to_publication(TODAY).standing is Standing.NO_DATA
    assert days_to_publication(TODAY).why
    for number, days in enumerate((-4, 10, 30)):
        due = TODAY - timedelta(days=days)
        items.add(f"dated {number}", item(Told(3, TODAY, "/d/", due_on=due)))
    reading = days_to_publication(TODAY)
    assert reading.value == 10
    assert sorted(row.value for row in reading.evidence) == [0, 10, 30]
    assert reading.denominator == 3


def test_measures_are_registered_with_their_titles() -> None:
    for code in ("TRA1", "TRA2", "TRA3"):
        found = measures.get(code)
        assert found.room == "publishing"
        assert str(found.title)
