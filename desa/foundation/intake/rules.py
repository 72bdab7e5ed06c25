"""What of a half-filled form is kept as its draft."""

from collections.abc import Iterable, Mapping

LARGEST = 64 * 1024
MOST_FIELDS = 400
MOST_GUEST_DRAFTS = 5_000
LARGEST_UPLOAD, LARGEST_PART = 12 * 1024 * 1024, 256 * 1024
MOST_OPEN_BYTES = 512 * 1024 * 1024  # of one village, announced and not yet taken
USUAL_PART = 16 * 1024  # upload.js sends four times as much
MEGABYTE = 1024 * 1024
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "kirim_id"})

DraftData = Mapping[str, list[str]]


def most_parts(size: int) -> int:
    """Into how many parts a file may be cut: each costs a block of the disk, however small it is."""
    return 2 + size // USUAL_PART


def megabytes(size: int) -> int:
    """Begun ones count whole."""
    return -(-size // MEGABYTE)


def whole_number(text: str, most: int) -> int | None:
    """What a program says of a size or a place; None for what is no number from 0 to `most`.

    Python refuses to read a number of thousands of digits.
    """
    if not text.isdecimal() or len(text) > len(str(most)):
        return None
    number = int(text)
    return number if number <= most else None


def kept(posted: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    """The fields as typed, without the tokens of the one page they were typed on.

    NUL goes too: PostgreSQL's JSON cannot hold it, and nobody types it.
    """
    return {
        name: [value.replace("\x00", "") for value in values]
        for name, values in posted
        if name not in NEVER_KEPT
    }


def fits(data: DraftData) -> bool:
    """Whether it is of the size of a form that a person fills in."""
    characters = sum(len(name) + sum(map(len, values)) for name, values in data.items())
    return len(data) <= MOST_FIELDS and characters <= LARGEST
