"""Makes Django's .mo catalogues from the .po files with Babel: a bare machine has no msgfmt."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tools.launch.environment import ROOT


def stale_catalogues(root: Path = ROOT) -> list[Path]:
    return [
        source
        for source in sorted(root.glob("desa/**/locale/*/LC_MESSAGES/*.po"))
        if _time(source.with_suffix(".mo")) <= _time(source)
    ]


def _time(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def compile_catalogues(root: Path = ROOT) -> int:
    """How many were made anew. Doubtful (fuzzy) entries stay untranslated."""
    stale = stale_catalogues(root)
    for source in stale:
        with source.open("rb") as file:
            catalogue = read_po(file)
        temporary = source.with_suffix(".mo.new")
        with temporary.open("wb") as file:
            write_mo(file, catalogue)
        temporary.replace(source.with_suffix(".mo"))
    return len(stale)
