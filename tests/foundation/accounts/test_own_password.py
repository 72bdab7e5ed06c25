"""An official changes their own password; a new official is led to the password link."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from desa.foundation.accounts.enums import DUTIES, NO_WORK_YET, Office
from desa.foundation.accounts.models import Officeholder, User
from desa.foundation.accounts.permissions import granted
from desa.foundation.accounts.views.doors import attempts
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import TrailEvent

pytestmark = pytest.mark.postgres
PAGE = "/kantor/akun/kata-sandi/"
OLD, NEW = "sawah hijau luas", "sungai jernih dingin"
Make = Callable[[Village, Office], User]


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    attempts.clear()


@pytest.fixture
def sekdes(village: Village, make_official: Make) -> User:
    return make_official(village, Office.SEKDES)


@pytest.fixture
def client(sekdes: User) -> Client:
    sekdes.set_password(OLD)
    sekdes.save()
    return enter_with(sekdes)


def enter_with(user: User) -> Client:
    browser = Client()
    browser.post(
        "/akun/masuk/",
        {"username": user.username, "password": OLD},
        headers={"Origin": "http://testserver"},
    )
    return browser


def _form(**changes: str) -> dict[str, str]:
    return {"old": OLD, "password": NEW, "again": NEW} | changes


def test_new_password_counts_and_other_sessions_end(client: Client, sekdes: User) -> None:
    elsewhere = enter_with(sekdes)
    assert elsewhere.get("/kantor/akun/").status_code == 200
    answer = client.post(PAGE, _form())
    assert answer.status_code == 302
    sekdes.refresh_from_db()
    assert sekdes.check_password(NEW)
    assert "sudah diganti" in client.get(answer["Location"]).content.decode()
    assert elsewhere.get("/kantor/akun/").status_code != 200


def test_change_is_in_the_trail(client: Client, sekdes: User, scope: Village) -> None:
    client.post(PAGE, _form())
    event = TrailEvent.objects.get(name="accounts.password.changed")
    assert (event.actor_id, event.target_id) == (sekdes.pk, sekdes.pk)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"old": "bukan ini kuncinya"}, "Kata sandi lama keliru"),
        ({"again": "lain lagi bunyinya"}, "berbeda"),
        ({"password": "pendek", "again": "pendek"}, "8"),
    ],
)
def test_refused_change_leaves_the_old_password(
    client: Client, sekdes: User, changes: dict[str, str], words: str
) -> None:
    answer = client.post(PAGE, _form(**changes))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    sekdes.refresh_from_db()
    assert sekdes.check_password(OLD)


def test_guessing_the_old_password_is_stopped(client: Client, sekdes: User) -> None:
    for _time in range(attempts.attempts):
        client.post(PAGE, _form(old="bukan ini kuncinya"))
    assert client.post(PAGE, _form()).status_code == 429


def test_new_official_leads_to_the_password_link(client: Client, scope: Village) -> None:
    data = {
        "office": Office.OPERATOR,
        "title": "Operator",
        "standing": "definitif",
        "name": "Dewi",
        "term_from": "1 Januari 2026",
        "username": "dewi",
    }
    answer = client.post("/kantor/akun/pejabat/", data)
    page = client.get(answer["Location"]).content.decode()
    holder = Officeholder.objects.get(name="Dewi")
    assert "Dewi tersimpan sebagai Operator." in page
    assert page.count(f"/kantor/akun/pejabat/{holder.public_id}/tautan/") == 2


def test_duties_name_no_room_that_is_not_there() -> None:
    words = " ".join(str(duty) for duty in DUTIES.values()).lower()
    for absent in ("bantuan", "kelompok", "musyawarah"):
        assert absent not in words


WORK = {
    "anggaran": ("budgets", {"import", "publish"}),
    "peraturan": ("regulations", {"edit", "end"}),
    "kabar": ("publishing", {"publish", "write"}),
    "pengaduan": ("complaints", {"take", "handle"}),
    "pertanyaan": ("questions", {"take", "answer"}),
    "usulan": ("planning", {"take", "handle", "decide"}),
    "aset": ("assets", {"manage", "dispose", "set"}),
    "internet": ("connectivity", {"edit", "plan", "repair"}),
    "kesiapan": ("readiness", {"assess"}),
}


@pytest.mark.parametrize("office", list(Office))
@pytest.mark.parametrize("word", list(WORK))
def test_duty_names_the_work_of_a_room_and_none_that_the_office_may_not_do(
    office: Office, word: str
) -> None:
    room, acts = WORK[word]
    own = {name for name, offices in granted().items() if office in offices}
    here = {name for name in own if name.startswith(f"{room}.")}
    told = word in str(DUTIES[office]).lower()
    assert here or not told, f"{office} is told of {word}, but may not even look at it"
    works = any(re.split(r"[._]", name)[-1] in acts for name in here)
    assert told or not works, f"{office} works with {word}, but is not told so"


@pytest.mark.parametrize("office", list(Office))
def test_office_without_permissions_has_no_work(office: Office) -> None:
    works = any(office in offices for offices in granted().values())
    assert (DUTIES[office] is not NO_WORK_YET) is works
