"""Founding a village, and changing what it is."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.actions import (
    Identity,
    change_identity,
    found_village,
    set_hours,
    switch_room,
)
from desa.foundation.tenancy.models import OpeningHours, Village
from desa.foundation.tenancy.queries import village_for_host
from desa.foundation.tenancy.scope import current_village, village_scope
from desa.foundation.trail.models import TrailEvent

pytestmark = pytest.mark.postgres
CLERK = SystemActor("uji")
IDENTITY = Identity("35.14.11.2009", "Sumbergedang", "Pandaan", "Pasuruan", "Jawa Timur")


def test_founded_village_opens_five_days_and_pauses_on_friday_noon(db: None) -> None:
    village = found_village(by=CLERK, identity=IDENTITY)
    with village_scope(village):
        hours = list(OpeningHours.objects.values_list("weekday", "opens", "closes"))
        assert hours[:1] == [(0, time(8), time(15))]
        assert hours[4:] == [(4, time(8), time(11, 30)), (4, time(13), time(15))]
        assert TrailEvent.objects.get().name == "tenancy.village.founded"


@pytest.mark.parametrize("code", ["35.14.11", "3514112009", "35.14.11.3009", "35.14.11.20099", ""])
def test_code_that_is_not_a_desa_is_refused_and_nothing_is_made(db: None, code: str) -> None:
    with pytest.raises(ValidationError):
        found_village(
            by=CLERK, identity=Identity(code, "Contoh", "Pandaan", "Pasuruan", "Jawa Timur")
        )
    assert not Village.objects.exists()


def test_new_identity_is_known_at_once_in_the_open_village(scope: Village) -> None:
    change_identity(by=CLERK, changes={"address": "Jalan Contoh 1"})
    assert current_village().address == "Jalan Contoh 1"


def test_earlier_public_address_stays_valid(scope: Village, other_village: Village) -> None:
    change_identity(by=CLERK, changes={"public_address": "https://lama.example"})
    change_identity(by=CLERK, changes={"public_address": "https://baru.example"})
    change_identity(by=CLERK, changes={"public_address": "https://baru.example"})
    assert current_village().earlier_addresses == ["https://lama.example"]
    assert village_for_host("lama.example:443") == scope
    assert village_for_host("baru.example") == scope
    assert village_for_host("lain.example") is None


def test_identity_that_will_not_do_changes_nothing(scope: Village) -> None:
    with pytest.raises(ValidationError):
        change_identity(by=CLERK, changes={"public_address": "bukan alamat"})
    assert Village.objects.get(pk=scope.pk).public_address == ""
    assert current_village().public_address == ""


def test_hours_of_a_day_are_set_again_not_twice(scope: Village) -> None:
    for closes in (time(13), time(14)):
        set_hours(by=CLERK, valid_from=date(2026, 2, 18), windows=[(0, time(8), closes)])
    assert OpeningHours.objects.get().closes == time(14)


def test_hours_that_close_before_they_open_are_refused_whole(scope: Village) -> None:
    set_hours(by=CLERK, valid_from=date(2026, 1, 1), windows=[(0, time(8), time(15))])
    with pytest.raises(ValidationError):
        set_hours(by=CLERK, valid_from=date(2026, 1, 1), windows=[(0, time(15), time(8))])
    assert OpeningHours.objects.get().opens == time(8)


def test_room_is_switched_off_and_on_once(scope: Village) -> None:
    for on in (False, False):
        switch_room(by=CLERK, room="letters", on=on)
    assert current_village().rooms_off == ["letters"]
    switch_room(by=CLERK, room="letters", on=True)
    assert current_village().has_room("letters")


def test_village_is_held_while_it_is_changed(scope: Village) -> None:
    with CaptureQueriesContext(connection) as ran:
        switch_room(by=CLERK, room="letters", on=False)
        change_identity(by=CLERK, changes={"phone": "0343 631000"})
    held = [sql for sql in ran.captured_queries if "FOR UPDATE" in sql["sql"]]
    reads = [sql for sql in held if "tenancy_village" in sql["sql"]]
    assert len(reads) == (2 if connection.vendor == "postgresql" else 0)
    assert Village.objects.get(pk=scope.pk).rooms_off == ["letters"]
