from pathlib import Path

import pytest

from tools.launch.environment import ROOT
from tools.launch.options import (
    check_host,
    data_path,
    is_loopback,
    run_options,
    split_data_option,
)
from tools.launch.refusal import Refusal


def test_run_without_words_is_the_example_on_loopback() -> None:
    options = run_options([])
    assert (options.port, options.host, options.data, options.real) == (
        8000,
        "127.0.0.1",
        None,
        False,
    )


@pytest.mark.parametrize("port", ["0", "65536", "-1", "web"])
def test_impossible_port_is_refused(port: str) -> None:
    with pytest.raises(SystemExit):
        run_options(["--port", port])


def test_option_beats_variable_beats_default() -> None:
    variable = {"DESA_DATA": "/srv/desa"}
    assert data_path("/srv/lain", variable) == Path("/srv/lain")
    assert data_path(None, variable) == Path("/srv/desa")
    assert data_path(None, {}) == ROOT / "data"


def test_relative_folder_is_the_callers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_path("desa", {}) == tmp_path / "desa"


@pytest.mark.parametrize(
    ("given", "option", "command"),
    [
        (["--data", "/srv", "check"], "/srv", ["check"]),
        (["--data=/srv", "check"], "/srv", ["check"]),
        (["verify_trail", "--data", "/srv"], "/srv", ["verify_trail"]),
        (["backup", "--data=/srv", "a.desa", "--json"], "/srv", ["backup", "a.desa", "--json"]),
        (["dumpdata", "--database=default"], None, ["dumpdata", "--database=default"]),
        ([], None, []),
    ],
)
def test_data_option_is_ours_wherever_it_stands(
    given: list[str], option: str | None, command: list[str]
) -> None:
    assert split_data_option(given) == (option, command)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost"])
def test_loopback_needs_no_https(host: str) -> None:
    assert is_loopback(host)
    check_host(run_options(["--host", host]), {})


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "desa.id"])
def test_open_network_without_https_is_refused(host: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_host(run_options(["--host", host]), {"DESA_HTTPS": "false"})
    assert "--di-belakang-proxy" in refused.value.indonesian
    assert "DESA_HTTPS=true" in refused.value.english


def test_open_network_behind_https_is_allowed() -> None:
    check_host(run_options(["--host", "0.0.0.0"]), {"DESA_HTTPS": "true"})
    check_host(run_options(["--host", "0.0.0.0", "--di-belakang-proxy"]), {})
