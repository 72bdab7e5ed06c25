"""E-mail through a real SMTP conversation with a server of this machine; nothing goes further."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.test import Client

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.jobs.management.work import Worker
from desa.foundation.jobs.models import Job
from desa.foundation.notifications.enums import EMAIL_TASK, NoticeState
from desa.foundation.notifications.models import Notice
from desa.foundation.notifications.tasks import run_send_email, run_send_waiting
from desa.foundation.tenancy.models import Village
from tests.factories import enter
from tests.foundation.notifications.conftest import NIGHT, TUESDAY, mailed, queued
from tests.foundation.notifications.smtp import Postbox, mail_server

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.enable_socket]


@pytest.fixture
def postbox(settings: LazySettings, scope: Village) -> Iterator[Postbox]:
    with mail_server() as box:
        settings.EMAIL_FROM = "desa@contoh.example"
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", box.port
        yield box


def _send(notice: Notice) -> Notice:
    run_send_email({"notice": notice.pk})
    notice.refresh_from_db()
    return notice


def _jobs() -> int:
    return Job.objects.filter(task=EMAIL_TASK).count()


def test_letter_goes_through_the_queue_to_the_server(postbox: Postbox) -> None:
    notice = mailed()
    assert _jobs() == 1
    Worker().round(census=False)
    notice.refresh_from_db()
    assert notice.state == NoticeState.SENT
    (letter,) = postbox.letters
    assert "To: sri@contoh.example" in letter
    assert "From: desa@contoh.example" in letter
    assert f"Message-ID: <{notice.public_id}@contoh.example>" in letter
    assert "Kabar dengan kode K7M-4QX sudah ada." in letter


def test_sent_one_is_not_sent_again(postbox: Postbox) -> None:
    notice = _send(mailed())
    _send(notice)
    assert len(postbox.letters) == 1


def test_night_letter_waits_for_the_morning(postbox: Postbox) -> None:
    with clock.frozen(NIGHT):
        notice = mailed()
        assert _send(notice).state == NoticeState.QUEUED
    assert Job.objects.get(task=EMAIL_TASK).run_at == notice.not_before
    assert postbox.letters == []


def test_full_server_is_asked_again_later(postbox: Postbox) -> None:
    postbox.refuse, postbox.times = "451 later", 1
    notice = mailed()
    Worker().round(census=False)
    notice.refresh_from_db()
    assert (notice.state, notice.attempts) == (NoticeState.QUEUED, 1)
    with clock.frozen(TUESDAY + timedelta(minutes=1)):
        Worker().round(census=False)
    notice.refresh_from_db()
    assert notice.state == NoticeState.SENT


def test_address_that_does_not_exist_fails_at_once(postbox: Postbox) -> None:
    postbox.refuse = "550 no such mailbox"
    notice = mailed()
    Worker().round(census=False)
    notice.refresh_from_db()
    assert (notice.state, notice.problem) == (NoticeState.FAILED, "alamat ditolak")
    assert not Job.objects.filter(task=EMAIL_TASK, state="waiting").exists()


def test_server_that_stays_away_is_given_up_and_shown(postbox: Postbox, operator: User) -> None:
    postbox.refuse = "451 later"
    notice = mailed()
    for hours in range(1, 8):
        with clock.frozen(TUESDAY + timedelta(hours=hours)):
            Worker().round(census=False)
    notice.refresh_from_db()
    assert (notice.state, notice.attempts) == (NoticeState.FAILED, 6)
    assert "Gagal terkirim" in enter(operator).get("/kantor/pesan/").content.decode()


def test_failed_letter_is_tried_again_at_a_button(postbox: Postbox, operator: User) -> None:
    postbox.refuse, postbox.times = "550 no", 1
    notice = _send(mailed())
    client: Client = enter(operator)
    assert client.post(f"/kantor/pesan/{notice.public_id}/ulangi/").status_code == 302
    Worker().round(census=False)
    notice.refresh_from_db()
    assert (notice.state, len(postbox.letters)) == (NoticeState.SENT, 1)


def test_no_server_means_no_job_and_no_letter(postbox: Postbox, settings: LazySettings) -> None:
    settings.EMAIL_FROM = ""
    notice = mailed()
    assert _jobs() == 0
    assert _send(notice).state == NoticeState.QUEUED
    run_send_waiting({})
    assert (_jobs(), postbox.letters) == (0, [])


def test_waiting_letters_go_once_there_is_a_server(
    postbox: Postbox, settings: LazySettings
) -> None:
    settings.EMAIL_FROM = ""
    mailed(), queued("WA")
    settings.EMAIL_FROM = "desa@contoh.example"
    run_send_waiting({})
    Worker().round(census=False)
    assert len(postbox.letters) == 1


def test_server_that_is_not_there_is_no_crash(postbox: Postbox, settings: LazySettings) -> None:
    settings.EMAIL_PORT = 1
    notice = mailed()
    Worker().round(census=False)
    notice.refresh_from_db()
    assert (notice.state, notice.problem) == (NoticeState.QUEUED, "server surel")
