"""Counting attempts per client in process memory: a limit on guessing that no GET has to write down."""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

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
        with self._lock:
            return len(self._recent(client)) >= self.attempts

    def count(self, client: str) -> None:
        """Note one failed attempt."""
        with self._lock:
            self._recent(client).append(self._clock())
            while len(self._seen) > KEPT_CLIENTS:
                self._seen.popitem(last=False)

    def forget(self, client: str) -> None:
        with self._lock:
            self._seen.pop(client, None)

    def clear(self) -> None:
        with self._lock:
            self._seen.clear()

    def _recent(self, client: str) -> deque[float]:
        moments = self._seen.setdefault(client, deque())
        self._seen.move_to_end(client)
        oldest = self._clock() - self.seconds
        while moments and moments[0] <= oldest:
            moments.popleft()
        return moments


def client_of(request: HttpRequest) -> str:
    """The address that spoke to this server; a proxy's header is not trusted to tell another."""
    return str(request.META.get("REMOTE_ADDR", ""))
