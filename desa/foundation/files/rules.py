"""Which photos are taken, and what is left of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from desa.foundation.files.exceptions import EMPTY, NO_PHOTO, TOO_LARGE, PhotoRefused

LARGEST_PHOTO = 12 * 1024 * 1024
MOST_PIXELS = 64_000_000
LONGEST_SIDE, PHOTO_BYTES = 1600, 300_000
PREVIEW_SIDE, PREVIEW_BYTES = 480, 40_000
GRID = 8  # cells on each side: on a phone each is as large as a fingertip
MEDIA_TYPE = "image/jpeg"

HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
STARTS = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG"}


@dataclass(frozen=True)
class Photo:
    """Both JPEG without any word about where, when and with what they were made."""

    content: bytes
    preview: bytes


def photo_kind(content: bytes) -> str:
    """What it is by its first bytes; its name and what the browser says count for nothing."""
    if not content:
        raise PhotoRefused(EMPTY)
    if len(content) > LARGEST_PHOTO:
        raise PhotoRefused(TOO_LARGE)
    for start, kind in STARTS.items():
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        return "HEIF"
    raise PhotoRefused(NO_PHOTO)


def checked_cells(cells: Iterable[int]) -> tuple[int, ...]:
    found = tuple(sorted(set(cells)))
    if any(not 0 <= cell < GRID * GRID for cell in found):
        raise ValueError(f"cells lie in 0..{GRID * GRID - 1}")
    return found
