import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor, action, record
from desa.foundation.intake.actions import forget_submissions, once
from desa.foundation.intake.models import Submission
from desa.foundation.intake.queries import was_sent
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent

pytestmark = pytest.mark.postgres
CLERK = SystemActor("uji")
KEY = UUID("6f1c0c1e-0000-4000-8000-000000000001")


@action
def add_dusun(*, key: UUID, name: str, purpose: str = "tenancy.area") -> tuple[int, bool]:
    def make() -> Area:
        area = Area.objects.create(kind=AreaKind.DUSUN, name=name)
        record("tenancy.area.added", area, CLERK)
        return area

    return once(key=key, purpose=purpose, by=CLERK, make=make)


def test_second_tap_gives_the_first_result(scope: Village) -> None:
    first, created = add_dusun(key=KEY, name="Sendi")
    again, created_again = add_dusun(key=KEY, name="Sendi")
    assert (again, created, created_again) == (first, True, False)
    assert Area.objects.count() == 1
    assert TrailEvent.objects.count() == 1


def test_submission_tells_who_and_what(scope: Village) -> None:
    pk, _ = add_dusun(key=KEY, name="Sendi")
    sent = Submission.objects.get()
    assert (sent.result_type, sent.result_id, sent.by_label) == ("tenancy.area", pk, "uji")


def test_another_form_makes_another_row(scope: Village) -> None:
    assert add_dusun(key=uuid4(), name="Sendi") != add_dusun(key=uuid4(), name="Rajeg")


def test_same_key_for_another_purpose_is_another_form(scope: Village) -> None:
    add_dusun(key=KEY, name="Sendi")
    assert add_dusun(key=KEY, name="Rajeg", purpose="other.thing")[1]


def test_same_key_in_another_village_is_another_form(
    village: Village, other_village: Village
) -> None:
    for place in (village, other_village):
        with village_scope(place):
            assert add_dusun(key=KEY, name="Sendi")[1]


def test_failed_sending_can_be_repeated(scope: Village) -> None:
    def fail() -> Area:
        raise ValueError("berhenti")

    with pytest.raises(ValueError, match="berhenti"):
        once(key=KEY, purpose="tenancy.area", by=CLERK, make=fail)
    assert not Submission.objects.exists()
    assert add_dusun(key=KEY, name="Sendi")[1]


@pytest.mark.django_db(transaction=True)
def test_taps_at_the_same_moment_make_one_row(village: Village) -> None:
    results: list[tuple[int, bool]] = []
    start = threading.Barrier(4)

    def tap() -> None:
        start.wait()
        try:
            with village_scope(village):
                results.append(add_dusun(key=KEY, name="Sendi"))
        finally:
            connection.close()

    _together(tap, 4)
    with village_scope(village):
        only = Area.objects.get().pk
    assert sorted(results) == [(only, False)] * 3 + [(only, True)]


def _together(work: Callable[[], None], count: int) -> None:
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_was_sent_knows_keys_of_this_village_only(village: Village, other_village: Village) -> None:
    with village_scope(village):
        assert not was_sent(str(KEY))
        add_dusun(key=KEY, name="Sendi")
        assert was_sent(str(KEY))
    with village_scope(other_village):
        assert not was_sent(str(KEY))


@pytest.mark.parametrize("text", ["", "bukan", "6f1c0c1e"])
def test_was_sent_bears_any_text(scope: Village, text: str) -> None:
    assert not was_sent(text)


def test_keys_are_forgotten_after_ninety_days(scope: Village) -> None:
    sent = datetime(2026, 1, 5, tzinfo=UTC)
    with clock.frozen(sent):
        add_dusun(key=KEY, name="Sendi")
    with clock.frozen(sent + timedelta(days=89)):
        assert forget_submissions() == 0
    with clock.frozen(sent + timedelta(days=91)):
        assert forget_submissions() == 1
    assert Area.objects.count() == 1
