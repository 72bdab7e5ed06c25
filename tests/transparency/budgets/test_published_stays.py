from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import Village
from desa.transparency.budgets.enums import Axis, VersionState
from desa.transparency.budgets.exceptions import PublishedStays
from desa.transparency.budgets.models import (
    Activity,
    BudgetFinding,
    BudgetLine,
    BudgetName,
    BudgetVersion,
)
from tests.transparency.budgets.samples import complete


@pytest.fixture
def published(scope: Village) -> BudgetVersion:
    version = complete()
    BudgetFinding.objects.create(version=version, severity="warning", code="uji", message="Uji.")
    BudgetVersion.objects.filter(pk=version.pk).update(
        state=VersionState.PUBLISHED,
        published_at=datetime(2026, 1, 2, 3, tzinfo=UTC),
        published_by_label="Endang",
    )
    version.refresh_from_db()
    return version


def test_published_version_refuses_save_and_delete(published: BudgetVersion) -> None:
    with pytest.raises(PublishedStays):
        published.save()
    with pytest.raises(PublishedStays):
        published.delete()


@pytest.mark.parametrize("model", [BudgetLine, BudgetName, Activity, BudgetFinding])
def test_part_of_a_published_version_refuses_save_and_delete(
    published: BudgetVersion, model: type[BudgetLine]
) -> None:
    row = model.objects.filter(version=published).first()
    assert row is not None
    with pytest.raises(PublishedStays):
        row.save()
    with pytest.raises(PublishedStays):
        row.delete()


@pytest.mark.parametrize("state", [VersionState.PUBLISHING, VersionState.PUBLISHED])
def test_database_refuses_an_update_of_lines_past_the_models(
    scope: Village, state: VersionState
) -> None:
    version = complete()
    at = datetime(2026, 1, 2, 3, tzinfo=UTC) if state == VersionState.PUBLISHED else None
    BudgetVersion.objects.filter(pk=version.pk).update(
        state=state, published_at=at, published_by_label="Endang"
    )
    with pytest.raises(DatabaseError, match="does not change"), transaction.atomic():
        BudgetLine.objects.filter(version=version).update(amount=Rupiah.of(1))
    assert BudgetLine.objects.filter(version=version, amount=Rupiah.of(1)).count() == 0


def test_database_refuses_an_update_of_a_published_version(published: BudgetVersion) -> None:
    with pytest.raises(DatabaseError, match="does not change"), transaction.atomic():
        BudgetVersion.objects.filter(pk=published.pk).update(year=2027)


def test_database_refuses_more_lines_for_a_published_version(published: BudgetVersion) -> None:
    extra = BudgetName(version=published, axis=Axis.AKUN, code="4.9", name="Titipan")
    with pytest.raises(DatabaseError, match="does not change"), transaction.atomic():
        BudgetName.objects.bulk_create([extra])


def test_prepared_version_may_still_change(scope: Village) -> None:
    version = complete()
    version.legal_number = "7 Tahun 2025"
    version.save()
    BudgetLine.objects.filter(version=version, akun="4.1.1").update(amount=Rupiah.of(1))
    version.delete()
    assert not BudgetVersion.objects.exists()
