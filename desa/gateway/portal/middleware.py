"""While no village exists every page leads to the set-up."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse


class FirstRun:
    """Stands behind the village's scope, which answers when villages exist but none is meant."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        village = request.village  # type: ignore[attr-defined]
        if village is not None or self._is_open(request.path_info):
            return self.get_response(request)
        return HttpResponseRedirect(reverse("portal:setup"))

    def _is_open(self, path: str) -> bool:
        own = {reverse("portal:setup"), reverse("core:display")}
        return path in own or path.startswith(settings.STATIC_URL)
