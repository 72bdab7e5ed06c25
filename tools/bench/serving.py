"""./run on desa contoh, as a village starts it: the measurements that need the real servers."""

import re
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.bench.visitor import Visitor, over_http
from tools.bench.workspace import Workspace
from tools.launch.environment import ROOT

LINK = re.compile(r"^(\w[^(]*) \([^)]*\): (http://\S+)$")
LAST_LINE = "Hentikan"
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Server:
    pid: int
    port: int
    links: dict[str, str]

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def visitor(self) -> Visitor:
        return Visitor(over_http(self.host), self.host)

    def signed_in(self, office: str) -> Visitor:
        """Through the link that ./run prints for this office."""
        browser = self.visitor()
        browser.post(self.links[office].removeprefix(f"http://{self.host}"), {})
        return browser


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(
    place: Workspace, program: Path = ROOT, more: Mapping[str, str] = NOTHING
) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The process of ./run and its port; ended afterwards."""
    port = free_port()
    environment = place.environment() | {"PIP_NO_CACHE_DIR": "1", **more}
    command = [str(program / "run"), "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process, port
        finally:
            process.terminate()
            assert process.stdout
            process.stdout.read()


@contextmanager
def serving(place: Workspace, more: Mapping[str, str] = NOTHING) -> Iterator[Server]:
    """A server that answers, with the links of the demo offices; `more` of its environment."""
    with started(place, more=more) as (process, port):
        assert process.stdout
        links = {}
        for line in process.stdout:
            if found := LINK.match(line.strip()):
                links[found[1]] = found[2]
            if line.startswith(LAST_LINE):
                break
        else:
            raise RuntimeError("./run ended before it was ready")
        yield Server(process.pid, port, links)
