"""The kinds that ship with the program, read once from `data/kinds.toml`."""

from functools import cache
from pathlib import Path
from typing import Protocol

from django.utils.translation import get_language

from desa.infrastructure.assets.rules.kinds import Catalogue, Kind, read_catalogue

FILE = Path(__file__).resolve().parent.parent / "data" / "kinds.toml"


class Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def english(self) -> str: ...


@cache
def catalogue() -> Catalogue:
    return read_catalogue(FILE.read_text(encoding="utf-8"))


def kind_named(slug: str) -> Kind:
    """Raises LookupError; a row of the register never names a kind that is not there."""
    try:
        return catalogue().kinds[slug]
    except KeyError:
        raise LookupError(f"no kind of asset named {slug!r}") from None


def shipped(item: Named) -> str:
    """The name of what ships, in the language of the page."""
    return item.english if get_language() == "en" else item.name
