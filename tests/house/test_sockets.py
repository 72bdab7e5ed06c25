"""Tests of a room reach nobody: neither the internet nor this machine's own servers."""

import socket
from pathlib import Path

import pytest
from pytest_socket import SocketBlockedError

from tests.house.tree import ROOT


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_guard_notices_a_test_that_opens_a_socket(family: socket.AddressFamily) -> None:
    with pytest.raises(SocketBlockedError):
        socket.socket(family, socket.SOCK_STREAM)


def test_database_servers_of_this_test_run_are_reached_by_file(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "s"))


def test_only_tests_that_need_a_browser_or_server_may_open_sockets() -> None:
    marked = "enable_socket"
    allowed = ("browser", "slow", "long", "socket_enabled")
    wrong = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "tests").rglob("test_*.py")
        if marked in (source := path.read_text(encoding="utf-8"))
        and path != Path(__file__)
        and not any(f"mark.{name}" in source for name in allowed)
    ]
    assert wrong == []
