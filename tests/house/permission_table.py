"""Which address is open to whom: every room writes its rows in tests/<wing>/<room>/table.py."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver

from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import Village

OPEN = 200
POST_ONLY = 405
Arguments = Mapping[str, object]


@dataclass(frozen=True)
class Everyone:
    """Also people without an account."""


@dataclass(frozen=True)
class SignedIn:
    """Every official of this village."""


@dataclass(frozen=True)
class Row:
    """`make` builds what the address names, in the open village, and gives the arguments of it;
    `arguments` are plain words of an address that names no object.

    `status` is the answer to a GET by those who may; the same address with the arguments of
    another village's objects is answered by 404. `by` is who is tried as one who may, where a new
    account of another office in `who` reaches nothing yet.
    """

    name: str
    who: Everyone | SignedIn | frozenset[Office]
    status: int = OPEN
    make: Callable[[Village], Arguments] | None = None
    arguments: Arguments = field(default_factory=dict)
    by: Office | None = None


def only(*offices: Office) -> frozenset[Office]:
    return frozenset(offices)


def expected(row: Row, office: Office | None, *, of_this_village: bool = True) -> int:
    """What a GET is answered to this visitor: no office is a stranger."""
    if isinstance(row.who, Everyone):
        return row.status
    if office is None:
        return 302
    if not of_this_village:
        return 403
    return row.status if isinstance(row.who, SignedIn) or office in row.who else 403


def allowed(row: Row) -> Office | None:
    """One visitor who may: an office, or nobody in particular."""
    if isinstance(row.who, frozenset):
        return row.by or min(row.who)
    return None if isinstance(row.who, Everyone) else Office.OPERATOR


def address_names(patterns: Iterable[URLPattern | URLResolver], space: str = "") -> list[str]:
    """Every address of the house by its name; one without a name by its route."""
    found: list[str] = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            found += address_names(pattern.url_patterns, inner)
        else:
            found.append(f"{space}{pattern.name or pattern.pattern}")
    return found


def rows_of(rooms: Mapping[str, str]) -> list[Row]:
    """The rows of every room that has a table."""
    found: list[Row] = []
    for room, wing in sorted(rooms.items()):
        package = f"tests.{wing}.{room}"
        if find_spec(f"tests.{wing}") and find_spec(package) and find_spec(f"{package}.table"):
            found += import_module(f"{package}.table").ROWS
    return found


def differences(addresses: Iterable[str], rows: Iterable[Row]) -> list[str]:
    listed, named = list(addresses), [row.name for row in rows]
    wrong = [f"{name} has no row" for name in set(listed) - set(named)]
    wrong += [f"{name} is no address" for name in set(named) - set(listed)]
    wrong += [f"{name} has two rows" for name in set(named) if named.count(name) > 1]
    return sorted(wrong)
