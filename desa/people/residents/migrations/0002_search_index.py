"""The trigram index of the search: FTS5 over Person.search_text on SQLite, a GIN index on PostgreSQL."""

from typing import Any

from django.db import migrations

STATEMENTS = {
    "sqlite": (
        [
            "CREATE VIRTUAL TABLE residents_search USING fts5(search_text,"
            " content='residents_person', content_rowid='id',"
            " tokenize='trigram case_sensitive 1')"
        ],
        ["DROP TABLE residents_search"],
    ),
    "postgresql": (
        [
            "CREATE EXTENSION IF NOT EXISTS pg_trgm",
            "CREATE INDEX person_search_trigram ON residents_person"
            " USING gin (search_text gin_trgm_ops)",
        ],
        ["DROP INDEX person_search_trigram"],
    ),
}


def make(apps: Any, schema_editor: Any) -> None:
    _run(schema_editor, 0)


def drop(apps: Any, schema_editor: Any) -> None:
    _run(schema_editor, 1)


def _run(schema_editor: Any, direction: int) -> None:
    for statement in STATEMENTS[schema_editor.connection.vendor][direction]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("residents", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
