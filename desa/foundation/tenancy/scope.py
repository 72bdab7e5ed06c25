"""The village that this request or job is about; nothing of another village exists inside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from desa.foundation.tenancy.exceptions import ScopeError

if TYPE_CHECKING:
    from desa.foundation.tenancy.models import Village

_current: ContextVar["Village | None"] = ContextVar("village", default=None)


@contextmanager
def village_scope(village: "Village") -> Iterator["Village"]:
    """Open the village once per request or job. Raises ScopeError inside another village's scope."""
    outer = _current.get()
    if outer is not None and outer.pk != village.pk:
        raise ScopeError("one village's work was opened inside another village's")
    token = _current.set(village)
    try:
        yield village
    finally:
        _current.reset(token)


def current_village() -> "Village":
    """Raises ScopeError when no village is open."""
    village = _current.get()
    if village is None:
        raise ScopeError("no village is open: use village_scope()")
    return village


def current_village_or_none() -> "Village | None":
    return _current.get()
