"""Typst sheets of the room; every word comes from JSON."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from desa.foundation.core.typesetting import Template, typeset_pdf

FOLDER = Path(__file__).resolve().parent.parent / "typst"


@cache
def template(name: str) -> Template:
    return Template((FOLDER / f"{name}.typ").read_bytes(), FOLDER, desa_sans=True)


def typeset(name: str, values: Mapping[str, Any], *, timestamp: int) -> bytes:
    """Tagged PDF/A. Raises core.typesetting.RenderingFailed."""
    return typeset_pdf(template(name), values, timestamp=timestamp)
