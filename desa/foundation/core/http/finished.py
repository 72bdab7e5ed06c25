"""Finished bytes of public pages, kept for a minute: the second visitor costs no query and no template.

Keyed by host, path and what the one cookie of public pages says; such pages hold no token and set no
cookie. An address with a question mark is never kept: what one visitor wrote there is not for others.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from desa.foundation.core import clock
from desa.foundation.core.display import Display

LONGEST = timedelta(seconds=60)
KEPT_PAGES = 500
QUALITY = 5
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Page:
    body: bytes
    packed: bytes
    tag: str
    headers: tuple[tuple[str, str], ...]
    until: datetime


def keep(response: HttpResponse, *, until: datetime) -> HttpResponse:
    """Mark a finished public page as good until then, a minute at most."""
    response.desa_keep_until = min(until, clock.now() + LONGEST)  # type: ignore[attr-defined]
    return response


def page_of(response: HttpResponse, until: datetime) -> Page:
    body = response.content
    kept = tuple((name, value) for name, value in response.items() if name != "Content-Length")
    tag = f'"{sha256(body).hexdigest()[:24]}"'
    return Page(body, brotli.compress(body, quality=QUALITY), tag, kept, until)


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    if request.headers.get("If-None-Match") == page.tag:
        answer: HttpResponse = HttpResponseNotModified()
    elif "br" in request.headers.get("Accept-Encoding", ""):
        answer = HttpResponse(page.packed)
        answer["Content-Encoding"] = "br"
    else:
        answer = HttpResponse(page.body)
    for name, value in page.headers:
        answer[name] = value
    answer["ETag"], answer["Cache-Control"] = page.tag, "no-cache"
    answer["Vary"] = "Cookie, Accept-Encoding"
    return answer


class FinishedPages:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._pages: OrderedDict[Key, Page] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = (request.get_host(), request.path_info, str(Display.of(request)))
        shared = request.method == "GET" and not request.META.get("QUERY_STRING")
        if shared and (page := self._pages.get(key)) and page.until > clock.now():
            return _answer(request, page)
        response = self.get_response(request)
        until: datetime | None = getattr(response, "desa_keep_until", None)
        if not shared or response.status_code != 200 or until is None:
            return response
        page = page_of(response, until)
        with self._lock:
            self._pages[key] = page
            while len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        return _answer(request, page)
