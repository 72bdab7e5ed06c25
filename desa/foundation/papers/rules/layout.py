"""The sheet: its size, margins and type, and everything the typesetter is given."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desa.foundation.papers.rules.document import Check, Document

WORDS: dict[str, dict[str, str]] = {
    "id": {
        "number": "Nomor",
        "page": "Halaman",
        "emblem": "Lambang daerah",
        "stamp_duty": "Tempat\nmeterai",
        "purpose": "Pemeriksaan surat, bukan tanda tangan elektronik. "
        "Surat ini sah bila bertanda tangan dan bercap.",
        "scan": "Pindai, atau buka {place} lalu ketik kode ini:",
        "ask": "Tanyakan di kantor desa dengan kode ini:",
        "qr": "Kode QR untuk memeriksa surat ini",
    },
    "en": {
        "number": "Number",
        "page": "Page",
        "emblem": "Regional emblem",
        "stamp_duty": "Stamp\nduty",
        "purpose": "Document check, not an electronic signature. "
        "This letter is valid when signed and stamped.",
        "scan": "Scan, or open {place} and type this code:",
        "ask": "Ask the village office, naming this code:",
        "qr": "QR code to check this letter",
    },
}
NO_NUMBER = "." * 24


@dataclass(frozen=True)
class Layout:
    """Millimetres and points."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    font_size: int

    def to_json(self) -> dict[str, int]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, int]) -> "Layout":
        return cls(**data)


def sheet(
    document: Document, layout: Layout, *, mark: str, qr: str, emblem: bytes
) -> dict[str, Any]:
    """What the template reads; `mark` is printed large and pale behind the text, `qr` is SVG."""
    words = WORDS[document.language]
    return {
        **document.to_json(),
        "layout": layout.to_json(),
        "mark": mark,
        "emblem": list(emblem),
        "words": words,
        "number_line": f"{words['number']}: {document.number or NO_NUMBER}",
        "check": _check_block(document.check, words, qr),
    }


def _check_block(check: Check | None, words: dict[str, str], qr: str) -> dict[str, Any]:
    if check is None:
        return {"code": "", "lines": [], "qr": ""}
    how = words["scan"].format(place=check.place) if check.place else words["ask"]
    return {"code": check.code, "lines": [words["purpose"], how], "qr": qr}
