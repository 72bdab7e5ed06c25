"""What a probe posts: is it its own, what does it say, and at which minute was that really?"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from desa.infrastructure.connectivity.exceptions import PostRefused

MOST_BYTES = 1_000_000
MOST_LINES = 240
MOST_ROWS = 50_000
CLOCK_TOLERANCE = 90
"""Seconds a probe's clock may be off before the office is told."""
OLDEST = 75 * 24 * 3600
SLOWEST_MS = 60_000


@dataclass(frozen=True)
class Reading:
    """`minute`: whole minutes since 1970, UTC. `took`: milliseconds, None when nothing answered."""

    point: str
    minute: int
    up: bool
    took: int | None


@dataclass(frozen=True)
class Post:
    """`offset`: seconds by which the server's clock is ahead of the probe's. `undated`: minutes left out."""

    number: int
    last_line: int
    readings: tuple[Reading, ...]
    offset: int
    way: str
    dropped: int
    undated: int

    @property
    def clock_is_wrong(self) -> bool:
        return abs(self.offset) > CLOCK_TOLERANCE


def seal(secret: str, *parts: bytes) -> str:
    """As the probe signs, and as it wants its answers signed."""
    return hmac.new(secret.encode(), b"\n".join(parts), hashlib.sha256).hexdigest()


def is_signed(secret: str, body: bytes, signature: str) -> bool:
    return hmac.compare_digest(seal(secret, body).encode(), signature.encode(errors="replace"))


def read_post(body: bytes, now: int, after: int) -> Post:
    """Of a signed body, at `now` (seconds): the lines numbered after `after`. Raises PostRefused."""
    if len(body) > MOST_BYTES:
        raise PostRefused(_("Kiriman terlalu besar."))
    try:
        data = json.loads(body)
        return _post(data, now, after)
    except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError):
        raise PostRefused(_("Isi kiriman tidak terbaca. Unduh pemantau yang baru.")) from None


def _post(data: Any, now: int, after: int) -> Post:
    lines = [line for line in data["lines"] if int(line["seq"]) > after]
    if len(lines) > MOST_LINES or sum(len(line["rows"]) for line in lines) > MOST_ROWS:
        raise PostRefused(_("Kiriman terlalu panjang."))
    found: dict[tuple[str, int], Reading] = {}
    undated = 0
    for line in lines:
        moment = _moment(line, data, now)
        if moment is None:
            undated += 1
            continue
        for point, up, took in line["rows"]:
            _merge(found, Reading(str(point)[:20], moment // 60, bool(up), _took(took)))
    return Post(
        number=_number(data["number"]),
        last_line=max((_number(line["seq"]) for line in lines), default=after),
        readings=tuple(found.values()),
        offset=_whole(now - float(data["t"])),
        way=str(data.get("way", ""))[:10],
        dropped=_number(data.get("dropped", 0)),
        undated=undated,
    )


def _moment(line: Any, data: Any, now: int) -> int | None:
    """When it was measured: in the same run by the steady clock, else by what the probe had learned.

    None when that is in the future or months ago: a clock that nobody has set.
    """
    if line["run"] == data["run"]:
        moment = now - (float(data["mono"]) - float(line["mono"]))
    else:
        moment = float(line["t"]) + float(line.get("offset") or 0)
    return int(moment) if now - OLDEST <= moment <= now + CLOCK_TOLERANCE else None


def _merge(found: dict[tuple[str, int], Reading], reading: Reading) -> None:
    """Two rounds in one minute are one reading: it answered if it answered once."""
    key = (reading.point, reading.minute)
    if key not in found or (reading.up and not found[key].up):
        found[key] = reading


def _took(value: Any) -> int | None:
    return None if value is None else max(0, min(SLOWEST_MS, int(value)))


def _number(value: Any) -> int:
    """Fits its column. Raises ValueError."""
    number = int(value)
    if not 0 <= number < 2**62:
        raise ValueError("number")
    return number


def _whole(value: float) -> int:
    """Seconds, kept within what its column holds; NaN raises ValueError."""
    return max(1 - 2**31, min(2**31 - 1, int(value)))
