"""The categories that ship with the program, read once from the folder `categories`."""

from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from desa.services.complaints.exceptions import UnknownCategory
from desa.services.complaints.rules.categories import Category, read_category

FOLDER = Path(__file__).resolve().parent.parent / "categories"


@cache
def categories() -> dict[str, Category]:
    """All categories by slug, in the order in which they are offered."""
    found = [
        read_category(path.stem, path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")
    ]
    return {item.slug: item for item in sorted(found, key=lambda item: item.weight)}


def category_named(slug: str) -> Category:
    """Raises UnknownCategory."""
    try:
        return categories()[slug]
    except KeyError:
        raise UnknownCategory(slug) from None


def shipped(words: str) -> str:
    """A sentence that ships with a category, in the language of the page; anything else as it stands."""
    if get_language() == "en":
        return next(
            (item.english[words] for item in categories().values() if words in item.english), words
        )
    return words
