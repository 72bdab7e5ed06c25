"""How long an uploaded workbook, a copy of the register, is kept."""

from datetime import timedelta

import pytest
from django.urls import reverse

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.registry import tasks
from desa.foundation.files.models import StoredFile
from desa.foundation.sheets.models import ImportBatch
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from desa.people.residents.actions.uploading import upload_workbook
from desa.people.residents.models import ImportUpload
from tests.factories import enter, official
from tests.people.residents.books import HEAD, book

pytestmark = pytest.mark.postgres
CLERK = SystemActor("uji")
FORGET = "residents.forget_uploads"


def uploaded(name: str = "penduduk.xlsx", content: bytes | None = None) -> ImportBatch:
    return upload_workbook(by=CLERK, content=content or book(HEAD), filename=name)


def test_workbook_is_let_go_with_the_chance_to_undo(scope: Village) -> None:
    batch = uploaded()
    with clock.frozen(batch.created_at + timedelta(days=89)):
        tasks.get(FORGET).run({})
    assert ImportUpload.objects.count() == 1
    with clock.frozen(batch.created_at + timedelta(days=91)):
        tasks.get(FORGET).run({})
    assert not ImportUpload.objects.exists()
    assert not StoredFile.objects.exists()
    assert ImportBatch.objects.count() == 1
    event = TrailEvent.objects.get(name="residents.uploads.forgotten")
    assert event.facts == {"count": 1}


def test_same_content_uploaded_again_stays_as_long_as_the_newer_batch(scope: Village) -> None:
    content = book(HEAD)
    old = uploaded("lama.xlsx", content)
    with clock.frozen(old.created_at + timedelta(days=60)):
        newer = uploaded("baru.xlsx", content)
    with clock.frozen(old.created_at + timedelta(days=91)):
        tasks.get(FORGET).run({})
    assert [upload.batch for upload in ImportUpload.objects.all()] == [newer]
    assert StoredFile.objects.count() == 1


def test_nothing_old_leaves_no_event(scope: Village) -> None:
    uploaded()
    tasks.get(FORGET).run({})
    assert not TrailEvent.objects.filter(name="residents.uploads.forgotten").exists()


def test_page_of_a_forgotten_upload_is_not_found(scope: Village) -> None:
    batch, office = uploaded(), enter(official(scope, Office.OPERATOR))
    address = reverse("residents:batch", args=[batch.pk])
    assert office.get(address).status_code == 200
    ImportBatch.objects.update(created_at=clock.now() - timedelta(days=91))
    tasks.get(FORGET).run({})
    assert office.get(address).status_code == 404


def test_other_village_keeps_its_workbook(village: Village, other_village: Village) -> None:
    with village_scope(other_village):
        uploaded()
    with village_scope(village), clock.frozen(clock.now() + timedelta(days=91)):
        tasks.get(FORGET).run({})
    with village_scope(other_village):
        assert ImportUpload.objects.count() == 1


def test_button_counts_the_residents_when_every_row_is_right(scope: Village) -> None:
    office = enter(official(scope, Office.OPERATOR))
    good = reverse("residents:batch", args=[uploaded(content=book(HEAD)).pk])
    assert "Masukkan 1 warga" in office.get(good).content.decode()
    wrong = reverse("residents:batch", args=[uploaded(content=book(HEAD | {"nik": "12"})).pk])
    page = office.get(wrong).content.decode()
    assert "Masukkan yang benar saja" in page
    assert "Masukkan 0 warga" not in page
