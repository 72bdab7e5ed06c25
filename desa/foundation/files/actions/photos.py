"""Photos that people send, made harmless and small. Touches no database and no disk."""

from collections.abc import Iterable

from desa.foundation.files.engine import photos
from desa.foundation.files.rules import Photo, checked_cells, photo_kind


def shrink_photo(content: bytes) -> Photo:
    """A JPEG upright, of at most 1600 px and 300 kB, and its preview; nothing of the file but its picture.

    Reads JPEG, PNG, WebP and HEIC, whatever the file is called. Raises PhotoRefused, whose text says what to do.
    """
    return photos.shrink(content, photo_kind(content))


def pixelate(content: bytes, cells: Iterable[int]) -> Photo:
    """The photo with these cells made of big squares, for good: what was under them is gone.

    Cells count from 0, row by row, on a grid of GRID x GRID over the whole picture. Raises ValueError
    for a cell that is not on the grid, PhotoRefused like shrink_photo().
    """
    return photos.shrink(content, photo_kind(content), checked_cells(cells))
