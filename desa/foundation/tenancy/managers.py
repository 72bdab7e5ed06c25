"""Managers that see one village only.

The condition is resolved when the SQL is made, not when the queryset is built: a queryset made at
import time (a form field) follows the open village, one made in village A refuses to run in B.
"""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connections, models
from django.db.models.expressions import Expression
from django.db.models.sql.compiler import SQLCompiler

from desa.foundation.tenancy.exceptions import ScopeError
from desa.foundation.tenancy.scope import current_village, current_village_or_none

M = TypeVar("M", bound=models.Model)

# Their Python values are what the database drivers take.
PLAIN_FIELDS = (models.CharField, models.IntegerField, models.ForeignKey, models.TextField)


class OpenVillage(Expression):
    """The id of the village that is open when the query runs."""

    output_field = models.BigIntegerField()
    allowed_default = False

    def __init__(self) -> None:
        super().__init__()
        bound = current_village_or_none()
        self.bound_to = bound.pk if bound else None

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        village = current_village()
        if self.bound_to is not None and self.bound_to != village.pk:
            raise ScopeError("a query made in one village was run in another")
        return "%s", (village.pk,)

    def resolve_expression(self, *args: Any, **kwargs: Any) -> "OpenVillage":
        return self

    @property
    def identity(self) -> tuple[Any, ...]:
        return (type(self), self.bound_to)


class VillageQuerySet(models.QuerySet[M]):
    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        rows = list(objs)
        check_rows(rows)
        return super().bulk_create(rows, *args, **kwargs)

    def insert_new(self, objs: Iterable[M]) -> list[M]:
        """bulk_create for an import: plain fields, complete rows, one statement run many times.

        Four times as quick, because nothing is compiled per value.
        """
        rows = list(objs)
        check_rows(rows)
        if rows:
            _insert(rows, connections[self.db])
        return rows

    def update(self, **kwargs: Any) -> int:
        if "village" in kwargs or "village_id" in kwargs:
            raise ScopeError("a row does not change its village")
        return super().update(**kwargs)


def _insert(rows: list[Any], connection: Any) -> None:
    fields = type(rows[0])._meta.concrete_fields
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    table, marks = quote(type(rows[0])._meta.db_table), ", ".join(["%s"] * len(fields))
    adapted = [
        (place, field) for place, field in enumerate(fields) if not isinstance(field, PLAIN_FIELDS)
    ]
    read = attrgetter(*(field.attname for field in fields))
    values = [list(read(row)) for row in rows]
    for place, field in adapted:
        for line in values:
            line[place] = field.get_db_prep_save(line[place], connection)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


class _ScopedManager(models.Manager[M]):
    use_in_migrations = False

    def get_queryset(self) -> VillageQuerySet[M]:
        return VillageQuerySet(self.model, using=self._db).filter(village_id=OpenVillage())

    def insert_new(self, objs: Iterable[M]) -> list[M]:
        return self.get_queryset().insert_new(objs)


class BaseVillageManager(_ScopedManager[M]):
    """All rows of the open village, removed ones too: an issued letter still finds its person."""


class VillageManager(_ScopedManager[M]):
    """The rows of the open village that are not removed."""

    def get_queryset(self) -> VillageQuerySet[M]:
        rows = super().get_queryset()
        if any(field.name == "removed_at" for field in self.model._meta.concrete_fields):
            rows = rows.filter(removed_at__isnull=True)
        return rows


class AllVillagesManager(models.Manager[M]):
    """Every village's rows; only modules on the allow-list of the house's tests use it."""


def check_rows(rows: list[Any]) -> None:
    """Every row is the open village's, and so is every row it points to. Raises ScopeError."""
    village = current_village()
    for row in rows:
        if row.village_id is None:
            row.village_id = village.pk
        if row.village_id != village.pk:
            raise ScopeError(f"a {row._meta.label} of another village was about to be written")
    if rows:
        for field in _village_keys(type(rows[0])):
            _check_targets(rows, field)


def _village_keys(model: type[models.Model]) -> list[Any]:
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and any(inner.name == "village" for inner in field.related_model._meta.concrete_fields)
    ]


def _check_targets(rows: list[Any], field: Any) -> None:
    village_id = current_village().pk
    unseen: set[int] = set()
    for row in rows:
        target_id = getattr(row, field.attname)
        if target_id is None:
            continue
        target = field.get_cached_value(row, default=None)
        if target is None:
            unseen.add(target_id)
        elif target.village_id != village_id:
            raise ScopeError(f"{field} would point to another village's row")
    if unseen and field.related_model.base_objects.filter(pk__in=unseen).count() != len(unseen):
        raise ScopeError(f"{field} would point to a row that this village does not have")
