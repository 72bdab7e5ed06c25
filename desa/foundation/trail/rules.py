"""The chain itself: what one link authenticates. Pure; the key comes from outside the database."""

import hashlib
import hmac
import json
from collections.abc import Mapping

GENESIS = "0" * 64


def link(key: bytes, previous: str, fields: Mapping[str, object]) -> str:
    """HMAC-SHA256 (hex) over the previous link and the canonical JSON of the row."""
    body = json.dumps(
        fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str
    )
    return hmac.new(key, previous.encode() + body.encode(), hashlib.sha256).hexdigest()
