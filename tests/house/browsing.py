"""Every page that any test opens is checked, once per view, status and language."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import brotli
from django.template import engines
from django.test import Client
from django.urls import ResolverMatch

from desa.foundation.core.http.access import PUBLIC, requirement_of
from tests.house.pages import answer_faults, page_faults, part_faults

Seen = set[tuple[str, int, str]]


class PageFault(AssertionError):
    """A page that was opened breaks a rule of the house."""


class Undefined(str):
    """Stands where a template names something that its view did not give; remembers the name."""

    def __new__(cls) -> "Undefined":
        return super().__new__(cls, "%s")

    def __init__(self) -> None:
        self.names: list[str] = []

    def __mod__(self, name: object) -> str:
        self.names.append(str(name))
        return ""


@contextmanager
def noticing_undefined() -> Iterator[Undefined]:
    engine: Any = engines["django"].engine  # type: ignore[attr-defined]
    before, engine.string_if_invalid = engine.string_if_invalid, Undefined()
    try:
        yield engine.string_if_invalid
    finally:
        engine.string_if_invalid = before


def checked(request: Callable[..., Any], seen: Seen) -> Callable[..., Any]:
    """Client.request that raises PageFault for an HTML answer which breaks a rule."""

    def run(client: Client, **environ: Any) -> Any:
        with noticing_undefined() as undefined:
            response = request(client, **environ)
        faults = list(faults_of(response, seen))
        faults += [f"the template names {name}, which nobody gave" for name in undefined.names]
        if faults:
            raise PageFault(f"{environ.get('PATH_INFO')}: " + "; ".join(faults))
        return response

    return run


def faults_of(response: Any, seen: Seen) -> Iterator[str]:
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return
    match: ResolverMatch | None = response.wsgi_request.resolver_match
    method = response.request["REQUEST_METHOD"]
    source = _source(response)
    yield from answer_faults(
        source,
        response.headers.get("Content-Security-Policy", ""),
        list(response.cookies),
        public_get=method == "GET" and match is not None and requirement_of(match.func) == PUBLIC,
    )
    key = (match.view_name if match else "", response.status_code, _language(response))
    if source and method != "HEAD" and key not in seen:
        seen.add(key)
        yield from part_faults(source) if "Desa-Part" in response.headers else page_faults(source)


def _source(response: Any) -> str:
    packed = response.headers.get("Content-Encoding") == "br"
    body: bytes = brotli.decompress(response.content) if packed else response.content
    return body.decode()


def _language(response: Any) -> str:
    return str(response.headers.get("Content-Language", ""))
