from urllib.parse import unquote

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.notifications.enums import NoticeState
from desa.foundation.notifications.models import Notice
from desa.foundation.tenancy.models import Village
from tests.factories import enter, official
from tests.foundation.notifications.conftest import NIGHT, mailed, queued

pytestmark = pytest.mark.django_db
OUTBOX = "/kantor/pesan/"


@pytest.fixture
def desk(operator: User) -> Client:
    return enter(operator)


def _html(client: Client, address: str = OUTBOX) -> str:
    return client.get(address).content.decode()


def test_empty_outbox_says_when_something_comes(desk: Client) -> None:
    assert "Tidak ada pesan menunggu." in _html(desk)


def test_number_stands_on_the_button_only(desk: Client, scope: Village) -> None:
    notice = queued()
    page = _html(desk)
    assert page.count("6281234567890") == 1
    assert f'href="{notice.link}"' in page
    assert "+6281•••••90" in page
    assert "Kabar dengan kode K7M-4QX sudah ada." in page


def test_opening_the_page_or_the_link_marks_nothing(desk: Client, scope: Village) -> None:
    notice = queued()
    desk.get(OUTBOX)
    assert desk.get(f"{OUTBOX}{notice.public_id}/terkirim/").status_code == 405
    notice.refresh_from_db()
    assert notice.state == NoticeState.QUEUED


def test_tap_says_that_it_was_sent(desk: Client, operator: User) -> None:
    notice = queued()
    answer = desk.post(f"{OUTBOX}{notice.public_id}/terkirim/")
    assert answer["Location"] == OUTBOX
    assert "Kabar K7M-4QX" not in _html(desk)
    history = _html(desk, f"{OUTBOX}riwayat/")
    assert "Kabar K7M-4QX" in history
    assert operator.name in history
    assert "6281234567890" not in history


def test_cancelled_leaves_the_outbox(desk: Client, scope: Village) -> None:
    notice = queued()
    assert desk.post(f"{OUTBOX}{notice.public_id}/batal/").status_code == 302
    assert desk.post(f"{OUTBOX}{notice.public_id}/terkirim/").status_code == 409
    assert "Tidak jadi dikirim" in _html(desk, f"{OUTBOX}riwayat/")


def test_at_night_there_is_no_link_yet(desk: Client, scope: Village) -> None:
    with clock.frozen(NIGHT):
        queued()
        page = _html(desk)
    assert "wa.me" not in page
    assert "06.00 WIB" in page


def test_without_mail_server_a_letter_is_sent_by_hand_too(desk: Client, scope: Village) -> None:
    notice = mailed()
    page = _html(desk)
    assert "Surel belum disambungkan." in page
    assert unquote(notice.link).split("?")[0] == "mailto:sri@contoh.example"
    assert "Buka surel" in page
    assert desk.post(f"{OUTBOX}{notice.public_id}/terkirim/").status_code == 302


def test_message_for_other_offices_is_not_found(scope: Village) -> None:
    notice = queued()
    kasi = enter(official(scope, Office.KASI_PEMERINTAHAN))
    assert "K7M-4QX" not in _html(kasi)
    assert kasi.post(f"{OUTBOX}{notice.public_id}/terkirim/").status_code == 404
    notice.refresh_from_db()
    assert notice.state == NoticeState.QUEUED


def test_long_outbox_is_paged(desk: Client, scope: Village) -> None:
    for number in range(23):
        queued(f"KODE-{number}")
    assert _html(desk).count("<article") == 20
    assert _html(desk, f"{OUTBOX}?menunggu=2").count("<article") == 3


def test_rail_counts_for_the_one_who_looks(desk: Client, scope: Village) -> None:
    queued()
    assert '<span class="badge">1</span>' in _html(desk)
    kasi = enter(official(scope, Office.KASI_PEMERINTAHAN))
    assert '<span class="badge">' not in _html(kasi)


def test_text_of_a_message_is_never_markup(desk: Client, scope: Village) -> None:
    queued("<script>alert(1)</script>")
    assert "<script>alert" not in _html(desk)
    assert Notice.objects.get().text.count("<script>") == 1
