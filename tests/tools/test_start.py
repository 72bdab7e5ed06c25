"""./run and ./manage as a person starts them: real processes, real database."""

import http.client
import json
import os
import signal
import socket
from contextlib import closing
from pathlib import Path

import pytest

from desa.foundation.core.folder import DEMO, DataFolder
from tests.tools.launching import Installation, free_port, processes_of
from tools.launch import run
from tools.launch.options import run_options
from tools.launch.refusal import EXIT_REFUSED
from tools.launch.run import address, other_port

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return Installation(tmp_path)


def _status(port: int) -> int:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", "/tidak-ada")
        return connection.getresponse().status


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_run_serves_and_leaves_nothing_running(installation: Installation, number: int) -> None:
    port = free_port()
    with installation.running("--port", str(port)) as running:
        lines = running.read_until("Ctrl+C")
        assert f"http://127.0.0.1:{port}/" in "".join(lines)
        assert _status(port) == 404
        assert running.stop(number) == 0
    assert processes_of(installation.data) == []
    assert DataFolder(installation.data).install()["mode"] == DEMO


def test_second_start_prepares_nothing_again(installation: Installation) -> None:
    """How fast that is, ./bench start_warm_s measures."""
    notes = []
    for _start in range(2):
        with installation.running("--kosong", "--port", str(free_port())) as running:
            running.read_until("siap")
        notes.append((installation.data / "prepared.json").stat().st_mtime_ns)
    assert notes[0] == notes[1]


def test_killed_web_ends_the_whole_start(installation: Installation) -> None:
    with installation.running("--kosong", "--port", str(free_port())) as running:
        running.read_until("siap")
        for pid in processes_of(installation.data):
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
            if b"granian" in command:
                os.kill(pid, signal.SIGKILL)
        assert running.process.wait(30) == 1
    assert processes_of(installation.data) == []


def test_port_taken_is_refused_and_names_another(installation: Installation) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = installation.call("run", "--port", str(port))
    assert result.returncode == EXIT_REFUSED
    assert f"--port {other_port(port)}" in result.stderr
    assert "tidak dapat dipakai" in result.stderr
    assert "cannot be used" in result.stderr
    assert not installation.data.exists()


def test_example_folder_is_no_real_village(installation: Installation) -> None:
    DataFolder(installation.data).create(DEMO)
    result = installation.call("run", "--kosong", "--port", str(free_port()))
    assert result.returncode == EXIT_REFUSED
    assert "desa contoh" in result.stderr
    assert "example village" in result.stderr


def test_folder_of_manage_is_no_example(installation: Installation) -> None:
    assert installation.call("manage", "check").returncode == 0
    result = installation.call("run", "--port", str(free_port()))
    assert result.returncode == EXIT_REFUSED
    assert "./run --kosong" in result.stderr


def test_manage_sets_up_a_fresh_folder_and_answers_on_stdout_only(
    installation: Installation,
) -> None:
    fresh = installation.call("manage", "showmigrations", "--plan")
    assert fresh.returncode == 0
    assert all(line.startswith("[X]") for line in fresh.stdout.splitlines())
    assert "Menyesuaikan" in fresh.stderr
    again = installation.call("manage", "showmigrations", "--plan")
    assert again.stdout == fresh.stdout
    assert again.stderr == ""
    assert installation.data.stat().st_mode & 0o777 == 0o700
    assert (installation.data / "desa.db").stat().st_mode & 0o077 == 0


def test_manage_works_beside_a_running_village(installation: Installation) -> None:
    with installation.running("--kosong", "--port", str(free_port())) as running:
        running.read_until("siap")
        assert installation.call("manage", "check").returncode == 0


def test_second_run_on_the_same_folder_is_refused(installation: Installation) -> None:
    with installation.running("--kosong", "--port", str(free_port())) as running:
        running.read_until("siap")
        second = installation.call("run", "--kosong", "--port", str(free_port()))
    assert second.returncode == EXIT_REFUSED
    assert "sedang dipakai" in second.stderr


def test_wrong_key_changes_nothing(installation: Installation) -> None:
    installation.call("manage", "check")
    before = (installation.data / "desa.db").read_bytes()
    (installation.folder / "key").write_text("00" * 32, encoding="ascii")
    (installation.data / "prepared.json").unlink()
    result = installation.call("manage", "check")
    assert result.returncode == EXIT_REFUSED
    assert "DESA_KEY" in result.stderr
    assert (installation.data / "desa.db").read_bytes() == before


def test_open_host_without_https_is_refused(installation: Installation) -> None:
    result = installation.call("run", "--host", "0.0.0.0")
    assert result.returncode == EXIT_REFUSED
    assert "--di-belakang-proxy" in result.stderr


def test_prepared_parts_are_noted(installation: Installation) -> None:
    installation.call("manage", "check")
    noted = json.loads((installation.data / "prepared.json").read_text(encoding="utf-8"))
    assert {"database", "static"} <= noted.keys()
    assert (installation.data / "static" / "staticfiles.json").exists()


@pytest.mark.parametrize(
    ("host", "shown"),
    [("127.0.0.1", "http://127.0.0.1:8000/"), ("0.0.0.0", "http://127.0.0.1:8000/")],
)
def test_address_can_be_opened_as_printed(host: str, shown: str) -> None:
    assert address(run_options(["--host", host])) == shown


def test_address_of_ipv6_has_brackets() -> None:
    assert address(run_options(["--host", "::1"])) == "http://[::1]:8000/"


@pytest.mark.parametrize("given", [None, "https://contoh.desa.id"])
def test_papers_of_the_example_carry_the_address_that_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str | None
) -> None:
    seen = []
    monkeypatch.setenv("DESA_DEMO_ADDRESS", given or "")
    if given is None:
        monkeypatch.delenv("DESA_DEMO_ADDRESS")
    noted = "DESA_DEMO_ADDRESS"
    folder = DataFolder(tmp_path)
    monkeypatch.setattr(run, "prepare_folder", lambda data, mode: folder)
    monkeypatch.setattr(run, "show_first_codes", lambda folder, environ: None)
    monkeypatch.setattr(run, "check_port", lambda host, port: None)
    monkeypatch.setattr(run, "prepare", lambda data, locked: seen.append(os.environ[noted]))
    monkeypatch.setattr(run, "serve", lambda options, data: 0)
    assert run.start(run_options(["--port", "8793", "--data", str(tmp_path)])) == 0
    assert seen == [given or "http://127.0.0.1:8793"]
