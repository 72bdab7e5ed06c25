"""The office's pages: list, case, steps and their refusals."""

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Area
from desa.foundation.trail.models import Look
from desa.services.complaints.actions import escalate_late, refuse_complaint
from desa.services.complaints.enums import About, Channel, ComplaintState
from desa.services.complaints.models import Complaint
from desa.services.complaints.queries import Desk, alike_to, count_mine, desk_lines
from desa.services.complaints.views.office.steps import STEPS
from tests.factories import enter
from tests.services.complaints.conftest import LAMP, Officials, answered, filed, later

BASE = "/kantor/pengaduan/"


def _step(case: Complaint, name: str) -> str:
    return f"{BASE}{case.public_id}/langkah/{name}/"


def test_case_walks_through_the_pages_to_the_reporters_word(hall: Officials, winog: Area) -> None:
    case = filed(area=winog, name="Nur")
    owner = enter(hall[Office.KAUR_TU])
    for name, data in (
        ("periksa", {}),
        ("kerjakan", {"words": "Lampu dipesan"}),
        ("tanggapi", {"answer": "Lampu diganti"}),
    ):
        assert owner.get(_step(case, name)).status_code == 200
        assert owner.post(_step(case, name), data).status_code == 302
    said = {"good": "tidak", "words": "Belum menyala"}
    assert enter(hall[Office.OPERATOR]).post(_step(case, "jawaban"), said).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.reopened) == (ComplaintState.IN_PROGRESS, 1)
    page = owner.get(f"{BASE}{case.public_id}/").content.decode()
    assert "Dusun Winog, RT 021" in page
    assert "Belum menyala" in page
    assert "Nur" not in page


@pytest.mark.parametrize(
    ("channel", "is_shown"), [(Channel.WEB, False), (Channel.COUNTER, True), (Channel.PHONE, True)]
)
def test_code_is_shown_to_the_office_only_where_the_office_hands_it_out(
    hall: Officials, channel: Channel, is_shown: bool
) -> None:
    """Whoever has the code speaks as the reporter, and closing is the reporter's word alone."""
    case = filed(channel=channel)
    page = enter(hall[Office.KAUR_TU]).get(f"{BASE}{case.public_id}/").content.decode()
    assert (case.code.display in page) is is_shown


def test_step_without_its_reason_is_shown_again(hall: Officials) -> None:
    page = enter(hall[Office.KAUR_TU]).post(_step(filed(), "tolak"), {"reason": ""})
    assert page.status_code == 422
    assert "Tulis alasannya" in page.content.decode()


def test_step_out_of_turn_is_explained(hall: Officials) -> None:
    case, browser = filed(), enter(hall[Office.KAUR_TU])
    assert "tidak bisa sekarang" in browser.get(_step(case, "tanggapi")).content.decode()
    assert browser.post(_step(case, "tanggapi"), {"answer": "Sudah"}).status_code == 409
    assert browser.get(_step(case, "terbang")).status_code == 404


@pytest.mark.parametrize("name", sorted(STEPS))
def test_every_step_has_its_page(hall: Officials, name: str) -> None:
    assert enter(hall[Office.SEKDES]).get(_step(filed(), name)).status_code == 200


def test_case_is_joined_by_its_number(hall: Officials, winog: Area) -> None:
    first, second = filed(area=winog), filed(area=winog)
    browser = enter(hall[Office.KAUR_TU])
    assert first.public_number in browser.get(f"{BASE}{second.public_id}/").content.decode()
    assert browser.post(_step(second, "gabung"), {"into": "PGD-2026-9999"}).status_code == 422
    assert browser.post(_step(second, "gabung"), {"into": first.public_number}).status_code == 302
    second.refresh_from_db()
    assert second.merged_into_id == first.pk


def test_alike_are_of_the_same_kind_and_neighbourhood_within_a_week(
    hall: Officials, winog: Area
) -> None:
    assert winog.parent is not None
    old = filed(area=winog)
    with clock.frozen(later(days=8)):
        here, hamlet = filed(area=winog), filed(area=winog.parent.parent)
        filed("air", area=winog)
        refuse_complaint(by=hall[Office.SEKDES], complaint=filed(area=winog), reason="Keliru")
        assert set(alike_to(here)) == {hamlet}
        assert old not in alike_to(hamlet)


def test_desks_show_what_waits_for_whom(hall: Officials) -> None:
    mine, other = filed("pju"), filed("air")
    owner = hall[Office.KAUR_TU]
    assert desk_lines(owner, Desk.MINE).rows == [mine]
    assert desk_lines(owner, Desk.LATE).rows == []
    assert set(desk_lines(owner, Desk.ALL).rows) == {mine, other}
    assert desk_lines(owner, Desk.ALL, category="air").rows == [other]
    with clock.frozen(later(days=3)):
        assert desk_lines(owner, Desk.LATE).rows == [mine]
        assert count_mine(hall[Office.SEKDES]) == 0
        escalate_late(complaint=mine)
        assert desk_lines(hall[Office.SEKDES], Desk.MINE).rows == [mine]
        assert count_mine(hall[Office.SEKDES]) == 1
        assert count_mine(hall[Office.BPD]) == 0


def test_second_page_begins_behind_the_first(
    hall: Officials, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desa.services.complaints.queries.desk.SHOWN", 2)
    cases = [filed() for _turn in range(5)]
    owner = hall[Office.KAUR_TU]
    for desk, expected in ((Desk.ALL, cases[::-1]), (Desk.MINE, cases)):
        found, after = [], None
        while True:
            lines = desk_lines(owner, desk, after)
            found += lines.rows
            if lines.after is None:
                break
            after = lines.after.pk
        assert found == expected


def test_list_pages_carry_on_by_address(hall: Officials, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desa.services.complaints.queries.desk.SHOWN", 1)
    filed(text="Lampu pertama")
    second = filed(text="Lampu kedua")
    browser = enter(hall[Office.KAUR_TU])
    page = browser.get(f"{BASE}?tampil=semua").content.decode()
    assert "Lampu kedua" in page
    assert f"sesudah={second.public_id}" in page
    page = browser.get(f"{BASE}?tampil=semua&sesudah={second.public_id}").content.decode()
    assert "Lampu pertama" in page
    assert browser.get(f"{BASE}?tampil=apa&sesudah=kacau&jenis=pesawat").status_code == 200


def test_reporter_is_a_look_of_its_own(hall: Officials) -> None:
    case = filed(name="Nur", phone="081234567890")
    page = enter(hall[Office.OPERATOR]).get(f"{BASE}{case.public_id}/pelapor/").content.decode()
    assert "0812-3456-7890" in page
    assert Look.objects.get().purpose == "kontak pelapor"


def test_case_without_a_reporter_has_no_such_page(hall: Officials) -> None:
    assert (
        enter(hall[Office.OPERATOR]).get(f"{BASE}{filed().public_id}/pelapor/").status_code == 404
    )


def _form(browser: object, **data: str) -> dict[str, str]:
    page = browser.get(f"{BASE}baru/").content.decode()  # type: ignore[attr-defined]
    key = page.split('name="kirim_id" value="')[1].split('"')[0]
    return {"kirim_id": key, "text": LAMP, "category": "pju", "channel": "wa", **data}


def test_counter_takes_one_complaint_for_one_form(hall: Officials, winog: Area) -> None:
    browser = enter(hall[Office.OPERATOR])
    data = _form(browser, area=str(winog.pk), name="Nur", phone="0812 3456 7890", wish="pesan")
    assert browser.post(f"{BASE}baru/", data).status_code == 302
    assert browser.post(f"{BASE}baru/", data).status_code == 302
    case = Complaint.objects.get()
    assert (case.area, case.channel, case.about) == (winog, Channel.WHATSAPP, About.NOBODY)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("text", "", "masih kosong"), ("phone", "08", "Nomor HP"), ("area", "77", "pilihan")],
)
def test_counter_says_what_is_wrong(hall: Officials, field: str, value: str, words: str) -> None:
    browser = enter(hall[Office.OPERATOR])
    page = browser.post(f"{BASE}baru/", _form(browser, **{field: value}))
    assert page.status_code == 422
    assert words in page.content.decode()


def test_script_in_a_report_stays_text(hall: Officials) -> None:
    case = filed(text="<script>alert(1)</script>")
    for address in (BASE, f"{BASE}{case.public_id}/"):
        assert "<script>alert" not in enter(hall[Office.KAUR_TU]).get(address).content.decode()


def test_step_that_hides_the_case_leads_back_to_the_list(hall: Officials) -> None:
    case = filed("lainnya")
    answer = enter(hall[Office.SEKDES]).post(_step(case, "tentang"), {"about": "sekdes"})
    assert answer["Location"] == BASE


def test_answered_case_offers_only_the_reporters_word(hall: Officials) -> None:
    case = answered(hall[Office.KAUR_TU])
    page = enter(hall[Office.SEKDES]).get(f"{BASE}{case.public_id}/").content.decode()
    assert "/langkah/jawaban/" in page
    assert "/langkah/tolak/" not in page
