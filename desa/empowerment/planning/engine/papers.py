"""The papers of a year of proposals, as PDF."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from desa.foundation.core.typesetting import Template, typeset_pdf

FOLDER = Path(__file__).parent.parent / "typst"


@cache
def _template(name: str) -> Template:
    return Template((FOLDER / f"{name}.typ").read_bytes(), FOLDER, desa_sans=True)


def make_paper(name: str, values: Mapping[str, Any], *, timestamp: int) -> bytes:
    """`name`: sheet, ballot or answers. Raises core.typesetting.RenderingFailed."""
    return typeset_pdf(_template(name), values, timestamp=timestamp)
