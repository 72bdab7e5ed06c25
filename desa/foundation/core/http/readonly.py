"""GET never writes: on a safe method every statement that is not a read is refused by the database guard."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connections
from django.http import HttpRequest, HttpResponse

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
WRITES = r"(?:INSERT|UPDATE|DELETE|REPLACE\s+INTO|MERGE\s+INTO)\b"
READS = re.compile(
    r"\s*(?:SELECT\b(?!.*\bINTO\b)|PRAGMA\b(?!.*=)|EXPLAIN\b(?!.*\bANALY[SZ]E\b)|VALUES\b|SHOW\b"
    rf"|WITH\b(?!.*\b{WRITES}))",
    re.IGNORECASE | re.DOTALL,
)
_appending: ContextVar[bool] = ContextVar("appending_a_look", default=False)


class WriteOnGet(RuntimeError):
    """A page that is only opened tried to change something."""


@contextmanager
def append_allowed() -> Iterator[None]:
    """Only for trail.look(): the one appender a GET may use."""
    token = _appending.set(True)
    try:
        yield
    finally:
        _appending.reset(token)


def _refuse_writes(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    if not _appending.get() and not READS.match(sql):
        raise WriteOnGet(f"a GET tried to run: {sql[:60]}")
    return execute(sql, params, many, context)


@contextmanager
def readonly() -> Iterator[None]:
    """Refuse every write on every database connection of this thread."""
    with connections["default"].execute_wrapper(_refuse_writes):
        yield


class ReadonlyGet:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE_METHODS:
            return self.get_response(request)
        with readonly():
            return self.get_response(request)
