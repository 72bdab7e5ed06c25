"""From a fresh folder to a restored one through ./manage, as a village does it."""

import re
import subprocess
from pathlib import Path

import pytest

from desa.foundation.core.folder import DEMO, REAL, DataFolder
from desa.foundation.core.keys import new_key, write_key
from tests.people.residents.books import HEAD, book
from tests.tools.launching import Installation
from tools.launch.codes import show_first_codes

pytestmark = pytest.mark.slow
CODE = re.compile(r"^  (kades|sekdes) +(\S+)$", re.MULTILINE)


def call(
    installation: Installation, name: str, *arguments: str, code: str
) -> "subprocess.CompletedProcess[str]":
    command = installation.command("manage", name, *arguments, "--code-stdin")
    environment = installation.environment
    return subprocess.run(
        command, env=environment, input=f"{code}\n", capture_output=True, text=True, check=False
    )


def test_fresh_folder_shows_codes_that_open_it_on_another_machine(tmp_path: Path) -> None:
    here, there = Installation(tmp_path / "sini"), Installation(tmp_path / "sana")
    (tmp_path / "warga.xlsx").write_bytes(book(HEAD))
    fresh = here.call("manage", "import_residents", str(tmp_path / "warga.xlsx"))
    codes = dict(CODE.findall(fresh.stderr))
    assert set(codes) == {"kades", "sekdes"}
    assert not CODE.search(here.call("manage", "check").stderr)
    assert call(here, "check_recovery", code=codes["kades"]).returncode == 0

    backup = str(tmp_path / "a.desa")
    made = here.call("manage", "backup", backup)
    assert (made.returncode, made.stdout) == (0, f"{backup}\n")
    assert f"1 warga, dari folder {here.data}" in made.stderr
    wrong = call(there, "restore", backup, code="0" * 32)
    assert (wrong.returncode, there.data.exists()) == (1, False)
    assert call(there, "restore", backup, code=codes["sekdes"]).returncode == 0
    assert there.call("manage", "verify_trail").returncode == 0

    (there.folder / "key").unlink()
    lost = there.call("manage", "check")
    assert lost.returncode != 0
    assert "recover_key" in lost.stderr
    assert call(there, "recover_key", code=codes["kades"]).returncode == 0
    assert (there.folder / "key").read_text() == (here.folder / "key").read_text()
    assert there.call("manage", "check").returncode == 0


def test_codes_of_the_example_need_no_paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for mode in (DEMO, REAL):
        folder = DataFolder(tmp_path / mode)
        folder.create(mode)
        key_file = tmp_path / f"{mode}.key"
        write_key(key_file, new_key())
        show_first_codes(folder, {"DESA_KEY": str(key_file)})
        told = capsys.readouterr().err
        assert len(CODE.findall(told)) == 2
        assert ("tidak perlu disimpan" in told, "Tulis di kertas" in told) == (
            mode == DEMO,
            mode == REAL,
        )
