"""The pages: what residents see, what they press, and what the office types."""

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from desa.infrastructure.connectivity.actions import (
    describe_outage,
    report_down,
    watch_points,
)
from desa.infrastructure.connectivity.enums import Cause, PointState, SignIn
from desa.infrastructure.connectivity.models import (
    DownReport,
    Outage,
    Point,
    Probe,
    SpeedTest,
    Walk,
)
from desa.infrastructure.connectivity.published import hint, wifi
from desa.infrastructure.connectivity.queries import standings
from desa.infrastructure.connectivity.queries.tokens import token_of
from desa.infrastructure.connectivity.views import resident
from tests.factories import enter
from tests.infrastructure.connectivity.conftest import (
    Officials,
    hamlet,
    later,
    point,
    probe,
    readings,
    rt,
)

OURS = {"origin": "http://testserver"}


@pytest.fixture
def office(hall: Officials) -> Client:
    return enter(hall[Office.SEKDES])


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def test_public_page_says_how_many_are_on_and_who_has_none(scope: Village) -> None:
    hamlet("Sendi")
    readings(point(), -5, 0)
    readings(point("Musala", "Winog"), -60, -30)
    text = page(Client(), "/wifi/")
    assert "1 dari 2 titik menyala." in text
    assert "Dusun Sendi belum punya titik." in text
    assert hint() == "1 dari 2 titik nyala"


def test_page_without_points_or_probes_says_so(scope: Village) -> None:
    assert "Belum ada titik Wi-Fi yang terdaftar." in page(Client(), "/wifi/")
    point()
    with clock.frozen(later(minutes=2)):
        assert "1 titik terdaftar, belum dipantau." in page(Client(), "/wifi/?")
    assert hint() == "Titik, jangkauan, dan gangguan"


def test_outage_shows_cause_work_cost_and_promise(hall: Officials) -> None:
    of = point()
    readings(point("Musala", "Winog"), -90, 0)
    readings(of, -90, -60)
    readings(of, -60, 0, up=False)
    watch_points()
    facts = {"cause": Cause.ADAPTOR, "work": "memasang adaptor", "worker": "Pokmas G4S"}
    describe_outage(by=hall[Office.POKMAS], outage=Outage.objects.get(), facts=facts)
    text = page(Client(), "/wifi/")
    for words in ("Balai Dusun Rajeg mati", "adaptor listrik", "Pokmas G4S: memasang adaptor"):
        assert words in text
    assert "Dijanjikan menyala sebelum" in text


def test_power_cut_is_said_once_and_blames_no_device(scope: Village) -> None:
    for name in ("Rajeg", "Winog", "Sukun"):
        readings(point(name, name), -60, -30)
    watch_points()
    text = page(Client(), "/wifi/")
    assert "Kemungkinan listrik padam" in text
    assert "Rajeg mati" not in text
    assert wifi().power_cut


def test_unknown_reach_is_drawn_as_unknown(scope: Village) -> None:
    from tests.infrastructure.connectivity.test_measures import people

    people(rt("001"), 4, 1)
    readings(point(latitude=-7_640_000, longitude=112_700_000), -5, 0)
    text = page(Client(), "/wifi/")
    assert "Terjangkau 0 persen, belum diukur 100 persen" in text
    assert "1 titik belum diuji jalan" in text


def test_resident_presses_the_button_and_nothing_is_marked_down(scope: Village) -> None:
    of = point()
    readings(of, -5, 0)
    for _ in range(3):
        answer = Client().post("/wifi/lapor/", {"titik": of.public_id}, headers=OURS)
        assert answer.status_code == 302
    watch_points()
    assert DownReport.objects.count() == 3
    assert not Outage.objects.exists()
    assert standings()[0].state is PointState.UP
    assert "Petugas akan memeriksanya" in page(Client(), answer.headers["Location"])


def test_poster_leads_to_its_own_point(scope: Village) -> None:
    of = point()
    path = f"/wifi/lapor/{of.public_id}/"
    assert "Balai Dusun Rajeg" in page(Client(), path)
    assert Client().post(path, headers=OURS).status_code == 302
    assert DownReport.objects.get().point == of


def test_form_without_a_point_asks_for_one(scope: Village) -> None:
    for typed in ("", "x", "0000000000000"):
        answer = Client().post("/wifi/lapor/", {"titik": typed}, headers=OURS)
        assert answer.status_code == 422
    assert "Pilih dulu titik" in answer.content.decode()
    assert not DownReport.objects.exists()


def test_pressing_again_and_again_is_stopped(scope: Village) -> None:
    of, path = point(), "/wifi/lapor/"
    answers = [
        Client().post(path, {"titik": of.public_id}, headers=OURS).status_code for _ in range(8)
    ]
    assert answers == [302] * resident.reported.attempts + [429] * 2
    assert DownReport.objects.count() == resident.reported.attempts


def test_form_of_another_site_is_refused(scope: Village) -> None:
    of = point()
    answer = Client().post(
        "/wifi/lapor/", {"titik": of.public_id}, headers={"origin": "http://lain.example"}
    )
    assert answer.status_code == 403
    assert not DownReport.objects.exists()


def test_office_sees_that_probe_and_residents_disagree(office: Client) -> None:
    of = point()
    readings(of, -5, 0)
    report_down(point=of)
    text = page(office, "/kantor/wifi/")
    assert "1 warga bilang mati." in text
    assert "Pemantau bilang nyala." in text


def test_wrong_clock_is_named_to_the_office(office: Client) -> None:
    Probe.objects.create(name="Alat Winog", clock_offset=7200)
    assert "Jam alat Alat Winog salah." in page(office, "/kantor/wifi/")


POINT = {
    "name": "Musala Sendi",
    "latitude": "-7,640000",
    "longitude": "112.7",
    "in_service_from": "1 November 2026",
    "sign_in": SignIn.PASSWORD,
    "password": "guyubrukun",
    "yearly_cost": "1.310.000",
}


def test_office_registers_a_point_with_its_papers(office: Client) -> None:
    answer = office.post("/kantor/wifi/titik/", POINT | {"hamlet": hamlet("Sendi").pk})
    assert answer.status_code == 302
    made = Point.objects.get()
    assert (made.latitude, made.longitude) == (-7_640_000, 112_700_000)
    assert str(made.yearly_cost) == "Rp1.310.000"
    assert made.contract_until is None
    text = page(office, f"/kantor/wifi/titik/{made.public_id}/ubah/")
    assert "-7.640000" in text


def test_vouchers_without_papers_are_refused_in_words(office: Client) -> None:
    typed = POINT | {"hamlet": hamlet("Sendi").pk, "sign_in": SignIn.VOUCHER}
    answer = office.post("/kantor/wifi/titik/", typed)
    assert answer.status_code == 422
    assert "surat izin jual kembali" in answer.content.decode()
    papers = {"reseller_papers": "PKS-9", "legal_basis": "Perdes 4/2026"}
    assert office.post("/kantor/wifi/titik/", typed | papers).status_code == 302


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"latitude": "112,7", "longitude": "-7,6"}, "jangan tertukar"),
        ({"latitude": "selatan"}, "Tulis derajat dengan angka"),
        ({"latitude": "nan"}, "Tulis derajat dengan angka"),
        ({"longitude": ""}, ""),
    ],
)
def test_wrong_place_is_asked_about(office: Client, typed: dict[str, str], words: str) -> None:
    answer = office.post("/kantor/wifi/titik/", POINT | {"hamlet": hamlet().pk} | typed)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_walk_gives_the_radius_and_a_newer_one_corrects_it(office: Client) -> None:
    of = point()
    path = f"/kantor/wifi/titik/{of.public_id}/jalan/"
    far = {"walked_on": "10-11-2026", "places": "20 -42\n60 -55\n100 -63\n140 -69\n180 -78"}
    assert office.post(path, far).status_code == 302
    assert Point.objects.get().radius == 140
    old = {"walked_on": "1-11-2026", "places": "20 -42\n60 -55\n100 -63\n400 -60"}
    office.post(path, old)
    assert Point.objects.get().radius == 140
    office.post(path, {"walked_on": "12-11-2026", "places": "20 -90\n60 -95\n100 -99\n140 -99"})
    assert Point.objects.get().radius is None
    assert Walk.objects.count() == 3
    assert office.post(path, far | {"places": "jauh"}).status_code == 422
    assert "100 m -63" in page(office, f"/kantor/wifi/titik/{of.public_id}/")


def test_speed_is_kept_in_tenths(office: Client) -> None:
    of = point()
    typed = {
        "day": "15-11-2026",
        "hour": "19.30",
        "down": "12.4",
        "latency": "40",
        "source": "kader",
    }
    path = f"/kantor/wifi/titik/{of.public_id}/kecepatan/"
    assert office.post(path, typed).status_code == 302
    test = SpeedTest.objects.get()
    assert (test.down_tenths, test.up_tenths, test.latency) == (124, None, 40)
    assert office.post(path, typed | {"down": "-1"}).status_code == 422
    assert "12,4 Mbit" in page(office, f"/kantor/wifi/titik/{of.public_id}/")


def test_repair_is_written_by_the_office_and_not_its_end(office: Client) -> None:
    readings(point("Musala", "Winog"), -90, 0)
    readings(point(), -90, -60)
    watch_points()
    outage = Outage.objects.get()
    path = f"/kantor/wifi/gangguan/{outage.public_id}/"
    typed = {"cause": "adaptor", "work": "ganti adaptor", "worker": "G4S", "cost": "85.000"}
    assert office.post(path, typed | {"ended_at": "1-1-2026"}).status_code == 302
    outage.refresh_from_db()
    assert (outage.cause, str(outage.cost), outage.ended_at) == ("adaptor", "Rp85.000", None)
    assert "ganti adaptor" in page(office, "/kantor/wifi/")


def test_token_is_shown_in_the_answer_alone(office: Client) -> None:
    answer = office.post("/kantor/wifi/pemantau/", {"name": "Alat Winog"})
    made = Probe.objects.get()
    assert token_of(made) in answer.content.decode()
    assert token_of(made) not in page(office, "/kantor/wifi/pemantau/")
    again = office.post(f"/kantor/wifi/pemantau/{made.public_id}/token/")
    made.refresh_from_db()
    assert made.generation == 2
    assert token_of(made) in again.content.decode()
    assert office.post("/kantor/wifi/pemantau/", {"name": "Alat Winog"}).status_code == 422


def test_removed_probe_leaves_its_points_unwatched(office: Client) -> None:
    of = point(probe=probe())
    assert of.probe is not None
    office.post(f"/kantor/wifi/pemantau/{of.probe.public_id}/lepas/")
    assert Point.objects.get().probe is None
    assert not Probe.objects.exists()


def test_removed_point_is_gone_from_the_pages(office: Client) -> None:
    of = point()
    office.post(f"/kantor/wifi/titik/{of.public_id}/lepas/")
    assert wifi().all == 0
    assert Point.base_objects.get().removed_by_label


def test_program_is_handed_out_as_it_is(office: Client) -> None:
    answer = office.get("/kantor/wifi/pemantau/pemantau.py")
    assert answer.content.startswith(b"#!/usr/bin/env python3")
    assert "pemantau.py" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"sign_in": SignIn.PASSWORD, "password": "guyubrukun"},
        {"sign_in": SignIn.VOUCHER, "reseller_papers": "PKS-9", "legal_basis": "Perdes 4"},
    ],
)
def test_poster_is_a_page_to_print(office: Client, parts: dict[str, str]) -> None:
    of = point("Musala", "Sendi", ssid="SUMBERGEDANG", **parts)
    answer = office.get(f"/kantor/wifi/titik/{of.public_id}/poster/")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
