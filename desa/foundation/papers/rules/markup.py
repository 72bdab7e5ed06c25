"""The small markup of letter texts: paragraphs, **bold**, | label | value | rows, {placeholders}.

A value is put in after the markup is read, so that nothing in it can become markup.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from desa.foundation.papers.exceptions import PaperTemplateError
from desa.foundation.papers.rules.blocks import Block, Paragraph, Row, Run, Table, text_of

_BLANK_LINES = re.compile(r"\n\s*\n")
_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+")
_BOLD = "**"


def placeholders(text: str) -> frozenset[str]:
    """The names a text asks for; raises PaperTemplateError when a brace is not part of one."""
    rest = _PLACE.sub("", text)
    if "{" in rest or "}" in rest:
        raise PaperTemplateError("Ada kurung kurawal yang bukan {isian}. Tulis misalnya {nama}.")
    return frozenset(_PLACE.findall(text))


def parse_body(text: str, values: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks of a letter; raises PaperTemplateError that names an unknown placeholder."""
    if unknown := sorted(placeholders(text) - values.keys()):
        raise PaperTemplateError(f"Isian tidak dikenal: {', '.join(unknown)}.")
    return tuple(
        block
        for chunk in _BLANK_LINES.split(text.strip())
        for block in _chunk_blocks(chunk, values)
    )


def _chunk_blocks(chunk: str, values: Mapping[str, str]) -> Iterator[Block]:
    lines = [line.strip() for line in chunk.splitlines() if line.strip()]
    for is_table, group in groupby(lines, key=lambda line: line.startswith("|")):
        if not is_table:
            yield Paragraph(_runs(" ".join(group), values))
        elif rows := tuple(row for line in group if (row := _row(line, values)) is not None):
            yield Table(rows)


def _row(line: str, values: Mapping[str, str]) -> Row | None:
    """`| Label | value`; `|? Label | value` is left out when the value is empty."""
    optional = line.startswith("|?")
    cells = line.removeprefix("|?" if optional else "|").rstrip("|").split("|")
    if len(cells) != 2:
        raise PaperTemplateError(f"Baris tabel harus “| Label | isi”: {line[:60]}")
    label, value = (cell.strip() for cell in cells)
    runs = _runs(value, values)
    if optional and not text_of(runs).strip():
        return None
    return Row(text_of(_runs(label, values)), runs)


def _runs(text: str, values: Mapping[str, str]) -> tuple[Run, ...]:
    parts = text.split(_BOLD)
    if len(parts) % 2 == 0:
        raise PaperTemplateError(f"Tanda tebal ** tidak berpasangan: {text[:60]}")
    filled = ((fill(part, values), place % 2 == 1) for place, part in enumerate(parts))
    return tuple(Run(part, bold) for part, bold in filled if part)


def fill(text: str, values: Mapping[str, str]) -> str:
    """One line of text with its placeholders filled in; values lose line breaks and invisibles."""
    return _PLACE.sub(lambda match: clean(values[match[1]]), text)


def clean(value: str) -> str:
    return _SPACE.sub(" ", _INVISIBLE.sub(" ", value)).strip()
