"""Migrations say what the models say, in one line of history per room."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from tests.house.tree import rooms


@pytest.fixture(scope="module")
def loader() -> MigrationLoader:
    return MigrationLoader(None)


def _unwritten(written: ProjectState, loader: MigrationLoader) -> list[str]:
    """Apps with changes; untranslated, as makemigrations sees them."""
    with translation.override(None):
        detector = MigrationAutodetector(written, ProjectState.from_apps(apps))
        return sorted(detector.changes(graph=loader.graph))


def test_every_change_of_a_model_has_its_migration(loader: MigrationLoader) -> None:
    assert _unwritten(loader.project_state(), loader) == []


def test_every_room_has_one_last_migration(loader: MigrationLoader) -> None:
    assert loader.detect_conflicts() == {}


def test_every_room_with_tables_has_migrations(loader: MigrationLoader) -> None:
    with_tables = {model._meta.app_label for model in apps.get_models()} & set(rooms())
    assert with_tables <= loader.migrated_apps


@pytest.mark.django_db
def test_every_table_of_the_models_is_in_the_database() -> None:
    wanted = {model._meta.db_table for model in apps.get_models() if model._meta.managed}
    assert wanted <= set(connection.introspection.table_names())


def test_guard_notices_a_model_without_migration(loader: MigrationLoader) -> None:
    written = loader.project_state()
    written.remove_model("tenancy", "holiday")
    assert _unwritten(written, loader) == ["tenancy"]


def test_guard_notices_a_field_without_migration(loader: MigrationLoader) -> None:
    written = loader.project_state()
    written.remove_field("tenancy", "holiday", "confirmed")
    assert _unwritten(written, loader) == ["tenancy"]
