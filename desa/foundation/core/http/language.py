"""/en/... is the same public page in English; the address alone decides, so finished bytes can be kept."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import set_script_prefix
from django.utils import translation

PREFIX = "/en/"


class PathLanguage:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        english = request.path_info.startswith(PREFIX)
        language = "en" if english else "id"
        if english:
            request.path_info = request.path_info[len(PREFIX) - 1 :]
        set_script_prefix(PREFIX if english else "/")
        try:
            with translation.override(language):
                request.LANGUAGE_CODE = language
                response = self.get_response(request)
                # An official's own language wins in the office.
                response.headers["Content-Language"] = translation.get_language()
        finally:
            set_script_prefix("/")
        return response
