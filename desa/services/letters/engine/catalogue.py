"""The kinds of letters that ship with the program, read once from the folder `kinds`."""

from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from desa.services.letters.exceptions import UnknownKind
from desa.services.letters.rules.kinds import LetterKind, read_kind

FOLDER = Path(__file__).resolve().parent.parent / "kinds"


@cache
def kinds() -> dict[str, LetterKind]:
    """All kinds by slug, in the order of their names."""
    found = [
        read_kind(path.stem, path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")
    ]
    return {kind.slug: kind for kind in sorted(found, key=lambda kind: kind.name)}


def kind_named(slug: str) -> LetterKind:
    """Raises UnknownKind."""
    try:
        return kinds()[slug]
    except KeyError:
        raise UnknownKind(slug) from None


def shipped(words: str) -> str:
    """A sentence that ships with a kind, in the language of the page; anything else as it stands."""
    if get_language() == "en":
        return next(
            (kind.english[words] for kind in kinds().values() if words in kind.english), words
        )
    return words
