"""The files of the house, and which room may know which (read from .importlinter)."""

import ast
from collections.abc import Iterator
from configparser import ConfigParser
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DESA = ROOT / "desa"
PRODUCT = ("desa", "config", "tools")
Floors = dict[str, tuple[int, int]]


def files(pattern: str, *folders: str) -> Iterator[Path]:
    """Our own files that match; migrations are written by Django."""
    for folder in folders:
        if not (ROOT / folder).is_dir():
            raise ValueError(f"{folder} is not a folder of the house")
        for path in sorted((ROOT / folder).rglob(pattern)):
            if not {"migrations", "__pycache__"} & set(path.parts):
                yield path


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(text(path), str(path))


def rooms() -> dict[str, str]:
    """Room name -> wing, for every room that is built."""
    return {path.parent.name: path.parent.parent.name for path in DESA.glob("*/*/__init__.py")}


def room_of(path: Path) -> str:
    return path.relative_to(DESA).parts[1]


@cache
def floors() -> Floors:
    """Room name -> (height of its wing, height in the wing)."""
    config = ConfigParser()
    config.read(ROOT / ".importlinter", encoding="utf-8")
    found: Floors = {}
    for height, wings in enumerate(reversed(_layers(config, "wings"))):
        for wing in wings:
            for inner, names in enumerate(reversed(_layers(config, wing))):
                found |= dict.fromkeys(names, (height, inner))
    return found


def _layers(config: ConfigParser, contract: str) -> list[list[str]]:
    lines = config[f"importlinter:contract:{contract}"]["layers"].split("\n")
    return [
        [name.strip(" ()") for name in line.replace(":", "|").split("|")]
        for line in lines
        if line.strip()
    ]


def may_know(room: str, other: str, order: Floors) -> bool:
    """A room knows itself and the rooms on lower floors."""
    return room == other or order[other] < order[room]
