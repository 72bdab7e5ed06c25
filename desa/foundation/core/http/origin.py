"""Public pages hold no token, so their POSTs are accepted only from our own pages: by the Origin header."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.http.access import PUBLIC, is_signed, requirement_of
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.http.readonly import SAFE_METHODS


def same_origin(request: HttpRequest) -> bool:
    """True when the browser says that the form came from this very host."""
    claimed = request.headers.get("Origin") or request.headers.get("Referer", "")
    try:
        return bool(claimed) and urlsplit(claimed).netloc == request.get_host()
    except ValueError:  # "http://[": no address at all
        return False


class OriginCheck:
    """Runs on public views only, instead of the CSRF token; office forms keep their token.

    A view that is `signed` checks its visitor by itself: a machine has no page and no cookie.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        if requirement_of(view) != PUBLIC or request.method in SAFE_METHODS:
            return None
        if not is_signed(view) and not same_origin(request):
            return refuse(
                request,
                403,
                _("Formulir ini dikirim dari halaman lain. Buka halaman kami, lalu kirim lagi."),
            )
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
        return None
