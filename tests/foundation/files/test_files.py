import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from desa.foundation.files.actions import put_content, register_file
from desa.foundation.files.exceptions import ContentMissing
from desa.foundation.files.models import StoredFile
from desa.foundation.files.queries import read_content, vault
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope

pytestmark = pytest.mark.postgres
PDF = b"%PDF-1.7 surat contoh"


def _register(digest: str, size: int = len(PDF)) -> StoredFile:
    return register_file(digest=digest, size=size, media_type="application/pdf")


def test_registered_file_reads_back(scope: Village) -> None:
    file = _register(put_content(PDF))
    assert read_content(file) == PDF
    assert (file.size, file.media_type) == (len(PDF), "application/pdf")


def test_registering_twice_gives_the_first_row(scope: Village) -> None:
    digest = put_content(PDF)
    assert _register(digest).pk == _register(digest).pk
    assert StoredFile.objects.count() == 1


def test_register_that_loses_a_race_gives_the_winners_row(
    scope: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = put_content(PDF)
    winners: list[StoredFile] = []

    def another_request_is_faster(self: StoredFile) -> None:
        if not winners:
            winners.append(StoredFile(digest=digest, size=len(PDF), media_type="application/pdf"))
            winners[0].save()

    monkeypatch.setattr(StoredFile, "full_clean", another_request_is_faster)
    assert _register(digest).pk == winners[0].pk


def test_content_must_be_stored_before_it_is_registered(scope: Village) -> None:
    with pytest.raises(ContentMissing):
        _register("ab" * 32)
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("digest", ["", "xyz", "AB" * 32, "ab" * 31, "ab" * 32 + "\n"])
def test_digest_that_is_none_is_refused(scope: Village, digest: str) -> None:
    with pytest.raises(ValidationError):
        _register(digest)


def test_negative_size_is_refused_by_the_database(scope: Village) -> None:
    with pytest.raises(IntegrityError):
        StoredFile.objects.create(digest="ab" * 32, size=-1, media_type="text/plain")


def test_same_content_in_two_villages_is_two_rows(village: Village, other_village: Village) -> None:
    digest = put_content(PDF)
    with village_scope(village):
        first = _register(digest)
    with village_scope(other_village):
        assert not StoredFile.objects.exists()
        second = _register(digest)
        assert second.pk != first.pk
        assert read_content(second) == PDF


def test_lost_content_is_an_error_and_never_empty(scope: Village) -> None:
    file = _register(put_content(b"hilang"), size=6)
    vault().path(file.digest).unlink()
    with pytest.raises(ContentMissing):
        read_content(file)
