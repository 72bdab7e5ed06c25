"""First requests alone: told where it can be known, and said to be unknown where not."""

from datetime import timedelta

import pytest

from desa.empowerment.literacy.actions import RESIDENT, confirm_by_code, follow, withdraw
from desa.empowerment.literacy.queries import first_requests
from desa.empowerment.literacy.queries.independence import BY_PHONE
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from desa.people.residents.models import Person
from desa.services.letters.enums import Channel, Helper
from desa.services.letters.models import Letter
from tests.empowerment.literacy.letters import letter_of
from tests.empowerment.literacy.samples import CLERK, TUESDAY, helped, planned, resident, seated
from tests.factories import enter

pytestmark = pytest.mark.django_db


def _asked(person: Person, days: int, helper: Helper = Helper.NONE) -> Letter:
    channel = Channel.COUNTER if helper == Helper.NONE else Channel.ASSISTED
    return letter_of(person, TUESDAY + timedelta(days=days), channel, helper)


def _found(days: int = 100) -> set[int]:
    return set(first_requests(TUESDAY + timedelta(days=days)).at_counter)


def test_with_nobody_to_follow_nothing_is_known(scope: Village) -> None:
    found = first_requests(TUESDAY)
    assert (found.learners, found.by_phone) == (0, None)
    assert "setuju diikuti" in found.why


def test_letters_have_no_channel_of_the_residents_own_yet(scope: Village) -> None:
    """So it is unknown, and not nobody; once there is one, this test says that the page must change."""
    seated(planned(), person=resident())
    found = first_requests(TUESDAY)
    assert BY_PHONE == ()
    assert found.by_phone is None
    assert "Belum bisa diketahui" in found.why


def test_first_letter_alone_after_the_class_is_found(scope: Village) -> None:
    person = resident()
    seated(planned(), person=person)
    _asked(person, -3)
    assert _found() == set()
    _asked(person, 5, Helper.IN_LAW)
    assert _found() == set()
    first = _asked(person, 20)
    _asked(person, 30)
    assert first_requests(TUESDAY + timedelta(days=100)).at_counter == {person.pk: first.created_at}


def test_after_sixty_days_it_is_no_fruit_of_the_class(scope: Village) -> None:
    person = resident()
    seated(planned(at=TUESDAY - timedelta(days=1)), person=person)
    _asked(person, 60)
    assert _found() == set()
    _asked(person, 59)
    assert _found() == {person.pk}


def test_help_counts_as_a_beginning_once_it_is_confirmed(operator: User) -> None:
    person, assist = resident(), helped()
    follow(by=operator, assist=assist, person=person)
    _asked(person, 10)
    assert _found() == set()
    confirm_by_code(by=RESIDENT, assist=assist)
    assert _found() == {person.pk}


def test_without_consent_or_after_taking_it_back_nobody_is_followed(scope: Village) -> None:
    silent, gone = resident(), resident("Sri", "3514995203550009")
    held = planned()
    seated(held, person=silent, agreed=False)
    left = seated(held, person=gone)
    for person in (silent, gone):
        _asked(person, 10)
    withdraw(by=CLERK, participant=left)
    assert first_requests(TUESDAY + timedelta(days=30)).learners == 0


def test_page_tells_numbers_and_reason_and_no_name(sekdes: User) -> None:
    person = resident()
    seated(planned(), person=person)
    _asked(person, 5)
    with clock.frozen(TUESDAY + timedelta(days=20)):
        page = enter(sekdes).get("/kantor/belajar/mandiri/").content.decode()
    assert "Belum bisa diketahui" in page
    assert "1 orang" in page
    assert "Suwarni" not in page
