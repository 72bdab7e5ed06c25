"""A row as plain values to put back, and as a short print to compare."""

import json
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from django.db import models

Values = dict[str, Any]


def snapshot(row: models.Model) -> Values:
    """All concrete fields but key and village, as JSON keeps them. Take it before the change."""
    return {
        field.attname: None if field.value_from_object(row) is None else field.value_to_string(row)
        for field in row._meta.concrete_fields
        if not field.primary_key and field.name != "village"
    }


def restored(model: type[models.Model], values: Values) -> Values:
    """A snapshot as Python values. A field that the model no longer has is left out."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {
        name: None if value is None else fields[name].to_python(value)
        for name, value in values.items()
        if name in fields
    }


def fingerprint(row: models.Model) -> str:
    """Equal for a row as it was written and as it is read back. About 4 microseconds."""
    plain, special = _getters(type(row))
    parts = [*map(str, plain(row)), *(_stable(field, row) for field in special)]
    return blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()


@cache
def _getters(model: type[models.Model]) -> tuple[Any, "list[models.Field[Any, Any]]"]:
    """Fields of Django speak for themselves; our own value objects hide digits in `str()`."""
    fields = model._meta.concrete_fields
    plain = [field.attname for field in fields if _is_plain(field)]
    return attrgetter(*plain), [field for field in fields if not _is_plain(field)]


def _is_plain(field: "models.Field[Any, Any]") -> bool:
    ours = not type(field).__module__.startswith("django.db.models.fields")
    return not ours and not isinstance(field, models.JSONField)


def _stable(field: "models.Field[Any, Any]", row: models.Model) -> str:
    value = getattr(row, field.attname)
    if isinstance(field, models.JSONField):
        return json.dumps(value, sort_keys=True, default=str)
    return str(field.get_prep_value(value))
