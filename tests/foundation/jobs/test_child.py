"""The child process itself, with small programs in place of manage.py."""

from pathlib import Path

import pytest

from desa.foundation.jobs.engine import child
from desa.foundation.jobs.engine.child import run_child
from desa.foundation.jobs.exceptions import ChildFailed, WorkInterrupted

CONFINE = "from desa.foundation.jobs.engine.child import confine; confine({})\n"


def _run(folder: Path, program: str, *, stopping: bool = False, wall_seconds: float = 20) -> None:
    manage = folder / "program.py"
    root = Path(__file__).resolve().parents[3]
    manage.write_text(f"import sys; sys.path.insert(0, {str(root)!r})\n{program}", encoding="utf-8")
    run_child(manage, 7, lambda: stopping, wall_seconds)


def test_child_is_told_its_job(tmp_path: Path) -> None:
    _run(tmp_path, "assert sys.argv[1:3] == ['run_job', '7']")


def test_last_line_of_a_failed_child_is_its_reason(tmp_path: Path) -> None:
    with pytest.raises(ChildFailed, match=r"^KeyError: b$"):
        _run(tmp_path, "print('a'); print('KeyError: b'); sys.exit(3)")


def test_child_that_breaks_before_it_can_say_why_tells_its_exit_code(tmp_path: Path) -> None:
    with pytest.raises(ChildFailed, match=r"^exit 9$"):
        _run(tmp_path, "print('Siti'); sys.exit(9)")


def test_child_that_says_much_is_not_blocked(tmp_path: Path) -> None:
    _run(tmp_path, "print('x' * 1_000_000)")


@pytest.mark.slow
def test_child_that_computes_too_long_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(ChildFailed, match="SIGXCPU"):
        _run(tmp_path, CONFINE.format("cpu_seconds=1") + "while True: pass")


def test_child_that_takes_too_much_memory_fails(tmp_path: Path) -> None:
    program = CONFINE.format("memory_bytes=300 * 1024 * 1024")
    with pytest.raises(ChildFailed, match="exit 1"):
        _run(tmp_path, f"{program}sys.stderr = open('/dev/null', 'w'); bytearray(400 * 1024**2)")


def test_child_that_hangs_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(ChildFailed, match="longer than"):
        _run(tmp_path, "import time; time.sleep(60)", wall_seconds=0.3)


def test_child_is_given_a_moment_when_the_worker_stops(tmp_path: Path) -> None:
    _run(tmp_path, "import time; time.sleep(0.3)", stopping=True)


def test_child_that_needs_longer_than_that_is_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "GRACE_SECONDS", 0.2)
    with pytest.raises(WorkInterrupted):
        _run(tmp_path, "import time; time.sleep(60)", stopping=True)


def test_child_whose_worker_is_gone_does_not_start() -> None:
    with pytest.raises(WorkInterrupted):
        child.die_with(1 << 30)
