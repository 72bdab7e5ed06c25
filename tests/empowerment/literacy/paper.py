"""The words of a PDF, page by page."""

import io

from pypdf import PdfReader


def pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]
