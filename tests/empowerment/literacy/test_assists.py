"""Help: written down in one go, true once the resident says so."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from desa.empowerment.literacy.actions import (
    RESIDENT,
    Entry,
    confirm_by_code,
    confirm_on_paper,
    deny,
    end_cadre,
    follow,
    log_assist,
    log_once,
)
from desa.empowerment.literacy.enums import AgeBand, ConfirmedVia, Help
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.models import Assist
from desa.empowerment.literacy.queries import assist_by_code, confirmed_assists, hurried_of
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import TrailEvent
from tests.empowerment.literacy.samples import (
    CLERK,
    RAFI,
    TUESDAY,
    cadre,
    helped,
    resident,
    some_cadre,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_help_holds_no_name_and_waits(scope: Village) -> None:
    assist = helped()
    assert assist.person is None
    assert assist.is_open
    assert list(confirmed_assists(TUESDAY)) == []
    event = TrailEvent.objects.get(name="literacy.assist.logged")
    assert event.facts == {}


def test_help_is_in_the_dusun_of_its_cadre(kader: User) -> None:
    own = cadre(user=kader)
    entry = Entry(own, AgeBand.ELDER, (Help.WIFI, Help.WIFI, Help.PHONE))
    made = log_assist(by=kader, entry=entry)
    assert made.dusun == own.dusun
    assert made.helps == ["wifi", "hp"]


def test_cadre_does_not_note_for_another_dusun(kader: User) -> None:
    cadre(user=kader)
    entry = Entry(some_cadre("Winog"), AgeBand.ELDER, (Help.WIFI,))
    with pytest.raises(PermissionDenied):
        log_assist(by=kader, entry=entry)


def test_help_with_nothing_or_by_a_former_cadre_is_refused(scope: Village) -> None:
    with pytest.raises(LiteracyRefused, match="sedikitnya satu"):
        helped(helps=())
    former = end_cadre(by=CLERK, cadre=some_cadre())
    with pytest.raises(LiteracyRefused, match="tidak bertugas"):
        helped(former)


def test_same_form_sent_twice_is_one_help(operator: User) -> None:
    entry, key = Entry(some_cadre(), AgeBand.ELDER, (Help.WIFI,)), uuid4()
    first = log_once(by=operator, entry=entry, key=key)
    assert log_once(by=operator, entry=entry, key=key) == first
    assert Assist.objects.count() == 1


def test_yes_of_the_resident_makes_it_count(scope: Village) -> None:
    done = confirm_by_code(by=RESIDENT, assist=helped())
    assert (done.confirmed_via, done.confirmed_by_label) == (ConfirmedVia.CODE, "")
    later = TUESDAY + timedelta(seconds=1)
    assert list(confirmed_assists(later)) == [done]
    assert confirm_by_code(by=RESIDENT, assist=done).confirmed_at == done.confirmed_at
    assert TrailEvent.objects.filter(name="literacy.assist.confirmed").count() == 1


def test_no_of_the_resident_is_final(scope: Village) -> None:
    wrong = deny(by=RESIDENT, assist=helped())
    assert deny(by=RESIDENT, assist=wrong).denied_at == wrong.denied_at
    with pytest.raises(LiteracyRefused, match="sudah dijawab"):
        confirm_by_code(by=RESIDENT, assist=wrong)
    assert list(confirmed_assists(TUESDAY + timedelta(days=1))) == []


def test_answer_after_thirty_days_is_too_late(scope: Village) -> None:
    assist = helped(at=TUESDAY)
    with clock.frozen(TUESDAY + timedelta(days=30, seconds=1)), pytest.raises(LiteracyRefused):
        confirm_by_code(by=RESIDENT, assist=assist)
    with clock.frozen(TUESDAY + timedelta(days=30)):
        assert confirm_by_code(by=RESIDENT, assist=assist).confirmed_at


def test_confirmed_yesterday_of_help_long_ago_does_not_count(scope: Village) -> None:
    old = helped(at=TUESDAY - timedelta(days=29))
    confirm_by_code(by=RESIDENT, assist=old)
    assert list(confirmed_assists(TUESDAY + timedelta(hours=1))) == [old]
    assert list(confirmed_assists(TUESDAY + timedelta(days=2))) == []


@pytest.mark.parametrize("via", [ConfirmedVia.THUMB, ConfirmedVia.RT])
def test_office_types_the_sheet(operator: User, via: ConfirmedVia) -> None:
    done = confirm_on_paper(by=operator, assist=helped(), via=via)
    assert (done.confirmed_via, done.confirmed_by_label) == (via, operator.name)


def test_who_helped_does_not_type_the_proof(kader: User, operator: User) -> None:
    with pytest.raises(PermissionDenied):
        confirm_on_paper(by=kader, assist=helped(cadre(user=kader)), via=ConfirmedVia.RT)
    own = cadre("Dewi", "Winog", user=operator)
    with pytest.raises(PermissionDenied):
        confirm_on_paper(by=operator, assist=helped(own), via=ConfirmedVia.RT)


def test_sheet_says_who_confirmed(operator: User) -> None:
    with pytest.raises(ValueError, match="kode"):
        confirm_on_paper(by=operator, assist=helped(), via=ConfirmedVia.CODE)


def test_resident_is_joined_only_on_their_wish(operator: User) -> None:
    person = resident()
    assert follow(by=operator, assist=helped(), person=person).person == person
    with pytest.raises(LiteracyRefused, match="13 tahun"):
        follow(by=operator, assist=helped(), person=resident(*RAFI))


def test_code_finds_its_help(scope: Village) -> None:
    assist = helped()
    assert assist_by_code(assist.code) == assist
    assert assist_by_code("222222") is None


def test_burst_of_one_cadre_is_marked_and_others_are_not(scope: Village) -> None:
    rina, fitri = some_cadre(), some_cadre("Winog")
    fast = [helped(rina, at=TUESDAY + timedelta(minutes=step)) for step in range(4)]
    slow = [helped(fitri, at=TUESDAY + timedelta(minutes=step)) for step in range(3)]
    assert hurried_of([*fast, *slow]) == {item.pk for item in fast}
