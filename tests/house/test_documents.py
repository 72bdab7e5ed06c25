"""The papers tell the truth about what can be tried: links, files, commands, rooms, terms."""

import hashlib
import re
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from desa.foundation.accounts.enums import Office
from desa.foundation.safekeeping.engine import terminal
from tests.house import documents
from tests.house.source import machine_paths
from tests.house.tree import ROOT, files, rooms, short, text
from tools.bench import main as bench
from tools.checks import main as checks
from tools.launch.options import run_options

# The text that the FSF publishes; not a letter may differ.
AGPL_3 = "0d96a4ff68ad6d4b6f1f30f713b18d5184912ba8dd389f86aa7710db079abcb0"
LARGEST_PICTURE = 60_000
PAPERS = [*sorted(ROOT.glob("*.md")), *files("*.md", "docs")]
ADRS = sorted((ROOT / "docs/adr").glob("*.md"))
OPTION = re.compile(r"--[a-z][a-z-]*")


def _help_of(parse: Callable[[list[str]], object], capsys: pytest.CaptureFixture[str]) -> set[str]:
    with pytest.raises(SystemExit):
        parse(["--help"])
    return set(OPTION.findall(capsys.readouterr().out))


def _of_manage(name: str, capsys: pytest.CaptureFixture[str]) -> Collection[str] | None:
    if name in terminal.COMMANDS:
        return _help_of(lambda words: terminal._options(name, words), capsys)
    if name not in get_commands():
        return None
    command = load_command_class(get_commands()[name], name)
    return set(OPTION.findall(command.create_parser("./manage", name).format_help()))


@pytest.fixture
def options(capsys: pytest.CaptureFixture[str]) -> documents.Options:
    parsers: dict[str, Callable[[list[str]], object]] = {
        "./run": run_options,
        "./test": checks.parse,
        "./bench": bench.parse,
    }

    @cache
    def ask(program: str, command: str) -> Collection[str] | None:
        if program != "./manage":
            return _help_of(parsers[program], capsys)
        return _of_manage(command, capsys) if command not in {"", "COMMAND"} else ()

    return ask


@pytest.mark.parametrize("path", PAPERS, ids=short)
def test_links_lead_somewhere(path: Path) -> None:
    assert documents.dead_links(path, text(path)) == []


@pytest.mark.parametrize("path", PAPERS, ids=short)
def test_named_files_exist(path: Path) -> None:
    assert documents.dead_places(ROOT, text(path)) == []


@pytest.mark.parametrize("path", PAPERS, ids=short)
def test_commands_and_their_options_exist(path: Path, options: documents.Options) -> None:
    assert documents.wrong_commands(text(path), options) == []


@pytest.mark.parametrize("path", PAPERS, ids=short)
def test_variables_are_read_by_the_program(path: Path) -> None:
    known = "".join(text(each) for each in files("*.py", "config", "tools", "desa"))
    assert documents.unknown_variables(text(path), known) == set()


def test_papers_name_no_place_of_a_machine() -> None:
    loose = [ROOT / name for name in ("run", "test", "bench", "manage", ".gitignore")]
    places = [*PAPERS, *loose, ROOT / "pyproject.toml", *files("*", "requirements")]
    assert [short(path) for path in places if machine_paths(text(path))] == []


def test_licence_is_the_official_text() -> None:
    assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == AGPL_3


def test_pictures_are_small_and_shown() -> None:
    pictures = sorted((ROOT / "docs/gambar").iterdir())
    assert len(pictures) == 3
    assert [short(each) for each in pictures if each.stat().st_size > LARGEST_PICTURE] == []
    assert [each.name for each in pictures if each.name not in text(ROOT / "README.md")] == []


def test_architecture_tells_of_every_room_and_of_no_other() -> None:
    told = set(
        re.findall(r"^\| `(desa/\w+/\w+)` \|", text(ROOT / "docs/architecture.md"), re.MULTILINE)
    )
    assert told == {f"desa/{wing}/{room}" for room, wing in rooms().items()}


@pytest.mark.parametrize("path", ADRS, ids=lambda path: path.stem[:4])
def test_adr_has_its_parts(path: Path) -> None:
    assert documents.adr_faults(path.name, text(path)) == []


def test_adrs_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in ADRS] == list(range(1, len(ADRS) + 1))


def test_glossary_explains_every_office_and_nothing_that_is_not_used() -> None:
    told = documents.terms(text(ROOT / "docs/glossary.md"))
    assert {str(office) for office in Office} <= told
    sources = [*files("*", "desa", "config", "tools")]
    kinds = {".py", ".toml", ".csv", ".typ", ".html"}
    used = set(
        re.findall(r"[a-z_]+", "".join(_words(each) for each in sources if each.suffix in kinds))
    )
    assert told - used == set()


def _words(path: Path) -> str:
    return f"{path.name} {text(path)}".lower()


def test_guard_notices_a_dead_link(tmp_path: Path) -> None:
    paper = tmp_path / "a.md"
    paper.write_text("# Cara mulai\n")
    good = "[x](a.md) [y](#cara-mulai) [z](a.md#cara-mulai) [w](https://desa.test/none)"
    assert documents.dead_links(paper, f"# Cara mulai\n{good}") == []
    wrong = documents.dead_links(paper, "![x](none.png) [y](a.md#other) [z](#other)")
    assert wrong == ["none.png", "a.md#other", "#other"]


def test_guard_notices_a_file_that_is_not_there() -> None:
    named = "`desa/foundation/core/ids.py` `desa/<wing>/<room>/apps.py` `desa/services/letters/`"
    assert documents.dead_places(ROOT, named) == []
    assert documents.dead_places(ROOT, "`docs/none.md` `desa/<wing>/<room>/none.py`") == [
        "docs/none.md",
        "desa/*/*/none.py",
    ]


@pytest.mark.parametrize(
    "command",
    ["./run --none", "./test --quick", "./bench --xml", "./manage none", "./manage backup --none"],
)
def test_guard_notices_a_command_that_does_not_exist(
    command: str, options: documents.Options
) -> None:
    assert documents.wrong_commands(f"`{command}`", options) == [command]
    assert documents.wrong_commands(f"```sh\n{command}   # why\n```\n", options) == [command]


def test_guard_notices_a_variable_that_nobody_reads() -> None:
    assert documents.unknown_variables("DESA_KEY DESA_NONE", "text('DESA_KEY')") == {"DESA_NONE"}


def test_guard_notices_an_adr_without_a_part() -> None:
    whole = "# 2. Ids\n\nStatus: accepted.\n\n## Context\n## Decision\n## Consequences\n"
    assert documents.adr_faults("0002-ids.md", whole) == []
    assert documents.adr_faults("0003-ids.md", whole) == ["title of 3"]
    assert documents.adr_faults("0002-ids.md", whole.replace("## Decision", "")) == ["## Decision"]


def test_terms_are_the_first_column() -> None:
    table = "| Term | English |\n|---|---|\n| `kk`, `nik` | `family` card |\n"
    assert documents.terms(table) == {"kk", "nik"}
