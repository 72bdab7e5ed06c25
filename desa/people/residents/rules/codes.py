"""The official code lists of civil registration: code, official spelling, label on our screens.

A cell may hold the code or any known spelling; capitals and spaces do not matter (but + and - do:
blood type A+ is not A). The labels are official terms, so they stand untranslated on English pages.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Code:
    number: int
    name: str  # as civil registration writes it
    label: str  # as we show and print it
    aliases: tuple[str, ...] = ()


def key(text: str) -> str:
    return _SPACES.sub("", text).casefold()


@cache
def _lists() -> dict[str, dict[int, Code]]:
    lists: dict[str, dict[int, Code]] = {}
    with (Path(__file__).parent / "codes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
            code = Code(int(row["code"]), row["name"], row["label"], aliases)
            lists.setdefault(row["list"], {})[code.number] = code
    return lists


def codes(name: str) -> dict[int, Code]:
    """Raises KeyError for a list that does not exist."""
    return _lists()[name]


@cache
def spellings(name: str) -> dict[str, int]:
    """Every accepted spelling of one list, by its `key`."""
    found: dict[str, int] = {}
    for code in codes(name).values():
        for text in (str(code.number), f"{code.number:02}", code.name, code.label, *code.aliases):
            found[key(text)] = code.number
    return found


def label(name: str, number: int | None) -> str:
    """What the screen and the letters say; empty for an unfilled or unknown code."""
    code = codes(name).get(number) if number is not None else None
    return code.label if code else ""
