"""What of a half-filled form is kept as its draft."""

from collections.abc import Iterable, Mapping

LARGEST = 64 * 1024
MOST_FIELDS = 400
MOST_GUEST_DRAFTS = 5_000
LARGEST_UPLOAD, LARGEST_PART = 12 * 1024 * 1024, 256 * 1024
MOST_OPEN_BYTES = 512 * 1024 * 1024  # of one village, announced and not yet taken
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "kirim_id"})

DraftData = Mapping[str, list[str]]


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
