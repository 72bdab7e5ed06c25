"""The list at the door, typed back: one line for each person, its parts in any order."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desa.foundation.core.values.names import fold_name, plain

MOST_LINES, LONGEST_NAME = 500, 100
_PARTS, _COMMAS = re.compile(r"\s*[;\t|]\s*"), re.compile(r"\s*,\s*")
_NUMBER = re.compile(r"^\s*\d{1,3}\s*[.)]\s*")
MEN, WOMEN = {"l", "lk", "laki laki", "laki", "pria"}, {"p", "pr", "perempuan", "wanita"}


@dataclass(frozen=True)
class Line:
    """`gender` is L, P or ""; `element` and `dusun` are keys of the words given to read()."""

    name: str
    gender: str
    element: str
    dusun: str


@dataclass(frozen=True)
class Problem:
    """`code`: no_name, no_gender, two_names or too_long; the words are the form's."""

    number: int
    code: str
    text: str


@dataclass(frozen=True)
class Words:
    """What is written for an unsur and for a dusun, folded, each with its key."""

    elements: Mapping[str, str]
    dusun: Mapping[str, str]


def read(
    text: str, words: Words, *, element: str = "", dusun: str = ""
) -> tuple[list[Line], list[Problem]]:
    """`element` and `dusun` hold for lines that name none."""
    lines: list[Line] = []
    problems: list[Problem] = []
    for number, typed in enumerate(text.splitlines(), start=1):
        if not typed.strip():
            continue
        found = _line(_parts(typed), words, element, dusun)
        if isinstance(found, str):
            problems.append(Problem(number, found, typed.strip()[:60]))
        else:
            lines.append(found)
    return lines, problems


def _parts(typed: str) -> list[str]:
    """A comma parts only where nothing stronger does: it also stands in H. Suparno, S.Pd."""
    text = _NUMBER.sub("", typed.strip())
    found = _PARTS.split(text)
    return [part for part in (found if len(found) > 1 else _COMMAS.split(text)) if part]


def _line(parts: list[str], words: Words, element: str, dusun: str) -> Line | str:
    names: list[str] = []
    line = Line("", "", element, dusun)
    for part in parts:
        folded = plain(part)
        if sex := gender_of(folded):
            line = replace(line, gender=sex)
        elif folded in words.elements:
            line = replace(line, element=words.elements[folded])
        elif folded in words.dusun:
            line = replace(line, dusun=words.dusun[folded])
        else:
            names.append(part)
    if len(names) != 1:
        return "two_names" if names else "no_name"
    return _whole(replace(line, name=names[0]))


def _whole(line: Line) -> Line | str:
    if len(line.name) > LONGEST_NAME:
        return "too_long"
    return line if line.gender else "no_gender"


def gender_of(folded: str) -> str:
    return "L" if folded in MEN else "P" if folded in WOMEN else ""


def name_key(name: str) -> str:
    """Two spellings of one name are one."""
    return fold_name(name)


def spellings(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """(written, key) pairs by the folded written form."""
    return {plain(written): key for written, key in pairs}
