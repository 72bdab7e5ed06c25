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


def signed_in(view: View) -> View:
    """Any official with an account in this village."""
    return _mark(view, SIGNED_IN)


def requires(permission: str) -> Callable[[View], View]:
    """Officials whose office holds `permission`."""
    return lambda view: _mark(view, str(permission))


def requirement_of(view: Callable[..., Any]) -> str | None:
    return getattr(view, "desa_access", None)
