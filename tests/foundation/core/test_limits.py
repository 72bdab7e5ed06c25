"""Guessing is limited per client, and remembering who guessed costs little."""

from itertools import count
from typing import Any

import pytest
from django.test import RequestFactory

from desa.foundation.core.limits import KEPT_CLIENTS, RateLimiter, client_of


def _limiter(times: list[float]) -> RateLimiter:
    return RateLimiter(attempts=3, seconds=60, clock=lambda: times[-1])


def test_third_wrong_attempt_blocks_for_a_minute() -> None:
    times = [0.0]
    limiter = _limiter(times)
    for moment in (0.0, 10.0, 20.0):
        assert not limiter.is_blocked("a")
        times.append(moment)
        limiter.count("a")
    assert limiter.is_blocked("a")
    assert not limiter.is_blocked("b")
    times.append(60.0)
    assert not limiter.is_blocked("a")


def test_forgotten_client_may_try_again() -> None:
    limiter = _limiter([0.0])
    for _attempt in range(3):
        limiter.count("a")
    limiter.forget("a")
    assert not limiter.is_blocked("a")


def test_asking_with_ever_new_names_fills_no_memory() -> None:
    limiter = _limiter([0.0])
    for number in range(50):
        limiter.is_blocked(f"name:{number}")
    assert len(limiter._seen) == 0


def test_long_name_is_remembered_short() -> None:
    limiter = _limiter([0.0])
    for _attempt in range(3):
        limiter.count("x" * 100_000)
    assert limiter.is_blocked("x" * 100_000)
    assert all(len(key) <= 64 for key in limiter._seen)


def test_name_that_no_encoding_holds_is_counted() -> None:
    limiter = _limiter([0.0])
    limiter.count("\ud800")
    assert not limiter.is_blocked("\ud800")


def test_longest_idle_clients_are_forgotten_first() -> None:
    moments = count()
    limiter = RateLimiter(attempts=1, seconds=1e9, clock=lambda: float(next(moments)))
    for number in range(KEPT_CLIENTS + 1):
        limiter.count(str(number))
    assert not limiter.is_blocked("0")
    assert limiter.is_blocked("1")


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("::1", "::1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::9", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_client_is_the_address_or_the_household(
    rf: RequestFactory, address: str, client: str
) -> None:
    assert client_of(rf.get("/", REMOTE_ADDR=address)) == client


def test_client_cannot_name_itself(rf: RequestFactory) -> None:
    assert client_of(rf.get("/", headers={"X-Forwarded-For": "198.51.100.1"})) == "127.0.0.1"


@pytest.mark.parametrize(
    ("forwarded", "client"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("198.51.100.1, 203.0.113.9", "203.0.113.9"),  # the first is what the visitor claims
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
    ],
)
def test_behind_a_proxy_its_own_entry_counts(
    rf: RequestFactory, settings: Any, forwarded: str, client: str
) -> None:
    settings.BEHIND_PROXY = True
    assert client_of(rf.get("/", headers={"X-Forwarded-For": forwarded})) == client
    assert client_of(rf.get("/")) == "127.0.0.1"
