from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.servicelevels import published
from desa.foundation.servicelevels.actions import (
    close_case,
    open_case,
    pause_case,
    propose_holidays,
    publish_standard,
    remove_holiday,
    resume_case,
    set_holiday,
)
from desa.foundation.servicelevels.exceptions import PauseError
from desa.foundation.servicelevels.models import ServiceCase, ServiceStandard
from desa.foundation.servicelevels.queries import consistency
from desa.foundation.tenancy.models import Holiday, OpeningHours, Village

pytestmark = pytest.mark.postgres
CLERK = SystemActor("uji")
WIB = ZoneInfo("Asia/Jakarta")
NINE = datetime(2026, 11, 24, 9, 12, tzinfo=WIB)


@pytest.fixture
def office(scope: Village) -> Village:
    for weekday in range(5):
        OpeningHours.objects.create(
            weekday=weekday, opens=time(8), closes=time(15), valid_from=date(2026, 1, 1)
        )
    with clock.frozen(NINE):
        publish_standard(
            by=CLERK,
            standard=ServiceStandard(
                service="domisili",
                name="Surat domisili",
                product="Surat",
                valid_from=date(2026, 1, 1),
                requirements=["KTP"],
            ),
        )
    return scope


def _opened() -> ServiceCase:
    with clock.frozen(NINE):
        return open_case(service="domisili")


def test_promise_moves_by_the_paused_open_time(office: Village) -> None:
    case = _opened()
    with clock.frozen(NINE.replace(hour=14)):
        pause_case(by=CLERK, case=case, reason="Menunggu foto KTP.")
    with clock.frozen(NINE.replace(hour=14, minute=52)):
        resume_case(by=CLERK, case=case)
    assert case.first_promised_at == NINE.replace(hour=15, minute=0)
    assert case.promised_at == datetime(2026, 11, 25, 8, 40, tzinfo=WIB)


def test_pausing_twice_and_resuming_a_running_clock_are_refused(office: Village) -> None:
    case = _opened()
    with pytest.raises(PauseError):
        resume_case(by=CLERK, case=case)
    pause_case(by=CLERK, case=case, reason="Menunggu.")
    with pytest.raises(PauseError):
        pause_case(by=CLERK, case=case, reason="Lagi.")


def test_closing_ends_an_open_pause_and_only_once(office: Village) -> None:
    case = _opened()
    with clock.frozen(NINE.replace(hour=10)):
        pause_case(by=CLERK, case=case, reason="Menunggu.")
    with clock.frozen(NINE.replace(hour=11)):
        close_case(case=case)
    with clock.frozen(NINE.replace(hour=12)):
        close_case(case=case)
    assert case.closed_at == NINE.replace(hour=11)
    assert not case.pauses.filter(until__isnull=True).exists()


def test_consistency_counts_late_cases(office: Village) -> None:
    early, late = _opened(), _opened()
    with clock.frozen(NINE.replace(hour=10)):
        close_case(case=early)
    with clock.frozen(NINE.replace(day=26)):
        close_case(case=late)
    counted = consistency("domisili", NINE.replace(day=1), NINE.replace(day=30))
    assert (counted.closed, counted.on_time) == (2, 1)


def test_newest_standard_counts_from_its_day(office: Village) -> None:
    newer = ServiceStandard(
        service="domisili",
        name="Surat domisili",
        product="Surat",
        working_days=2,
        valid_from=date(2026, 11, 25),
    )
    newer.requirements = ["KTP", "KK"]
    publish_standard(by=CLERK, standard=newer)
    assert _opened().promised_at.day == 24
    with clock.frozen(NINE.replace(day=25)):
        assert open_case(service="domisili").promised_at.day == 26
        assert published.standards()[0].requirements == ("KTP", "KK")


def test_holidays_of_a_year_are_proposed_once_and_corrected(office: Village) -> None:
    proposed = propose_holidays(by=CLERK, year=2026)
    assert date(2026, 8, 17) in {holiday.day for holiday in proposed}
    assert propose_holidays(by=CLERK, year=2026) == []
    corrected = set_holiday(by=CLERK, day=date(2026, 8, 17), name="Hari Kemerdekaan")
    assert corrected.confirmed
    remove_holiday(by=CLERK, holiday=corrected)
    assert not Holiday.objects.filter(day=date(2026, 8, 17)).exists()


def test_office_now_tells_until_when_it_is_open(office: Village) -> None:
    with clock.frozen(NINE):
        state = published.office_now()
        assert state.is_open
        assert state.changes_at == NINE.replace(hour=15, minute=0)
    with clock.frozen(NINE.replace(day=28)):
        assert published.office_now().changes_at == datetime(2026, 11, 30, 8, tzinfo=WIB)
    assert len(published.hours()) == 5


def test_office_without_hours_does_not_pretend(scope: Village) -> None:
    assert published.office_now().changes_at is None
