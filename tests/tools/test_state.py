from pathlib import Path

import pytest

from tools.launch.refusal import Refusal
from tools.launch.state import (
    State,
    content_hash,
    database_fingerprint,
    only_one,
    static_fingerprint,
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("desa/w/r/migrations/0001_initial.py", "desa/w/r/static/r/ui.css"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("satu", encoding="utf-8")
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements/app.txt").write_text("Django==5.2\n", encoding="utf-8")
    (tmp_path / "data").mkdir()
    return tmp_path


def _database(project: Path, **environ: str) -> str:
    return database_fingerprint(project / "data", environ, project)


def test_notes_add_up_and_survive(tmp_path: Path) -> None:
    assert State(tmp_path).read() == {}
    State(tmp_path).note(static="a")
    State(tmp_path).note(database="b")
    assert State(tmp_path).read() == {"static": "a", "database": "b"}


def test_damaged_notes_mean_prepare_again(tmp_path: Path) -> None:
    (tmp_path / "prepared.json").write_text("{", encoding="utf-8")
    assert State(tmp_path).read() == {}


def test_unchanged_sources_keep_their_fingerprint(project: Path) -> None:
    assert _database(project) == _database(project)
    assert static_fingerprint({}, project) == static_fingerprint({}, project)


def test_changed_migration_asks_for_the_database(project: Path) -> None:
    before = _database(project)
    (project / "desa/w/r/migrations/0002_more.py").write_text("dua", encoding="utf-8")
    assert _database(project) != before


def test_other_database_file_or_server_asks_again(project: Path) -> None:
    before = _database(project)
    (project / "data/desa.db").touch()
    with_file = _database(project)
    on_server = _database(project, DESA_DATABASE_URL="postgresql://desa@/desa")
    assert len({before, with_file, on_server}) == 3


def test_new_library_asks_for_both(project: Path) -> None:
    before = (_database(project), static_fingerprint({}, project))
    (project / "requirements/app.txt").write_text("Django==6\n", encoding="utf-8")
    after = (_database(project), static_fingerprint({}, project))
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_changed_style_or_debug_asks_for_static_files(project: Path) -> None:
    before = static_fingerprint({}, project)
    assert static_fingerprint({"DESA_DEBUG": "true"}, project) != before
    (project / "desa/w/r/static/r/ui.css").write_text("dua", encoding="utf-8")
    assert static_fingerprint({}, project) != before


def test_moving_bytes_between_files_changes_the_hash(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_text("xy")
    b.write_text("")
    before = content_hash([a, b], root=tmp_path)
    a.write_text("x")
    b.write_text("y")
    assert content_hash([b, a], root=tmp_path) != before


def test_second_start_on_the_same_folder_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    with only_one(tmp_path), pytest.raises(Refusal, match=r"Ctrl\+C"), only_one(tmp_path):
        pass
    with only_one(tmp_path):
        assert (tmp_path / "run.lock").exists()
