"""What a half-filled public form holds. Pure.

Everything is a list of texts, as a form sends it; a photo is "digest preview size", and the key of the
upload it came from, so that a step sent twice adds it once.
"""

from collections.abc import Mapping
from dataclasses import dataclass

MOST_PHOTOS = 3
DraftData = Mapping[str, list[str]]


@dataclass(frozen=True)
class DraftPhoto:
    digest: str
    preview: str
    size: int
    source: str

    def as_text(self) -> str:
        return f"{self.digest} {self.preview} {self.size} {self.source}"


def word(data: DraftData, name: str) -> str:
    """The one text of this name; empty when it was not asked."""
    return next(iter(data.get(name, [])), "")


def done(data: DraftData) -> frozenset[str]:
    return frozenset(data.get("langkah", []))


def photos_in(data: DraftData) -> list[DraftPhoto]:
    found = []
    for text in data.get("foto", []):
        digest, preview, size, source = text.split(" ")
        found.append(DraftPhoto(digest, preview, int(size), source))
    return found


def with_photo(data: DraftData, photo: DraftPhoto) -> dict[str, list[str]]:
    """One more, unless it is there already or the form is full."""
    known = photos_in(data)
    if len(known) >= MOST_PHOTOS or any(each.digest == photo.digest for each in known):
        return {"foto": [each.as_text() for each in known]}
    return {"foto": [each.as_text() for each in [*known, photo]]}


def without_photo(data: DraftData, digest: str) -> dict[str, list[str]]:
    return {"foto": [each.as_text() for each in photos_in(data) if each.digest != digest]}
