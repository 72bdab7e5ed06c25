"""What the body of a paper is made of, after its placeholders are filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Run:
    """A stretch of text in one weight; plain text, whatever characters it holds."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Paragraph:
    runs: tuple[Run, ...]
    kind: str = "paragraph"

    @property
    def text(self) -> str:
        return text_of(self.runs)


@dataclass(frozen=True)
class Row:
    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Table:
    """Labels and values under each other with aligned colons."""

    rows: tuple[Row, ...]
    kind: str = "table"


Block = Paragraph | Table


def text_of(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def runs_from_json(data: list[Mapping[str, Any]]) -> tuple[Run, ...]:
    return tuple(Run(text=item["text"], bold=item["bold"]) for item in data)


def block_from_json(data: Mapping[str, Any]) -> Block:
    if data["kind"] == "table":
        rows = (Row(row["label"], runs_from_json(row["runs"])) for row in data["rows"])
        return Table(tuple(rows))
    return Paragraph(runs_from_json(data["runs"]))
