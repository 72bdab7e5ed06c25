"""The printed sheets of this room on the house's typesetter."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from desa.foundation.core.typesetting import Template, typeset_pdf, typeset_png

FOLDER = Path(__file__).resolve().parent.parent / "typst"
LABELS, ONE_PAGE = "labels", "musrenbang"


@cache
def _template(name: str) -> Template:
    return Template((FOLDER / f"{name}.typ").read_bytes(), FOLDER, desa_sans=True)


def print_sheet(name: str, values: Mapping[str, Any], *, timestamp: int) -> bytes:
    return typeset_pdf(_template(name), values, timestamp=timestamp)


def picture_sheet(name: str, values: Mapping[str, Any], *, ppi: float = 110) -> list[bytes]:
    return typeset_png(_template(name), values, ppi=ppi)
