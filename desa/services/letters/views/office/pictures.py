"""Papers as pictures: the same bytes the printer gets, shown where a phone cannot show a PDF."""

from base64 import b64encode
from dataclasses import dataclass

from desa.foundation.papers.enums import PaperSize
from desa.foundation.papers.queries import default_size, preview_png
from desa.foundation.papers.rules.document import Document

PIXELS_PER_MM = 144 / 25.4


@dataclass(frozen=True)
class Preview:
    """Pages as data: addresses (nothing is stored, no address holds what was typed)."""

    pages: tuple[str, ...]
    size: PaperSize
    width: int
    height: int


def preview(document: Document) -> Preview:
    """The paper as it would be printed now."""
    size = default_size()
    return shown(preview_png(document, size), size)


def shown(pages: list[bytes], size: str) -> Preview:
    width, height = (round(side * PIXELS_PER_MM) for side in PaperSize(size).millimetres)
    sources = tuple(f"data:image/png;base64,{b64encode(page).decode()}" for page in pages)
    return Preview(sources, PaperSize(size), width, height)
