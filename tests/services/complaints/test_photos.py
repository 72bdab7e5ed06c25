"""Pictures: hidden until the office has looked, blurred for good, and never of a restricted case."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desa.foundation.accounts.enums import Office
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.files.queries import read_content
from desa.services.complaints.actions import REPORTER, add_photo, show_photo
from desa.services.complaints.enums import About, PhotoKind, PhotoShowing
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import Complaint, ComplaintPhoto
from desa.services.complaints.queries import public_photos
from desa.services.complaints.rules.squares import SQUARES, cells_under
from tests.factories import enter
from tests.services.complaints.conftest import Officials, filed

BASE = "/kantor/pengaduan/"


def picture() -> bytes:
    """Black and white stripes."""
    image = Image.new("RGB", (320, 320), "white")
    for column in range(0, 320, 10):
        image.paste("black", (column, 0, column + 5, 320))
    out = BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def with_photo(complaint: Complaint) -> ComplaintPhoto:
    content = picture()
    file = register_file(digest=put_content(content), size=len(content), media_type="image/jpeg")
    return add_photo(by=REPORTER, complaint=complaint, file=file, kind=PhotoKind.BEFORE)


def _address(photo: ComplaintPhoto) -> str:
    return f"{BASE}{photo.complaint.public_id}/foto/{photo.public_id}/umum/"


def test_photo_is_shown_to_nobody_outside_before_a_decision(hall: Officials) -> None:
    photo = with_photo(filed())
    assert not public_photos(photo.complaint).exists()


def test_blurred_copy_is_what_the_public_sees(hall: Officials) -> None:
    photo = with_photo(filed())
    data = {"showing": "kabur", "squares": ["A1", "B2"]}
    assert enter(hall[Office.OPERATOR]).post(_address(photo), data).status_code == 302
    shown = public_photos(photo.complaint).get()
    assert shown.public_file is not None
    assert shown.public_file_id != shown.file_id
    seen = Image.open(BytesIO(read_content(shown.public_file))).convert("L")
    top_left = {seen.getpixel((x, 10)) for x in range(2, 36, 3)}
    assert len(top_left) < 6
    untouched = [seen.getpixel((x, 310)) for x in range(160, 320)]
    assert max(untouched) - min(untouched) > 150  # type: ignore[operator, type-var]


def test_blurring_needs_a_square(hall: Officials) -> None:
    photo = with_photo(filed())
    page = enter(hall[Office.OPERATOR]).post(_address(photo), {"showing": "kabur"})
    assert page.status_code == 422
    assert "Pilih kotak" in page.content.decode()


def test_decision_can_be_taken_back(hall: Officials) -> None:
    photo = with_photo(filed())
    browser = enter(hall[Office.OPERATOR])
    browser.post(_address(photo), {"showing": "tampil"})
    assert public_photos(photo.complaint).exists()
    browser.post(_address(photo), {"showing": ""})
    assert not public_photos(photo.complaint).exists()


@pytest.mark.parametrize("parts", [{"about": About.OPERATOR}, {"private": True}])
def test_photo_of_a_case_that_is_not_public_is_never_shown(
    hall: Officials, parts: dict[str, object]
) -> None:
    photo = with_photo(filed("layanan", **parts))
    with pytest.raises(ComplaintRefused):
        show_photo(
            by=hall[Office.SEKDES], photo=photo, showing=PhotoShowing.SHOWN, public_file=None
        )


def test_office_adds_a_picture_after_the_work_without_its_hidden_data(hall: Officials) -> None:
    case, browser = filed(), enter(hall[Office.KAUR_TU])
    address = f"{BASE}{case.public_id}/foto/"
    wrong = SimpleUploadedFile("a.jpg", b"%PDF-1.7")
    assert browser.post(address, {"photo": wrong}).status_code == 422
    good = SimpleUploadedFile("a.jpg", picture())
    assert browser.post(address, {"photo": good, "caption": "Lampu baru"}).status_code == 302
    photo = case.photos.get()
    assert (photo.kind, photo.showing) == (PhotoKind.AFTER, PhotoShowing.HIDDEN)
    shown = browser.get(f"{BASE}{case.public_id}/foto/{photo.public_id}/")
    assert shown["Content-Type"] == "image/jpeg"


def test_photo_of_another_case_is_not_found(hall: Officials) -> None:
    photo, other = with_photo(filed()), filed()
    address = f"{BASE}{other.public_id}/foto/{photo.public_id}/"
    assert enter(hall[Office.KAUR_TU]).get(address).status_code == 404


def test_all_squares_cover_the_whole_picture() -> None:
    assert cells_under(SQUARES, 8) == list(range(64))
    assert cells_under(["A1"], 8) == [0, 1, 8, 9]
    assert cells_under(["D4"], 4) == [15]


@given(st.sets(st.sampled_from(SQUARES)), st.sampled_from([4, 8, 12]))
def test_squares_never_overlap(squares: set[str], grid: int) -> None:
    assert len(cells_under(squares, grid)) == len(squares) * (grid // 4) ** 2
