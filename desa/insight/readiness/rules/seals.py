"""A seal over a measurement: whoever changes a row without the key is found."""

from collections.abc import Mapping
from hashlib import sha256
from hmac import compare_digest, new
from json import dumps

Value = str | int | float | None | list[object]


def seal(key: bytes, fields: Mapping[str, Value]) -> str:
    """Over the names and values in the order of the names; a float as Python writes it back exactly."""
    text = dumps(dict(sorted(fields.items())), ensure_ascii=False, separators=(",", ":"))
    return new(key, text.encode(), sha256).hexdigest()


def holds(key: bytes, fields: Mapping[str, Value], stored: str) -> bool:
    return compare_digest(seal(key, fields), stored)
