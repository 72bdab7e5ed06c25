"""63-bit time-ordered integers made by the application, so that nodes and villages can merge.

Layout, high to low: 41 bits milliseconds since 2026-01-01, 10 bits process slot, 12 bits counter.
"""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

EPOCH_MS = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp() * 1000)
SLOTS = 1024
PER_MILLISECOND = 4096
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PUBLIC_LENGTH = 13


class IdGenerator:
    """Never repeats within a slot, also when the wall clock steps back."""

    def __init__(self, slot: int, milliseconds: Callable[[], int] | None = None) -> None:
        if not 0 <= slot < SLOTS:
            raise ValueError(f"slot {slot} is outside 0..{SLOTS - 1}")
        self._slot = slot
        self._milliseconds = milliseconds or (lambda: time.time_ns() // 1_000_000)
        self._last = -1
        self._counter = 0
        self._lock = threading.Lock()

    def next(self) -> int:
        with self._lock:
            tick = max(self._milliseconds() - EPOCH_MS, self._last, 0)
            if tick != self._last:
                self._last, self._counter = tick, 0
            else:
                self._counter += 1
                if self._counter == PER_MILLISECOND:
                    self._last, self._counter = tick + 1, 0
            return (self._last << 22) | (self._slot << 12) | self._counter


_generator: IdGenerator | None = None
_claim_slot: Callable[[], int] | None = None


def use_slot(claim: Callable[[], int]) -> None:
    """Register how this process claims its slot; it is claimed at the first id, not at import."""
    global _claim_slot, _generator
    _claim_slot, _generator = claim, None


def new_id() -> int:
    global _generator
    if _generator is None:
        if _claim_slot is None:
            raise RuntimeError("no process slot: core.apps registers one at start")
        _generator = IdGenerator(_claim_slot())
    return _generator.next()


def public_id(number: int) -> str:
    """How a row's id appears outside: 13 characters of Crockford base32."""
    digits = []
    for _ in range(PUBLIC_LENGTH):
        number, rest = divmod(number, 32)
        digits.append(ALPHABET[rest])
    return "".join(reversed(digits))


def parse_public_id(text: str) -> int:
    """Raises ValueError for anything that is not exactly one of our identifiers."""
    if len(text) != PUBLIC_LENGTH:
        raise ValueError("not a public id")
    number = 0
    for character in text.upper():
        number = number * 32 + ALPHABET.index(character)
    if number >= 1 << 63:
        raise ValueError("not a public id")
    return number


class PublicIdConverter:
    """URL converter: `<pid:person_id>` gives the integer key."""

    regex = "[0-9A-HJKMNP-TV-Z]{13}"

    def to_python(self, value: str) -> int:
        return parse_public_id(value)

    def to_url(self, value: int | str) -> str:
        return public_id(int(value))
