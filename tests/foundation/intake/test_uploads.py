"""Uploads in parts over HTTP: a cut costs one part, a stranger gets nothing."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from desa.foundation.core import clock
from desa.foundation.core.values.codes import LinkCode
from desa.foundation.intake.actions import (
    append_part,
    begin_upload,
    forget_upload,
    forget_uploads,
    take_upload,
)
from desa.foundation.intake.actions import uploads as actions
from desa.foundation.intake.exceptions import (
    UploadGone,
    UploadIncomplete,
    UploadRefused,
    WrongOffset,
)
from desa.foundation.intake.models import Upload
from desa.foundation.intake.queries import parts
from desa.foundation.intake.rules import LARGEST_PART, LARGEST_UPLOAD
from desa.foundation.intake.tasks import run_forget_guests, run_sweep_parts
from desa.foundation.intake.views import resident
from desa.foundation.tenancy.models import Village

ORIGIN = {"origin": "http://testserver"}
BEGIN = "/draf/unggah/"
PURPOSE = "intake.sample"


@pytest.fixture(autouse=True)
def no_parts_of_others() -> None:
    """Tests of other rooms leave parts behind: their rows are rolled back, their files are not."""
    shutil.rmtree(settings.FOLDER.uploads, ignore_errors=True)
    settings.FOLDER.uploads.mkdir(parents=True)


@pytest.fixture(autouse=True)
def _fresh(scope: Village) -> Iterator[None]:
    resident.begun.clear()
    resident.carried.clear()
    yield
    for row in Upload.objects.all():
        parts().forget(row.key_digest)


def _begin(client: Client, size: int = 10) -> Any:
    data = {"keperluan": PURPOSE, "besar": str(size)}
    return client.post(BEGIN, data, headers=ORIGIN)


def _part(client: Client, address: str, offset: object, content: bytes) -> Any:
    headers = {**ORIGIN, "upload-offset": str(offset)}
    return client.post(address, content, content_type="application/octet-stream", headers=headers)


def test_file_in_two_parts_with_a_cut_between(client: Client) -> None:
    begun = _begin(client)
    assert begun.status_code == 201
    address, key = begun.json()["alamat"], begun.json()["kunci"]
    assert _part(client, address, 0, b"01234").json() == {"mulai": 5, "besar": 10}
    assert client.get(address).json() == {"mulai": 5, "besar": 10}
    assert _part(client, address, 0, b"01234").json()["mulai"] == 5
    assert _part(client, address, 5, b"56789").json()["mulai"] == 10
    assert take_upload(key=key, purpose=PURPOSE) == b"0123456789"
    assert not begun.cookies


def test_answers_are_kept_in_no_cache(client: Client) -> None:
    begun = _begin(client)
    assert begun["Cache-Control"] == "no-store"
    assert client.get(begun.json()["alamat"])["Cache-Control"] == "no-store"


def test_gap_is_answered_with_where_to_go_on(client: Client) -> None:
    address = _begin(client).json()["alamat"]
    answer = _part(client, address, 5, b"56789")
    assert (answer.status_code, answer.json()["mulai"]) == (409, 0)


@pytest.mark.parametrize(
    "size", ["80000000", str(LARGEST_UPLOAD + 1), "0", "-1", "banyak", "", "9" * 5000]
)
def test_size_that_is_too_large_is_refused_before_anything_is_sent(
    client: Client, size: str
) -> None:
    answer = client.post(BEGIN, {"keperluan": PURPOSE, "besar": size}, headers=ORIGIN)
    assert answer.status_code == 413
    assert "Paling besar 12 MB" in answer.json()["pesan"]
    assert not Upload.objects.exists()


def test_more_than_was_announced_is_refused(client: Client) -> None:
    address = _begin(client).json()["alamat"]
    assert _part(client, address, 0, b"x" * 11).status_code == 413
    assert client.get(address).json()["mulai"] == 0


@pytest.mark.parametrize(
    ("offset", "content"),
    [
        ("", b"x"),
        ("-1", b"x"),
        ("dua", b"x"),
        ("9" * 5000, b"x"),
        (0, bytes(LARGEST_PART + 1)),
    ],
)
def test_part_that_cannot_be_read_is_refused(
    client: Client, offset: object, content: bytes
) -> None:
    address = _begin(client, LARGEST_UPLOAD).json()["alamat"]
    answer = _part(client, address, offset, content)
    assert answer.status_code == 400
    assert "Muat ulang" in answer.json()["pesan"]


@pytest.mark.parametrize("key", ["A" * 32, "salah", "A" * 33])
def test_wrong_key_is_not_found(client: Client, key: str) -> None:
    assert client.get(f"{BEGIN}{key}/").status_code == 404
    assert _part(client, f"{BEGIN}{key}/", 0, b"x").status_code == 404


def test_page_of_another_site_cannot_begin(client: Client) -> None:
    answer = client.post(BEGIN, {"besar": "3"}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_client_that_begins_too_often_is_asked_to_wait(client: Client) -> None:
    for _turn in range(resident.begun.attempts):
        resident.begun.count("127.0.0.1")
    answer = _begin(client)
    assert answer.status_code == 429
    assert "kantor desa" in answer.json()["pesan"]


def test_one_address_cannot_take_the_whole_room_of_the_village(client: Client) -> None:
    """Announced is enough: nobody else could send a photo for a day."""
    answers = [_begin(client, LARGEST_UPLOAD).status_code for _turn in range(12)]
    assert answers == [201] * 11 + [429]
    begin_upload(purpose=PURPOSE, size=LARGEST_UPLOAD)
    assert Upload.objects.count() == 12


def test_file_in_crumbs_is_refused(client: Client) -> None:
    """Each part costs a block of the disk: a file of 12 MB in single bytes would cost 48 GB."""
    address = _begin(client, 40_000).json()["alamat"]
    answers = [_part(client, address, place, b"x").status_code for place in range(5)]
    assert answers == [200, 200, 200, 200, 413]
    assert client.get(address).json()["mulai"] == 4


def test_file_of_the_largest_size_arrives_in_the_parts_that_phones_send(client: Client) -> None:
    address, part = _begin(client, LARGEST_UPLOAD).json()["alamat"], b"x" * 64 * 1024
    for offset in range(0, LARGEST_UPLOAD, len(part)):
        assert _part(client, address, offset, part).status_code == 200
    assert client.get(address).json()["mulai"] == LARGEST_UPLOAD


def test_village_takes_only_so_much_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_OPEN_BYTES", 25)
    begin_upload(purpose=PURPOSE, size=20)
    with pytest.raises(UploadRefused, match="Tunggu sebentar"):
        begin_upload(purpose=PURPOSE, size=6)
    begin_upload(purpose=PURPOSE, size=5)
    assert Upload.objects.count() == 2


def test_taken_file_stays_until_it_is_forgotten() -> None:
    key = begin_upload(purpose=PURPOSE, size=3).value
    append_part(key=key, offset=0, content=b"abc")
    assert take_upload(key=key, purpose=PURPOSE) == take_upload(key=key, purpose=PURPOSE)
    forget_upload(key=key)
    with pytest.raises(UploadGone):
        take_upload(key=key, purpose=PURPOSE)
    assert list(settings.FOLDER.uploads.glob("*")) == []


def test_half_a_file_and_one_of_another_purpose_are_not_given() -> None:
    key = begin_upload(purpose=PURPOSE, size=3).value
    append_part(key=key, offset=0, content=b"ab")
    with pytest.raises(UploadIncomplete):
        take_upload(key=key, purpose=PURPOSE)
    append_part(key=key, offset=2, content=b"c")
    with pytest.raises(UploadGone):
        take_upload(key=key, purpose="intake.other")


def test_negative_offset_begins_nowhere() -> None:
    key = begin_upload(purpose=PURPOSE, size=3).value
    with pytest.raises(WrongOffset):
        append_part(key=key, offset=-1, content=b"a")


def test_database_keeps_no_key() -> None:
    key = begin_upload(purpose=PURPOSE, size=3)
    assert Upload.objects.get().key_digest == LinkCode.parse(key.value).digest != key.value


def _begun_ago(age: timedelta) -> str:
    key = begin_upload(purpose=PURPOSE, size=3).value
    append_part(key=key, offset=0, content=b"abc")
    digest = LinkCode.parse(key).digest
    Upload.objects.filter(key_digest=digest).update(begun_at=clock.now() - age)
    return key


def test_upload_nobody_took_is_swept_after_a_day(village: Village) -> None:
    old, young = _begun_ago(timedelta(hours=25)), _begun_ago(timedelta(hours=23))
    with pytest.raises(UploadGone):
        take_upload(key=old, purpose=PURPOSE)
    run_forget_guests({})
    assert take_upload(key=young, purpose=PURPOSE) == b"abc"
    assert [folder.name for folder in settings.FOLDER.uploads.glob("*")] == [
        LinkCode.parse(young).digest
    ]
    assert forget_uploads() == 0


def test_parts_without_a_row_are_swept_after_two_days(monkeypatch: pytest.MonkeyPatch) -> None:
    key = begin_upload(purpose=PURPOSE, size=3).value
    append_part(key=key, offset=0, content=b"abc")
    Upload.objects.all().delete()
    run_sweep_parts({})
    assert len(list(settings.FOLDER.uploads.glob("*"))) == 1
    later = clock.now() + timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    run_sweep_parts({})
    assert list(settings.FOLDER.uploads.glob("*")) == []
