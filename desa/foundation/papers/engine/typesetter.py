"""The template of papers, on the house's typesetter."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from desa.foundation.core.typesetting import Template, typeset_pdf, typeset_png

TEMPLATE = Path(__file__).parent.parent / "typst" / "letter.typ"
SCREEN_PPI = 110


@cache
def template_source() -> bytes:
    """The template that new papers are made with; its SHA-256 is the template version."""
    return TEMPLATE.read_bytes()


@cache
def template_version() -> str:
    return hashlib.sha256(template_source()).hexdigest()


def render_pdf(source: bytes, sheet: Mapping[str, Any], *, timestamp: int) -> bytes:
    return typeset_pdf(Template(source, TEMPLATE.parent), sheet, timestamp=timestamp)


def render_png(source: bytes, sheet: Mapping[str, Any]) -> list[bytes]:
    """One picture for each page."""
    return typeset_png(Template(source, TEMPLATE.parent), sheet, ppi=SCREEN_PPI)
