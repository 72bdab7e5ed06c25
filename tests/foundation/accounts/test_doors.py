"""Signing in, links with a button, and who is turned away."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from desa.foundation.accounts.actions import (
    Appointment,
    appoint,
    choose_password,
    end_term,
    issue_link,
    usable_link,
)
from desa.foundation.accounts.enums import LinkPurpose, Office
from desa.foundation.accounts.exceptions import LinkUnusable
from desa.foundation.accounts.models import AccountLink, Membership, Officeholder, User
from desa.foundation.accounts.views.doors import attempts
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope

pytestmark = pytest.mark.postgres
CLERK = SystemActor("uji")
SIGN_IN = "/akun/masuk/"
ORIGIN = {"Origin": "http://testserver"}
WIB = ZoneInfo("Asia/Jakarta")
Make = Callable[[Village, Office], User]


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    attempts.clear()


@pytest.fixture
def sekdes(village: Village, make_official: Make) -> User:
    user = make_official(village, Office.SEKDES)
    user.set_password("sawah hijau luas")
    user.save()
    return user


def _enter(client: Client, user: User, password: str = "sawah hijau luas") -> int:
    return client.post(
        SIGN_IN, {"username": user.username, "password": password}, headers=ORIGIN
    ).status_code


def test_right_password_enters_with_a_new_session(client: Client, sekdes: User) -> None:
    client.cookies["kantor"] = "bawaanorang"
    assert _enter(client, sekdes) == 302
    assert client.cookies["kantor"].value != "bawaanorang"
    assert client.get("/kantor/akun/").status_code == 200


def test_sign_in_page_sets_no_cookie(client: Client, village: Village) -> None:
    response = client.get(SIGN_IN)
    assert response.status_code == 200
    assert not response.cookies


@pytest.mark.parametrize("username", ["sekdes-35.14.11.2009", "tidak-ada"])
def test_wrong_password_and_unknown_name_look_the_same(
    client: Client, sekdes: User, username: str
) -> None:
    response = client.post(
        SIGN_IN, {"username": username, "password": "keliru sekali"}, headers=ORIGIN
    )
    assert response.status_code == 422
    assert "Nama pengguna atau kata sandi keliru" in response.content.decode()


def test_ninth_attempt_must_wait(client: Client, sekdes: User) -> None:
    for _attempt in range(8):
        assert _enter(client, sekdes, "keliru") == 422
    assert _enter(client, sekdes) == 429


def test_name_written_with_spaces_is_the_same_name(client: Client, sekdes: User) -> None:
    """Else each way of writing it gives eight more guesses from ever other addresses."""
    for attempt in range(8):
        name = " " * attempt + sekdes.username
        data = {"username": name, "password": "keliru"}
        answer = client.post(SIGN_IN, data, headers=ORIGIN, REMOTE_ADDR=f"192.0.2.{attempt}")
        assert answer.status_code == 422
    assert _enter(client, sekdes) == 429


def test_form_from_another_site_is_refused(client: Client, sekdes: User) -> None:
    answer = client.post(
        SIGN_IN,
        {"username": sekdes.username, "password": "sawah hijau luas"},
        headers={"Origin": "https://jahat.example"},
    )
    assert answer.status_code == 403


def test_office_page_without_session_leads_to_sign_in_and_back(
    client: Client, sekdes: User
) -> None:
    response = client.get("/kantor/akun/pejabat/")
    assert response.status_code == 302
    assert response["Location"] == "/akun/masuk/?lanjut=%2Fkantor%2Fakun%2Fpejabat%2F"
    answer = client.post(
        response["Location"],
        {"username": sekdes.username, "password": "sawah hijau luas"},
        headers=ORIGIN,
    )
    assert answer["Location"] == "/kantor/akun/pejabat/"


def test_sign_in_never_leads_to_another_site(client: Client, sekdes: User) -> None:
    data = {"username": sekdes.username, "password": "sawah hijau luas"}
    assert (
        client.post(f"{SIGN_IN}?lanjut=//jahat.example/", data, headers=ORIGIN)["Location"]
        == "/kantor/"
    )


def test_office_pages_stay_in_no_cache_of_the_browser(client: Client, sekdes: User) -> None:
    """At the counter the next person sits at the same machine, and a cache on disk is not encrypted."""
    _enter(client, sekdes)
    assert client.get("/kantor/akun/")["Cache-Control"] == "no-store"
    assert client.post("/kantor/akun/pejabat/", {})["Cache-Control"] == "no-store"
    assert "Cache-Control" not in client.get("/galeri/").headers


def test_changed_password_ends_other_sessions(client: Client, sekdes: User) -> None:
    _enter(client, sekdes)
    sekdes.set_password("gunung penuh kabut")
    sekdes.save()
    assert client.get("/kantor/akun/").status_code == 302


def test_sign_out_ends_the_session(client: Client, sekdes: User) -> None:
    _enter(client, sekdes)
    client.post("/akun/keluar/", headers=ORIGIN)
    assert client.get("/kantor/akun/").status_code == 302


def test_opening_a_password_link_uses_nothing_up(
    client: Client, village: Village, sekdes: User
) -> None:
    with village_scope(village):
        code = issue_link(by=CLERK, user=sekdes, purpose=LinkPurpose.PASSWORD).value
    for _preview in range(3):
        assert client.get(f"/akun/tautan/{code}/").status_code == 200
    good = {"password": "hujan turun deras", "again": "hujan turun deras"}
    assert client.post(f"/akun/tautan/{code}/", good, headers=ORIGIN).status_code == 302
    assert client.post(f"/akun/tautan/{code}/", good, headers=ORIGIN).status_code == 404
    assert _enter(Client(), sekdes, "hujan turun deras") == 302


def test_of_two_presses_at_once_one_chooses_the_password(
    client: Client, village: Village, sekdes: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second found the link still fresh, as on PostgreSQL two transactions do."""
    with village_scope(village):
        code = issue_link(by=CLERK, user=sekdes, purpose=LinkPurpose.PASSWORD).value
        fresh = usable_link(code)
        choose_password(code=code, password="hujan turun deras")
    for module in ("actions", "views.doors"):
        monkeypatch.setattr(f"desa.foundation.accounts.{module}.usable_link", lambda code: fresh)
    late = {"password": "gunung penuh kabut", "again": "gunung penuh kabut"}
    assert client.post(f"/akun/tautan/{code}/", late, headers=ORIGIN).status_code == 404
    assert _enter(Client(), sekdes, "hujan turun deras") == 302


def test_chosen_password_closes_the_links_that_were_handed_out_before(
    village: Village, sekdes: User
) -> None:
    with village_scope(village):
        codes = [
            issue_link(by=CLERK, user=sekdes, purpose=LinkPurpose.PASSWORD).value
            for _handed_out in range(2)
        ]
        choose_password(code=codes[1], password="hujan turun deras")
        with pytest.raises(LinkUnusable):
            usable_link(codes[0])


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("pendek", "pendek", "8"),
        ("sandi panjang satu", "sandi panjang dua", "berbeda"),
        ("password", "password", ""),
    ],
)
def test_weak_or_different_passwords_are_refused(
    client: Client, village: Village, sekdes: User, first: str, second: str, message: str
) -> None:
    with village_scope(village):
        code = issue_link(by=CLERK, user=sekdes, purpose=LinkPurpose.PASSWORD).value
    response = client.post(
        f"/akun/tautan/{code}/", {"password": first, "again": second}, headers=ORIGIN
    )
    assert response.status_code == 422
    assert message in response.content.decode()


def test_old_link_is_not_accepted(village: Village, sekdes: User) -> None:
    with village_scope(village):
        code = issue_link(by=CLERK, user=sekdes, purpose=LinkPurpose.PASSWORD).value
        with clock.frozen(clock.now() + timedelta(days=4)), pytest.raises(LinkUnusable):
            choose_password(code=code, password="hujan turun deras")
        assert AccountLink.objects.get().digest != code


def test_demo_link_does_not_work_in_a_real_village(
    client: Client, village: Village, sekdes: User
) -> None:
    with village_scope(village):
        code = issue_link(by=CLERK, user=sekdes, purpose=LinkPurpose.DEMO).value
    assert client.get(f"/akun/tautan/{code}/").status_code == 404
    assert client.post(f"/akun/tautan/{code}/", headers=ORIGIN).status_code == 404


def test_demo_link_enters_by_its_button_only_from_this_machine(
    client: Client, village: Village, sekdes: User, settings: Any
) -> None:
    settings.DEMO = True
    with village_scope(village):
        code = issue_link(by=CLERK, user=sekdes, purpose=LinkPurpose.DEMO).value
    assert client.get(f"/akun/tautan/{code}/", REMOTE_ADDR="192.168.1.7").status_code == 404
    proxied = {"X-Forwarded-For": "192.168.1.7"}
    assert client.get(f"/akun/tautan/{code}/", headers=proxied).status_code == 404
    assert client.get(f"/akun/tautan/{code}/").status_code == 200
    assert client.get("/kantor/akun/").status_code == 302
    client.post(f"/akun/tautan/{code}/", headers=ORIGIN)
    assert client.get("/kantor/akun/").status_code == 200


def test_ended_office_opens_nothing_from_the_next_day(client: Client, village: Village) -> None:
    with village_scope(village):
        holder = appoint(
            by=CLERK,
            appointment=Appointment(
                office=Office.SEKDES,
                title="Sekretaris Desa",
                name="Endang",
                term_from=date(2026, 1, 1),
                username="endang",
            ),
        )
        assert holder.membership is not None
        user = holder.membership.user
        user.set_password("sawah hijau luas")
        user.save()
        end_term(by=CLERK, holder=holder, last_day=date(2026, 11, 24))
    with clock.frozen(datetime(2026, 11, 24, 10, tzinfo=WIB)):
        _enter(client, user)
        assert client.get("/kantor/akun/").status_code == 200
    with clock.frozen(datetime(2026, 11, 25, 10, tzinfo=WIB)):
        assert client.get("/kantor/akun/").status_code == 403


def test_official_of_another_village_is_a_stranger(
    client: Client, village: Village, other_village: Village, make_official: Make
) -> None:
    village.public_address = "http://testserver"
    village.save()
    stranger = make_official(other_village, Office.SEKDES)
    stranger.set_password("sawah hijau luas")
    stranger.save()
    _enter(client, stranger)
    assert client.get("/kantor/akun/").status_code == 403


def test_sekdes_appoints_an_official_and_hands_over_a_link(
    client: Client, village: Village, sekdes: User
) -> None:
    _enter(client, sekdes)
    page = client.get("/kantor/akun/pejabat/")
    assert page.status_code == 200
    form = {
        "office": Office.KADES,
        "title": "Kepala Desa Sumbergedang",
        "standing": "definitif",
        "name": "Hariyono",
        "term_from": "1 Januari 2024",
        "username": "hariyono",
    }
    assert client.post("/kantor/akun/pejabat/", form).status_code == 302
    with village_scope(village):
        holder = Officeholder.objects.get(name="Hariyono")
    answer = client.post(f"/kantor/akun/pejabat/{holder.public_id}/tautan/")
    assert "/akun/tautan/" in answer.content.decode()
    assert Membership.objects.filter(user__username="hariyono", office=Office.KADES).exists()


def test_operator_may_not_manage_officials(
    client: Client, village: Village, make_official: Make
) -> None:
    operator = make_official(village, Office.OPERATOR)
    operator.set_password("sawah hijau luas")
    operator.save()
    _enter(client, operator)
    assert client.get("/kantor/akun/pejabat/").status_code == 403
