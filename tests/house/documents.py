"""What the papers of the project name: links, files, commands, variables. Each must be there."""

import re
import shlex
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from tools.launch.options import split_data_option

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
PLACE = re.compile(r"(?:desa|tests|tools|config|docs|requirements)/[\w./*-]+$")
PROGRAM = re.compile(r"\./(?:run|test|bench|manage)(?= |$)")
VARIABLE = re.compile(r"\bDESA_[A-Z_]+\b")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
PARTS = ("Status: ", "## Context", "## Decision", "## Consequences")
Options = Callable[[str, str], Collection[str] | None]
"""Of a program and its command ("" = none): the options it knows; None = there is no such command."""


def anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def anchors(text: str) -> set[str]:
    return {anchor(heading) for heading in HEADING.findall(FENCE.sub("", text))}


def dead_links(path: Path, text: str) -> list[str]:
    """Relative links without a file, and anchors without a heading."""
    dead = []
    for target in LINK.findall(FENCE.sub("", text)):
        file, _, name = target.partition("#")
        if "://" in target:
            continue
        found = path.parent / file if file else path
        if not found.exists() or (name and name not in anchors(found.read_text(encoding="utf-8"))):
            dead.append(target)
    return dead


def dead_places(root: Path, text: str) -> list[str]:
    """Paths in code spans that match no file of the house; `<room>` stands for any."""
    spans = [re.sub(r"<\w+>", "*", span) for span in CODE.findall(FENCE.sub("", text))]
    return [span for span in spans if PLACE.match(span) and not any(root.glob(span.rstrip("/")))]


def commands(text: str) -> Iterator[list[str]]:
    """Every ./run, ./test, ./bench and ./manage with its words, from blocks and code spans."""
    lines = [line for _, block in FENCE.findall(text) for line in block.splitlines()]
    for line in [*lines, *CODE.findall(FENCE.sub("", text))]:
        if PROGRAM.match(line):
            yield shlex.split(line, comments=True)


def wrong_commands(text: str, options: Options) -> list[str]:
    wrong = []
    for program, *given in commands(text):
        words = split_data_option(given)[1] if program == "./manage" else given
        named = words.pop(0) if program == "./manage" and words else ""
        known = options(program, named)
        used = [word.split("=")[0] for word in words if word.startswith("--")]
        if known is None or not set(used) <= set(known):
            wrong.append(" ".join(filter(None, [program, named, *words])))
    return wrong


def unknown_variables(text: str, known: str) -> set[str]:
    return set(VARIABLE.findall(text)) - set(VARIABLE.findall(known))


def adr_faults(name: str, text: str) -> list[str]:
    """An ADR is numbered alike in its name and its title, and has its four parts."""
    missing = [part for part in PARTS if part not in text]
    number = int(name[:4])
    return missing if text.startswith(f"# {number}. ") else [f"title of {number}", *missing]


def terms(glossary: str) -> set[str]:
    """What stands in the first column."""
    rows = [line.split("|")[1] for line in glossary.splitlines() if line.startswith("| `")]
    return {term for row in rows for term in CODE.findall(row)}
