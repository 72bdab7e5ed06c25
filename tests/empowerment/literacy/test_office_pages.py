"""The office's side: a cadre's phone, classes, sheets, and the matrix of the heads."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from desa.empowerment.literacy.enums import ConfirmedVia
from desa.empowerment.literacy.models import (
    Assist,
    Cadre,
    LearningClass,
    Observation,
    Participant,
    TaskResult,
)
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.tenancy.models import Village
from tests.empowerment.literacy.samples import (
    TUESDAY,
    cadre,
    hamlet,
    helped,
    marked,
    planned,
    resident,
    seated,
    some_cadre,
)
from tests.factories import enter, official

pytestmark = pytest.mark.django_db
HOME = "/kantor/belajar/"


def _text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_cadre_notes_a_help_on_one_screen(kader: User) -> None:
    cadre(user=kader)
    client = enter(kader)
    page = _text(client, f"{HOME}bantu/")
    assert "Kader yang membantu" not in page
    sent = {"age_band": "55+", "helps": ["wifi", "hp"], "kirim_id": str(uuid4())}
    answer = client.post(f"{HOME}bantu/", sent)
    assist = Assist.objects.get()
    assert answer.headers["Location"] == f"{HOME}bantu/{assist.public_id}/"
    detail = _text(client, answer.headers["Location"])
    assert assist.spoken_code.display in detail
    assert "tidak mengetik buktinya sendiri" in detail


def test_empty_note_says_what_is_missing(kader: User) -> None:
    cadre(user=kader)
    answer = enter(kader).post(f"{HOME}bantu/", {"kirim_id": str(uuid4())})
    assert answer.status_code == 422
    assert "Pilih kira-kira umurnya." in answer.content.decode()


def test_cadre_without_dusun_is_told_what_to_do(kader: User) -> None:
    client = enter(kader)
    assert "belum dihubungkan dengan dusun" in _text(client, HOME)
    sent = {"age_band": "55+", "helps": ["wifi"], "kirim_id": str(uuid4())}
    assert client.post(f"{HOME}bantu/", sent).status_code in {200, 422}
    assert Assist.objects.count() == 0


def test_office_chooses_the_cadre(operator: User) -> None:
    who = some_cadre("Winog")
    sent = {
        "age_band": "55+", "helps": ["surat"], "cadre": str(who.pk), "kirim_id": str(uuid4()),
    }  # fmt: skip
    enter(operator).post(f"{HOME}bantu/", sent)
    assert Assist.objects.get().dusun == hamlet("Winog")


def test_cadre_sees_own_help_and_nobody_elses(kader: User) -> None:
    mine, other = helped(cadre(user=kader)), helped(some_cadre("Winog"))
    client = enter(kader)
    assert _text(client, f"{HOME}bantu/{mine.public_id}/")
    assert client.get(f"{HOME}bantu/{other.public_id}/").status_code == 404
    assert "Winog" not in _text(client, HOME)


def test_class_of_another_dusun_is_not_there_for_a_cadre(kader: User) -> None:
    cadre(user=kader)
    there = planned(some_cadre("Winog"))
    seat, client = seated(there), enter(kader)
    for path in ("", "hasil/", "peserta/", "batal/", "lembar.pdf"):
        assert client.get(f"{HOME}kelas/{there.public_id}/{path}").status_code == 404
    assert client.post(f"{HOME}peserta/{seat.public_id}/tarik/").status_code == 404
    assert client.post(f"{HOME}peserta/{seat.public_id}/setuju/").status_code == 404


def test_office_types_the_thumb(operator: User) -> None:
    assist = helped()
    client, path = enter(operator), f"{HOME}bantu/{assist.public_id}/"
    assert client.post(f"{path}lembar/", {}).status_code == 422
    client.post(f"{path}lembar/", {"via": "kertas"})
    assist.refresh_from_db()
    assert assist.confirmed_via == ConfirmedVia.THUMB
    assert "Minta warga mengetuk" not in _text(client, path)


def test_resident_is_found_and_followed(kader: User) -> None:
    assist, person = helped(cadre(user=kader)), resident()
    elsewhere = resident("Suwarno", "3514990101600002", dusun="Winog")
    client, path = enter(kader), f"{HOME}bantu/{assist.public_id}/warga/"
    found = client.post(path, {"words": "suwarn"}).content.decode()
    assert person.public_id in found
    assert person.nik not in found
    assert elsewhere.public_id not in found
    assert client.post(path, {"warga": elsewhere.public_id}).status_code == 404
    assert client.post(path, {"warga": "salah"}).status_code == 404
    client.post(path, {"warga": person.public_id})
    assist.refresh_from_db()
    assert assist.person == person


def test_search_that_finds_nobody_says_so(operator: User) -> None:
    path = f"{HOME}bantu/{helped().public_id}/warga/"
    client = enter(operator)
    assert "Tidak ada yang cocok" in client.post(path, {"words": "zzzzz"}).content.decode()
    assert client.post(path, {"words": "a"}).status_code == 422


def test_class_is_announced_by_its_cadre(kader: User) -> None:
    own, client = cadre(user=kader), enter(kader)
    sent = {
        "kind": "layanan", "trainer": str(own.pk), "place": "Serambi musala",
        "day": "26-11-2026", "hour": "15.30", "seats": "8",
    }  # fmt: skip
    answer = client.post(f"{HOME}kelas/baru/", sent)
    made = LearningClass.objects.get()
    assert answer.headers["Location"] == f"{HOME}kelas/{made.public_id}/"
    assert "26 November 2026" in _text(client, answer.headers["Location"])
    stranger = some_cadre("Winog")
    wrong = client.post(f"{HOME}kelas/baru/", {**sent, "trainer": str(stranger.pk)})
    assert wrong.status_code == 422


def test_participants_come_with_and_without_a_name(operator: User) -> None:
    held, person = planned(), resident()
    client, path = enter(operator), f"{HOME}kelas/{held.public_id}/peserta/"
    client.post(path, {"age_band": "35-54", "sex": "1", "agreed": "on"})
    assert person.public_id in client.post(f"{path}warga/", {"words": "suwarni"}).content.decode()
    client.post(f"{path}warga/", {"warga": person.public_id, "setuju": "on"})
    page = _text(client, f"{HOME}kelas/{held.public_id}/")
    assert "Suwarni, 55 tahun ke atas" in page
    assert "35 sampai 54 tahun, Laki-laki" in page
    again = client.post(f"{path}warga/", {"warga": person.public_id})
    assert again.status_code == 409
    assert client.post(path, {}).status_code == 422


def test_marks_are_typed_as_on_the_sheet(operator: User) -> None:
    held = planned()
    first, silent = seated(held), seated(held, agreed=False)
    client, path = enter(operator), f"{HOME}kelas/{held.public_id}/"
    page = _text(client, f"{path}hasil/")
    assert f"n{silent.number}_pre" not in page
    wrong = client.post(f"{path}hasil/", {"n1_pre": "012", "n1_post": "1111"})
    assert wrong.status_code == 422
    assert "Tulis empat angka 0 atau 1" in wrong.content.decode()
    assert TaskResult.objects.count() == 0
    client.post(f"{path}hasil/", {"n1_pre": "0100", "n1_post": "1111"})
    shown = _text(client, path)
    assert "Jarak yang tertutup: 100" in shown
    assert "0100" in shown
    assert first.results.count() == 8
    assert 'value="0100"' in _text(client, f"{path}hasil/")


def test_withdrawal_asks_first_and_then_deletes(operator: User) -> None:
    held = planned()
    (seat,) = marked(held, "0000", "1111", 1)
    client, path = enter(operator), f"{HOME}peserta/{seat.public_id}/tarik/"
    assert "dihapus sekarang juga" in _text(client, path)
    assert TaskResult.objects.count() == 8
    client.post(path)
    assert TaskResult.objects.count() == 0
    assert "Menarik persetujuan, datanya dihapus" in _text(client, f"{HOME}kelas/{held.public_id}/")
    assert client.post(f"{HOME}peserta/{seat.public_id}/setuju/").status_code == 409


def test_consent_is_noted_later(operator: User) -> None:
    seat = seated(planned(), agreed=False)
    enter(operator).post(f"{HOME}peserta/{seat.public_id}/setuju/")
    assert Participant.objects.get().may_be_tested


def test_class_is_called_off_with_a_reason(operator: User) -> None:
    coming = planned(at=TUESDAY + timedelta(days=1))
    client, path = enter(operator), f"{HOME}kelas/{coming.public_id}/batal/"
    assert client.post(path, {"reason": ""}).status_code == 422
    client.post(path, {"reason": "Pengajar sakit"})
    assert "Pengajar sakit" in _text(client, f"{HOME}kelas/{coming.public_id}/")
    held = planned()
    marked(held, "0000", "1111", 1)
    refused = client.post(f"{HOME}kelas/{held.public_id}/batal/", {"reason": "x"})
    assert refused.status_code == 409


def test_heads_see_the_matrix_with_names(sekdes: User, operator: User) -> None:
    client, path = enter(sekdes), f"{HOME}mampu/cadangan/"
    assert operator.name in _text(client, path)
    assert sekdes.name not in _text(client, path).split("<main")[1]
    client.post(path, {"official": str(operator.pk), "on": "24-11-2026", "done": ["0", "1", "2"]})
    assert Observation.objects.get().passed
    assert operator.name in _text(client, f"{HOME}mampu/")
    late = {"official": str(operator.pk), "on": "25-11-2026", "done": ["0"]}
    assert client.post(path, late).status_code == 409
    assert client.post(path, {}).status_code == 422
    assert client.get(f"{HOME}mampu/memasak/").status_code == 404


def test_heads_appoint_and_end_cadres(sekdes: User, kader: User) -> None:
    client, dusun = enter(sekdes), hamlet()
    sent = {
        "name": "Rina", "dusun": str(dusun.pk), "user": str(kader.pk), "since": "01-11-2026",
    }  # fmt: skip
    client.post(f"{HOME}kader/", sent)
    made = Cadre.objects.get()
    assert (made.user, made.dusun) == (kader, dusun)
    twice = client.post(f"{HOME}kader/", {**sent, "name": "Rina lagi"})
    assert twice.status_code == 409
    client.post(f"{HOME}kader/{made.public_id}/akhiri/")
    made.refresh_from_db()
    assert made.valid_to == TUESDAY.date()
    assert client.post(f"{HOME}kader/", {}).status_code == 422


def test_cards_of_the_own_office_come_first(scope: Village) -> None:
    page = _text(enter(official(scope, Office.KADES)), f"{HOME}kartu/")
    mine, others = page.split("Jabatan lain")
    assert "Menyetujui surat dari HP" in mine
    assert "Mencadangkan ke flashdisk" in others
    assert enter(official(scope, Office.POKMAS)).get(f"{HOME}kartu/tidak-ada/").status_code == 404


def test_first_page_asks_the_same_for_one_as_for_many(operator: User) -> None:
    client = enter(operator)
    teacher = some_cadre()
    helped(teacher)
    planned(teacher)
    _text(client, HOME)
    with CaptureQueriesContext(connection) as first:
        _text(client, HOME)
    for _time in range(8):
        helped(teacher)
        planned(teacher)
    with CaptureQueriesContext(connection) as second:
        _text(client, HOME)
    assert len(second) == len(first)
