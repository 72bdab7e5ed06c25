"""Counting attempts per client in process memory: a limit on guessing that no GET has to write down."""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

KEPT_CLIENTS = 10_000


class RateLimiter:
    """At most `attempts` per `seconds` for one client; memory is bounded by forgetting the longest idle."""

    def __init__(
        self, attempts: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.attempts, self.seconds, self._clock = attempts, seconds, clock
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def is_blocked(self, client: str) -> bool:
        """Asking leaves nothing behind."""
        with self._lock:
            moments = self._seen.get(_short(client), ())
            return sum(moment > self._oldest() for moment in moments) >= self.attempts

    def count(self, client: str) -> None:
        """Note one failed attempt."""
        with self._lock:
            moments = self._seen.setdefault(_short(client), deque(maxlen=self.attempts))
            moments.append(self._clock())
            self._seen.move_to_end(_short(client))
            while len(self._seen) > KEPT_CLIENTS:
                self._seen.popitem(last=False)

    def forget(self, client: str) -> None:
        with self._lock:
            self._seen.pop(_short(client), None)

    def clear(self) -> None:
        with self._lock:
            self._seen.clear()

    def _oldest(self) -> float:
        return self._clock() - self.seconds


def _short(client: str) -> str:
    """A key of fixed size for what a client may write as long as it likes."""
    return sha256(client.encode(errors="replace")).hexdigest()


def client_of(request: HttpRequest) -> str:
    """The address that spoke to this server, or to the one proxy that DESA_PROXY says stands before it.

    Only what that proxy itself added counts, the last entry; without it the header is anyone's claim.
    Of an IPv6 address the first 64 bits: one household has all the others.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY:
        address = request.headers.get("X-Forwarded-For", address).rsplit(",", 1)[-1].strip()
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and not (found.ipv4_mapped or found.is_loopback):
        return str(ip_network((found, 64), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)
