"""What ./manage makes in a folder that holds nothing yet, and what it refuses to make."""

import json
from pathlib import Path

import pytest

from desa.foundation.tenancy.models import UNNAMED_CODE
from tests.people.residents.books import CHILD, HEAD, book
from tests.tools.launching import Installation, free_port
from tools.launch.folders import UNNAMED
from tools.launch.manage import NEEDS_A_VILLAGE, check_village
from tools.launch.refusal import EXIT_REFUSED, Refusal

WRITES = {"import_residents", "migrate", "check"}


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return Installation(tmp_path)


@pytest.mark.parametrize("name", sorted(NEEDS_A_VILLAGE))
def test_reading_command_refuses_a_folder_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_village([name] if name else [], tmp_path / "data")
    assert f"Belum ada desa di folder {tmp_path / 'data'}; pakai --data" in refused.value.indonesian


@pytest.mark.parametrize("name", sorted(WRITES))
def test_command_that_brings_data_in_may_begin_a_folder(tmp_path: Path, name: str) -> None:
    check_village([name, "berkas.xlsx"], tmp_path / "data")


@pytest.mark.slow
def test_backup_of_nothing_is_refused_and_makes_nothing(installation: Installation) -> None:
    target = installation.folder / "a.desa"
    result = installation.call("manage", "backup", str(target))
    assert (result.returncode, result.stdout) == (EXIT_REFUSED, "")
    assert "Belum ada desa" in result.stderr
    assert (target.exists(), installation.data.exists()) == (False, False)
    assert not (installation.folder / "key").exists()


@pytest.mark.slow
def test_import_begins_an_empty_folder_and_answers_in_json_only(installation: Installation) -> None:
    workbook = installation.folder / "warga.xlsx"
    workbook.write_bytes(book(HEAD, CHILD))
    for options in (["--dry-run"], []):
        result = installation.call("manage", "import_residents", str(workbook), *options, "--json")
        assert result.returncode == 0, result.stderr
        assert json.loads(result.stdout)["counts"]["new"] == 2
    same = installation.call("manage", "import_residents", str(workbook), "--dry-run", "--json")
    assert json.loads(same.stdout)["counts"]["same"] == 2


@pytest.mark.slow
@pytest.mark.enable_socket
def test_folder_without_a_village_is_said_to_be_one(installation: Installation) -> None:
    assert installation.call("manage", "check").returncode == 0
    for command in ("backup", "verify_trail", "export_residents"):
        extra = [] if command == "verify_trail" else [str(installation.folder / "a")]
        result = installation.call("manage", command, *extra)
        assert (result.returncode, result.stdout) == (1, "")
        assert f"Belum ada desa di folder {installation.data}" in result.stderr
    refused = installation.call("run", "--port", str(free_port()))
    assert refused.returncode == EXIT_REFUSED
    assert "belum disiapkan" in refused.stderr
    assert f"./run --kosong --data {installation.data}" in refused.stderr


def test_launcher_and_village_agree_on_the_code_without_a_name() -> None:
    assert UNNAMED == UNNAMED_CODE
