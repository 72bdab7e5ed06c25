"""Typst in this process: our own template and a JSON of plain values, never the village's markup."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

from desa.foundation.papers.exceptions import RenderingFailed

TEMPLATE = Path(__file__).parent.parent / "typst" / "letter.typ"
PDF_STANDARD = "a-2a"
SCREEN_PPI = 110


@cache
def template_source() -> bytes:
    """The template that new papers are made with; its SHA-256 is the template version."""
    return TEMPLATE.read_bytes()


@cache
def template_version() -> str:
    return hashlib.sha256(template_source()).hexdigest()


@cache
def _fonts() -> typst.Fonts:
    """Only the faces inside the wheel: a paper looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False)


def render_pdf(source: bytes, sheet: Mapping[str, Any], *, timestamp: int) -> bytes:
    """Tagged PDF/A-2a; the same inputs give the same bytes. Raises RenderingFailed."""
    pages = _compile(source, sheet, format="pdf", pdf_standards=[PDF_STANDARD], timestamp=timestamp)
    return pages[0]


def render_png(source: bytes, sheet: Mapping[str, Any]) -> list[bytes]:
    """One picture for each page. Raises RenderingFailed."""
    return _compile(source, sheet, format="png", ppi=SCREEN_PPI)


def _compile(source: bytes, sheet: Mapping[str, Any], **options: Any) -> list[bytes]:
    inputs = {"paper": json.dumps(sheet, ensure_ascii=False)}
    try:
        # A list when a PNG has several pages, which the library's types leave out.
        result: Any = typst.compile(
            source,
            root=TEMPLATE.parent,  # nothing outside the template's folder can be read
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs=inputs,
            **options,
        )
    except typst.TypstError as problem:
        raise RenderingFailed(str(problem)) from problem
    return result if isinstance(result, list) else [result]
