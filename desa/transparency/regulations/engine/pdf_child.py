"""The child that reads one PDF from stdin, says on stdout what is in it, and exits.

It knows no Django, no settings and no key, may write no file, and has hard limits of memory and time.
"""

import io
import json
import os
import resource
import sys
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

MOST_PAGES = 400
MOST_TEXT = 400_000
BROKEN = (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError)


def main() -> None:
    memory, seconds = int(sys.argv[1]), int(sys.argv[2])
    for kind, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(kind, (value, value))
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))
    sys.stdout.flush()
    os._exit(0)


def answer(data: bytes) -> dict[str, Any]:
    """`refused` with a code, or `pages` and the `text` of them."""
    if b"%PDF-" not in data[:1024]:
        return {"refused": "not_pdf"}
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            return {"refused": "encrypted"}
        pages = len(reader.pages)
        if pages == 0:
            return {"refused": "damaged"}
        return {"pages": pages, "text": _text(reader)}
    except MemoryError:
        return {"refused": "too_heavy"}
    except BROKEN:
        return {"refused": "damaged"}


def _text(reader: PdfReader) -> str:
    """Of the first pages, as much as a search needs; lines keep apart."""
    found: list[str] = []
    for page in reader.pages[:MOST_PAGES]:
        found.append(page.extract_text() or "")
        if sum(map(len, found)) > MOST_TEXT:
            break
    return "\n".join(found)[:MOST_TEXT].replace("\x00", "")


if __name__ == "__main__":
    main()
