"""Who may open a page is written on the view; a view that says nothing is refused (accounts.middleware)."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])
PUBLIC, SIGNED_IN = "public", "signed-in"


def _mark(view: View, requirement: str) -> View:
    view.desa_access = requirement  # type: ignore[attr-defined]
    return view


def public(view: View) -> View:
    """Open to everyone; its GET sets no cookie."""
    return _mark(view, PUBLIC)


def signed(view: View) -> View:
    """Open to machines too, which no form of ours sends: the view itself checks the signature of what it gets."""
    view.desa_signed = True  # type: ignore[attr-defined]
    return _mark(view, PUBLIC)


def is_signed(view: Callable[..., Any]) -> bool:
    return bool(getattr(view, "desa_signed", False))


def signed_in(view: View) -> View:
    """Any official with an account in this village."""
    return _mark(view, SIGNED_IN)


def requires(permission: str) -> Callable[[View], View]:
    """Officials whose office holds `permission`."""
    return lambda view: _mark(view, str(permission))


def requirement_of(view: Callable[..., Any]) -> str | None:
    return getattr(view, "desa_access", None)
