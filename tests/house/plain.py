"""What a room may publish: plain values that stay the same on their way through JSON."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from types import ModuleType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

PLAIN = (str, int, bool, NoneType, date, datetime, time)
UNIONS = (Union, UnionType)


def not_plain(hint: Any, where: str) -> Iterator[str]:
    """Parts of a type that are no str, int, bool, date, Enum, tuple or frozen dataclass of these."""
    origin = get_origin(hint)
    if origin is tuple or origin in UNIONS:
        for inner in get_args(hint):
            if inner is not Ellipsis:
                yield from not_plain(inner, where)
    elif origin is Literal or hint in PLAIN or (isinstance(hint, type) and issubclass(hint, Enum)):
        return
    elif is_dataclass(hint) and isinstance(hint, type):
        yield from _of_dataclass(hint, where)
    else:
        yield f"{where}: {getattr(hint, '__name__', hint)}"


def _of_dataclass(hint: type, where: str) -> Iterator[str]:
    options: Any = hint.__dict__["__dataclass_params__"]
    if not options.frozen:
        yield f"{where}: {hint.__name__} is not frozen"
    hints = get_type_hints(hint)
    for field in fields(hint):
        yield from not_plain(hints[field.name], f"{where}.{field.name}")


def published_faults(module: ModuleType) -> list[str]:
    """Of every public function that is written in this module."""
    found: list[str] = []
    for name, value in vars(module).items():
        written_here = getattr(value, "__module__", "") == module.__name__
        if name.startswith("_") or not written_here or isinstance(value, type):
            continue
        if callable(value):
            given = get_type_hints(value).get("return", object)
            found += not_plain(given, f"{module.__name__}.{name}")
    return found
