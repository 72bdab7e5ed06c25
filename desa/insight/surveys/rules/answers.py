"""Raw SKM answers from a CSV: one respondent a row, one element a column."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

ELEMENT = re.compile(r"[uU][1-9]")
WHOLE = re.compile(r"-?[0-9]{1,6}")
NOT_ANSWERED = {"", "-", "tt", "tidak tahu", "tidak mau menjawab"}


@dataclass(frozen=True)
class Fault:
    """Something to be looked at in the file. `row` as a spreadsheet numbers it, 0 for the file as a whole."""

    severity: str
    code: str
    row: int
    column: str
    value: str


@dataclass(frozen=True)
class RawAnswers:
    """`rows` are the lines of the file that hold a respondent; `answers` those of each, by element."""

    elements: tuple[str, ...]
    answers: tuple[dict[str, int | None], ...]
    rows: tuple[int, ...]
    faults: tuple[Fault, ...]


def read_answers(text: str) -> RawAnswers:
    """Semicolons or commas; an answer that is no number is left out and told of, never guessed."""
    lines = text.removeprefix("\ufeff").splitlines()
    separator = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    table = list(csv.reader(StringIO("\n".join(lines)), delimiter=separator))
    header = [cell.strip().upper() for cell in table[0]] if table else []
    places = {name: place for place, name in enumerate(header) if ELEMENT.fullmatch(name)}
    if not places:
        return RawAnswers((), (), (), (Fault("error", "no_elements", 0, "", ""),))
    twice = sorted({name for name in places if header.count(name) > 1})
    faults = [Fault("error", "element_twice", 1, name, "") for name in twice]
    return _read(table[1:], dict(sorted(places.items())), faults)


def _read(
    table: Sequence[Sequence[str]], places: dict[str, int], faults: list[Fault]
) -> RawAnswers:
    answers, rows = [], []
    for number, row in enumerate(table, start=2):
        if not any(cell.strip() for cell in row):
            continue
        given = {name: _answer(row, place, number, name, faults) for name, place in places.items()}
        answers.append(given)
        rows.append(number)
    return RawAnswers(tuple(places), tuple(answers), tuple(rows), tuple(faults))


def _answer(
    row: Sequence[str], place: int, number: int, name: str, faults: list[Fault]
) -> int | None:
    cell = row[place].strip() if place < len(row) else ""
    if cell.lower() in NOT_ANSWERED:
        return None
    if WHOLE.fullmatch(cell):
        return int(cell)
    faults.append(Fault("error", "not_a_number", number, name, cell[:20]))
    return None
