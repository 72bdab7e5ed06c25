"""Opens the village of the request, and refuses what would run after it is closed."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from desa.foundation.core.http.errors import not_found
from desa.foundation.tenancy.exceptions import ScopeError
from desa.foundation.tenancy.queries import founded_villages, village_for_host
from desa.foundation.tenancy.scope import village_scope


class VillageScope:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        village = village_for_host(request.get_host())
        request.village = village  # type: ignore[attr-defined]
        if village is None and founded_villages().exists():
            return not_found(request)
        if village is None:
            return cast(HttpResponse, self.get_response(request))
        with village_scope(village):
            return self._closed(self.get_response(request))

    def _closed(self, response: HttpResponseBase) -> HttpResponse:
        """A streaming body would be read after the scope: exports are files made by jobs."""
        if isinstance(response, StreamingHttpResponse):
            raise ScopeError("a page of a village may not stream")
        return cast(HttpResponse, response)
