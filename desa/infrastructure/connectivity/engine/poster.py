"""The printed poster of a point."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from desa.foundation.core.qr import qr_svg
from desa.foundation.core.typesetting import Template, typeset_pdf

FOLDER = Path(__file__).parent.parent / "typst"


def make_poster(values: Mapping[str, object], *, link: str, timestamp: int) -> bytes:
    """A PDF of one A4 page. Raises core.typesetting.RenderingFailed."""
    paper = {**values, "link": link, "qr": qr_svg(link)}
    return typeset_pdf(_template(), paper, timestamp=timestamp)


@cache
def _template() -> Template:
    return Template((FOLDER / "poster.typ").read_bytes(), FOLDER, desa_sans=True)
