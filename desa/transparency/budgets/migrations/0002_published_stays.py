"""What is published stays as it is, also for a statement that passes by the models."""

from typing import Any

from django.db import migrations

REFUSAL = "a published budget does not change"
PARTS = ("budgetline", "budgetname", "activity", "budgetfinding")
VERSION = "budgets_budgetversion"


def statements(vendor: str) -> tuple[list[str], list[str]]:
    """To make the guards, and to take them away."""
    rows = [(table, "UPDATE") for table in PARTS] + [(table, "INSERT") for table in PARTS]
    make, drop = (_sqlite, _sqlite_drop) if vendor == "sqlite" else (_postgresql, _postgresql_drop)
    first = [] if vendor == "sqlite" else [FUNCTION]
    last = [] if vendor == "sqlite" else ["DROP FUNCTION budgets_stay()"]
    guards = [*rows, ("budgetversion", "UPDATE")]
    return [*first, *(make(*guard) for guard in guards)], [
        *(drop(*guard) for guard in guards),
        *last,
    ]


def _name(table: str, event: str) -> str:
    return f"budgets_{table}_{event.lower()}_stays"


def _condition(table: str, event: str) -> str:
    if table == "budgetversion":
        return "OLD.state = 'terbit'"
    return f"EXISTS (SELECT 1 FROM {VERSION} WHERE id = NEW.version_id AND state <> 'disiapkan')"  # noqa: S608


def _sqlite(table: str, event: str) -> str:
    return (
        f"CREATE TRIGGER {_name(table, event)} BEFORE {event} ON budgets_{table}"
        f" WHEN {_condition(table, event)} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )


def _sqlite_drop(table: str, event: str) -> str:
    return f"DROP TRIGGER {_name(table, event)}"


FUNCTION = (
    "CREATE FUNCTION budgets_stay() RETURNS trigger AS $$ BEGIN"
    " IF TG_TABLE_NAME = 'budgets_budgetversion' THEN"
    f" IF OLD.state = 'terbit' THEN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'check_violation';"
    " END IF;"
    f" ELSIF {_condition('', '')} THEN"
    f" RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'check_violation';"
    " END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
)


def _postgresql(table: str, event: str) -> str:
    return (
        f"CREATE TRIGGER {_name(table, event)} BEFORE {event} ON budgets_{table}"
        " FOR EACH ROW EXECUTE FUNCTION budgets_stay()"
    )


def _postgresql_drop(table: str, event: str) -> str:
    return f"DROP TRIGGER {_name(table, event)} ON budgets_{table}"


def make(apps: Any, schema_editor: Any) -> None:
    for statement in statements(schema_editor.connection.vendor)[0]:
        schema_editor.execute(statement)


def drop(apps: Any, schema_editor: Any) -> None:
    for statement in statements(schema_editor.connection.vendor)[1]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("budgets", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
