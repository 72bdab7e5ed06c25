"""The sheets that have no number: one-pagers, the list at the door, an invitation for each addressee."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from desa.foundation.core.typesetting import Template, typeset_pdf, typeset_png

FOLDER = Path(__file__).parent.parent / "typst"
PREVIEW_PPI = 80


@cache
def template(name: str) -> Template:
    return Template((FOLDER / f"{name}.typ").read_bytes(), FOLDER, desa_sans=True)


def make_sheet(name: str, values: Mapping[str, Any]) -> bytes:
    """`name`: partner, meeting, attendance or copies; `values["at"]` is the second it is made in.

    Raises core.typesetting.RenderingFailed.
    """
    return typeset_pdf(template(name), values, timestamp=int(values["at"]))


def picture(name: str, values: Mapping[str, Any]) -> list[bytes]:
    """The same as PNG, one for each page."""
    return typeset_png(template(name), values, ppi=PREVIEW_PPI)
