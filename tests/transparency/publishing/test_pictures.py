"""The picture of a notice: small, silent, with its words, and only while the notice stands."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.files.exceptions import PhotoRefused
from desa.foundation.files.models import StoredFile
from desa.transparency.publishing.actions.pictures import drop_picture, give_picture
from desa.transparency.publishing.actions.posts import remove_post
from desa.transparency.publishing.models import Notice
from tests.factories import enter
from tests.transparency.publishing.samples import (
    TUESDAY,
    notice_text,
    photo_bytes,
    pictured,
    written,
)

HEADERS = {"Origin": "http://testserver"}


def draft() -> Notice:
    return Notice.objects.get(pk=written(notice_text()).pk)


def picture(notice: Notice, name: str = "gambar.jpg", status: int = 200) -> bytes:
    answer = Client().get(f"/info/kabar/{notice.public_id}/{name}")
    assert answer.status_code == status
    return answer.content


def test_picture_is_shown_small_and_without_its_camera(sekdes: User) -> None:
    notice = pictured(sekdes)
    whole, small = picture(notice), picture(notice, "kecil.jpg")
    assert Image.open(BytesIO(whole)).format == "JPEG"
    assert b"KameraRahasia" not in whole + small
    assert len(small) <= 40_000
    shown = Client().get(f"/info/kabar/{notice.public_id}/").content.decode()
    assert 'alt="Pompa sumur dibuka"' in shown
    assert 'loading="lazy"' in shown


def test_picture_leaves_with_the_notice(sekdes: User) -> None:
    notice = pictured(sekdes)
    with clock.frozen(TUESDAY + timedelta(days=20)):
        picture(notice, status=404)
    remove_post(by=sekdes, post=notice)
    picture(notice, status=404)


def test_picture_of_a_draft_is_not_public(operator: User) -> None:
    notice = give_picture(by=operator, notice=draft(), content=photo_bytes(), words="Pompa")
    picture(notice, status=404)


def test_new_picture_takes_the_place_and_the_old_one_is_forgotten(sekdes: User) -> None:
    notice = pictured(sekdes)
    old = notice.picture
    again = give_picture(by=sekdes, notice=notice, content=photo_bytes("red"), words="Pompa baru")
    assert again.picture != old
    assert old is not None
    assert not StoredFile.objects.filter(pk=old.pk).exists()
    gone = drop_picture(by=sekdes, notice=again)
    assert drop_picture(by=sekdes, notice=gone).revision == gone.revision
    assert gone.picture_words == ""
    assert not StoredFile.objects.exists()
    picture(notice, status=404)


def test_picture_of_a_published_notice_is_changed_by_who_may_publish(
    sekdes: User, operator: User
) -> None:
    notice = pictured(sekdes)
    with pytest.raises(PermissionDenied):
        give_picture(by=operator, notice=notice, content=photo_bytes("red"), words="Lain")
    with pytest.raises(PermissionDenied):
        drop_picture(by=operator, notice=notice)


def test_picture_without_words_is_refused(operator: User) -> None:
    with pytest.raises(ValidationError):
        give_picture(by=operator, notice=draft(), content=photo_bytes(), words="")
    assert not StoredFile.objects.exists()


def test_what_is_no_photo_is_refused(operator: User) -> None:
    with pytest.raises(PhotoRefused):
        give_picture(by=operator, notice=draft(), content=b"<svg onload=x>", words="Jahat")


def test_desk_sends_a_picture_and_takes_it_off(operator: User) -> None:
    notice, desk = draft(), enter(operator)
    address = f"/kantor/info/kabar/{notice.public_id}/gambar/"
    file = SimpleUploadedFile("foto.jpg", photo_bytes(), content_type="image/jpeg")
    sent = desk.post(address, {"picture": file, "words": "Pompa"}, headers=HEADERS)
    assert sent.status_code == 302
    page = desk.get(f"/kantor/info/kabar/{notice.public_id}/").content.decode()
    assert "Ganti gambar" in page
    assert "memasang gambar pada kabar" in page
    assert desk.post(f"{address}cabut/", headers=HEADERS).status_code == 302
    assert not Notice.objects.get().picture_words


@pytest.mark.parametrize(
    ("content", "words", "said"),
    [
        (b"bukan foto", "Pompa", "Berkas ini bukan foto."),
        (b"bukan foto", "", "Apa yang tampak di gambar belum diisi."),
    ],
)
def test_wrong_picture_is_explained(operator: User, content: bytes, words: str, said: str) -> None:
    address = f"/kantor/info/kabar/{draft().public_id}/gambar/"
    file = SimpleUploadedFile("foto.jpg", content, content_type="image/jpeg")
    answer = enter(operator).post(address, {"picture": file, "words": words}, headers=HEADERS)
    assert answer.status_code == 422
    assert said in answer.content.decode()
