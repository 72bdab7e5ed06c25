"""The chain itself: what one link authenticates. Pure; the key comes from outside the database."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

GENESIS = "0" * 64
LOOKS_KEPT = timedelta(days=730)
"""Retention of a look: two years (trail/models/look.py)."""


def canonical(fields: object) -> bytes:
    text = json.dumps(
        fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str
    )
    return text.encode()


def link(key: bytes, previous: str, fields: Mapping[str, object]) -> str:
    """HMAC-SHA256 (hex) over the previous link and the canonical JSON of the row."""
    return hmac.new(key, previous.encode() + canonical(fields), hashlib.sha256).hexdigest()


def digest_of(rows: Iterable[list[object]]) -> str:
    """SHA-256 (hex) of a batch of looks, in their order."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update(canonical(row) + b"\n")
    return digest.hexdigest()


def looks_end_before(now: datetime) -> datetime:
    """Looks older than this moment are purged."""
    return now - LOOKS_KEPT
