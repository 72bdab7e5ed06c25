"""Deny by default: a view states who may open it, and everyone else is turned away before it runs."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation

from desa.foundation.accounts.models import User
from desa.foundation.accounts.permissions import offices_with
from desa.foundation.accounts.policies import session_user
from desa.foundation.accounts.queries import offices_of
from desa.foundation.core.http.access import PUBLIC, SIGNED_IN, requirement_of
from desa.foundation.core.http.errors import not_found, permission_denied
from desa.foundation.tenancy.scope import current_village_or_none


class Access:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """What an official was shown stays in no browser's cache: the next one sits at the same machine."""
        response = self.get_response(request)
        if hasattr(request, "offices"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        requirement = requirement_of(view)
        if _is_switched_off(request):
            return not_found(request)
        if requirement == PUBLIC:
            return None
        if requirement is None or current_village_or_none() is None:
            return not_found(request)
        user = session_user(request)
        if user is None:
            return _to_sign_in(request)
        return self._refusal(request, user, requirement)

    def _refusal(self, request: HttpRequest, user: User, requirement: str) -> HttpResponse | None:
        translation.activate(user.language)  # PathLanguage puts its own back
        offices = offices_of(user)
        if not offices:
            return permission_denied(request)
        if requirement != SIGNED_IN and offices_with(requirement).isdisjoint(offices):
            return permission_denied(request)
        request.user, request.offices = user, offices  # type: ignore[attr-defined]
        return None


def _is_switched_off(request: HttpRequest) -> bool:
    """A room that its village does not use has no pages."""
    village, match = current_village_or_none(), request.resolver_match
    return village is not None and match is not None and not village.has_room(match.namespace)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    query = urlencode({"lanjut": request.path}) if request.method == "GET" else ""
    return HttpResponseRedirect(f"{reverse('accounts:sign_in')}?{query}")
