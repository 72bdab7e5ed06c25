"""The downloaded probe, run for real: against the door of the server, sockets, files and cut networks."""

import ast
import json
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from desa.infrastructure.connectivity.engine import probe as agent
from desa.infrastructure.connectivity.engine.probe import Agent, Store, check, checksum, sign
from desa.infrastructure.connectivity.rules.posts import is_signed, read_post, seal

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]
TOKEN = "0000000000001.kunci-rahasia"


class Door(BaseHTTPRequestHandler):
    """Stands for the server: signs its answers, or does what the test wants instead."""

    posts: list[bytes] = []
    status, forged = 200, False
    targets: list[dict[str, str]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Door.posts.append(body)
        lines = json.loads(body)["lines"]
        last = max((line["seq"] for line in lines), default=0)
        answer = {"acknowledged": last, "last_number": 5, "offset": 7, "targets": Door.targets}
        text = json.dumps(answer).encode()
        secret = "penipu" if Door.forged else "kunci-rahasia"
        self.send_response(Door.status)
        self.send_header("X-Tanda", sign(secret, self.headers["X-Tanda"].encode(), text))
        self.end_headers()
        self.wfile.write(text if Door.status == 200 else b"rusak")

    def do_GET(self) -> None:
        self.send_error(500)

    def log_message(self, *words: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    Door.posts, Door.status, Door.forged, Door.targets = [], 200, False, []
    with HTTPServer(("127.0.0.1", 0), Door) as house:
        thread = threading.Thread(target=house.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{house.server_port}"
        house.shutdown()
        thread.join()


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as line:
        return int(line.getsockname()[1])


def _agent(server: str, folder: Path) -> Agent:
    return Agent(server, TOKEN, Store(folder))


def test_probe_learns_its_points_and_sends_their_minutes(server: str, tmp_path: Path) -> None:
    Door.targets = [{"point": "A", "address": server}]
    found = _agent(server, tmp_path)
    assert found.drain() == ""
    found.measure()
    assert found.drain() == ""
    line = json.loads(Door.posts[-1])["lines"][0]
    assert line["rows"][0][:2] == ["A", 1]
    assert found.store.lines == []


def test_post_of_the_probe_is_read_by_the_server_as_its_own(server: str, tmp_path: Path) -> None:
    Door.targets = [{"point": "A", "address": server}]
    found = _agent(server, tmp_path)
    found.drain()
    found.measure()
    found.drain()
    body = Door.posts[-1]
    assert is_signed("kunci-rahasia", body, sign("kunci-rahasia", body))
    now = int(time.time())
    [reading] = read_post(body, now, after=0).readings
    assert (reading.point, reading.up, now // 60 - reading.minute in {0, 1}) == ("A", True, True)


def test_both_sides_sign_alike() -> None:
    assert sign("a", b"1", b"2") == seal("a", b"1", b"2")


def test_what_cannot_be_sent_is_kept_over_a_restart_and_sent_later(
    server: str, closed_port: int, tmp_path: Path
) -> None:
    cut = _agent(f"http://127.0.0.1:{closed_port}", tmp_path)
    cut.store.state["targets"] = [{"point": "A", "address": server}]
    for _ in range(3):
        cut.measure()
        assert cut.drain() != ""
    again = _agent(server, tmp_path)
    assert len(again.store.lines) == 3
    assert again.drain() == ""
    assert len(json.loads(Door.posts[-1])["lines"]) == 3
    assert _agent(server, tmp_path).store.lines == []


@pytest.mark.parametrize("fault", ["forged", "refused"])
def test_only_a_signed_answer_makes_it_forget(server: str, tmp_path: Path, fault: str) -> None:
    Door.forged, Door.status = fault == "forged", 500 if fault == "refused" else 200
    found = _agent(server, tmp_path)
    found.store.state["targets"] = [{"point": "A", "address": server}]
    found.measure()
    assert found.drain() != ""
    assert len(found.store.lines) == 1
    assert found.store.state["targets"] == [{"point": "A", "address": server}]


def test_long_backlog_goes_in_several_posts_oldest_first(server: str, tmp_path: Path) -> None:
    found = _agent(server, tmp_path)
    for _ in range(agent.LONGEST_POST + 5):
        found.store.lines.append({"seq": found.store.next_number(), "rows": []})
    assert found.drain() == ""
    sizes = [len(json.loads(body)["lines"]) for body in Door.posts]
    assert sizes == [agent.LONGEST_POST, 5]


def test_line_torn_by_a_power_cut_is_left_out_and_swallows_no_other(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep({"seq": 1, "rows": []})
    with store.lines_file.open("a") as file:
        file.write('{"seq":2,"ro')
    torn = Store(tmp_path)
    torn.keep({"seq": 3, "rows": []})
    assert [line["seq"] for line in Store(tmp_path).lines] == [1, 3]


def test_torn_state_file_is_not_the_end(tmp_path: Path) -> None:
    (tmp_path / "keadaan.json").write_text('{"seq": 4')
    assert Store(tmp_path).state["targets"] == []


def test_numbers_grow_also_when_the_folder_was_lost(tmp_path: Path) -> None:
    first = Store(tmp_path / "a")
    numbers = [first.next_number() for _ in range(50)]
    assert numbers == sorted(set(numbers))
    assert Store(tmp_path / "b").next_number() >= numbers[0]


def test_disk_is_not_filled_and_what_is_dropped_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agent, "MOST_KEPT", 3)
    store = Store(tmp_path)
    for number in range(1, 6):
        store.keep({"seq": number, "rows": []})
    assert [line["seq"] for line in Store(tmp_path).lines] == [3, 4, 5]
    assert store.state["dropped"] == 2


def test_point_is_on_when_it_answers_in_any_way(server: str, closed_port: int) -> None:
    assert check(server, icmp=False) is not None
    assert check(server.removeprefix("http://"), icmp=False) is not None
    refusal_is_an_answer = check(f"127.0.0.1:{closed_port}", icmp=False)
    assert refusal_is_an_answer is not None


@pytest.mark.parametrize("address", ["192.0.2.1:9", "[", "tidak.ada.invalid:80", "host:abc", ""])
def test_point_that_cannot_be_reached_is_off(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*where: object) -> None:
        raise OSError("tidak terjangkau")

    monkeypatch.setattr("socket.create_connection", refuse)
    assert check(address, icmp=False) is None


def test_where_icmp_is_forbidden_it_connects_instead(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def forbidden(*kind: object) -> None:
        raise PermissionError

    monkeypatch.setattr("socket.socket", forbidden)
    assert not agent.icmp_allowed()
    assert not _agent("http://127.0.0.1:1", tmp_path).icmp


def test_checksum_of_a_packet_with_its_checksum_is_zero() -> None:
    packet = bytes([8, 0, 0, 0, 0, 0, 18, 52]) + b"abcdefgh"
    whole = packet[:2] + checksum(packet).to_bytes(2, "big") + packet[4:]
    assert checksum(whole) == 0


def test_one_file_reads_as_python_39_and_imports_nothing_of_ours() -> None:
    source = Path(agent.__file__).read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 9))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not [name for name in modules if name and name.startswith(("desa", "django"))]


def test_rounds_measure_send_and_tell(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    agent.run(_agent(server, tmp_path), every=0, rounds=2)
    assert capsys.readouterr().err.count("0 titik diperiksa dan terkirim") == 2


def test_unreadable_token_ends_with_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["pemantau.py", "--server", "http://x", "--token-file", str(tmp_path / "tidak-ada")]
    monkeypatch.setattr("sys.argv", given)
    with pytest.raises(SystemExit):
        agent.main()
    assert "token tidak terbaca" in capsys.readouterr().err
