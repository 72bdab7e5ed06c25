import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import Village
from desa.people.residents.models import ImportUpload
from tests.factories import enter, official

UPLOAD = "/kantor/penduduk/impor/"


@pytest.fixture
def office(scope: Village) -> Client:
    return enter(official(scope, Office.OPERATOR))


def _sent(office: Client, size: int) -> tuple[int, str]:
    file = SimpleUploadedFile("penduduk.xlsx", b"P" * size)
    answer = office.post(UPLOAD, {"file": file})
    return answer.status_code, answer.content.decode()


@override_settings(FILE_UPLOAD_MAX_MEMORY_SIZE=2 * 2**20)
def test_upload_above_the_limit_is_refused_with_the_limit(office: Client) -> None:
    status, page = _sent(office, 2 * 2**20)
    assert status == 413
    assert "Berkas paling besar 2 MB. Bagi menjadi beberapa berkas" in page
    assert not ImportUpload.objects.exists()


def test_upload_below_the_limit_reaches_its_form(office: Client) -> None:
    status, page = _sent(office, 2**20)
    assert status == 422
    assert "Berkas paling besar" not in page


def test_unreadable_request_keeps_its_own_words(client: Client, village: Village) -> None:
    answer = client.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "Alamat atau isian tidak terbaca" in answer.content.decode()
