"""Typst in this process: a template of ours and a JSON of plain values, never the village's markup."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst

# static/core/desa-sans.woff2 cut at its weights 400 and 700: Typst reads no variable fonts.
DESA_SANS = Path(__file__).parent / "fonts"
PDF_STANDARD = "a-2a"


class RenderingFailed(RuntimeError):
    """The typesetter refused the sheet."""


@dataclass(frozen=True)
class Template:
    """`source` reads its values from `sys.inputs.paper`, and files only below `root`."""

    source: bytes
    root: Path
    desa_sans: bool = False


def typeset_pdf(template: Template, values: Mapping[str, Any], *, timestamp: int) -> bytes:
    """Tagged PDF/A-2a; the same inputs give the same bytes. Raises RenderingFailed."""
    pages = _compile(
        template, values, format="pdf", pdf_standards=[PDF_STANDARD], timestamp=timestamp
    )
    return pages[0]


def typeset_png(template: Template, values: Mapping[str, Any], *, ppi: float) -> list[bytes]:
    """One picture for each page. Raises RenderingFailed."""
    return _compile(template, values, format="png", ppi=ppi)


@cache
def _fonts(desa_sans: bool) -> typst.Fonts:
    """Never the machine's faces: a paper looks the same everywhere."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(DESA_SANS)] if desa_sans else [])


def _compile(template: Template, values: Mapping[str, Any], **options: Any) -> list[bytes]:
    inputs = {"paper": json.dumps(values, ensure_ascii=False)}
    try:
        # A list when a PNG has several pages, which the library's types leave out.
        result: Any = typst.compile(
            template.source,
            root=template.root,
            font_paths=_fonts(template.desa_sans),
            ignore_system_fonts=True,
            sys_inputs=inputs,
            **options,
        )
    except typst.TypstError as problem:
        raise RenderingFailed(str(problem)) from problem
    return result if isinstance(result, list) else [result]
