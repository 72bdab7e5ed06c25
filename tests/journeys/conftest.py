from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from tests.journeys.server import Server


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server on an empty folder of its own, for the tests of one file."""
    made = Server(Path(mkdtemp(prefix="desa-journey-")))
    yield made
    made.remove()


@pytest.fixture(scope="module")
def founded(server: Server) -> dict[str, Any]:
    """The village with its three officials: {"village": id, "links": {...}, "codes": {...}}."""
    return server.prepare()


@pytest.fixture(scope="module")
def running(server: Server, founded: dict[str, Any]) -> Server:
    """Web and worker, as ./run starts them."""
    server.start()
    return server
