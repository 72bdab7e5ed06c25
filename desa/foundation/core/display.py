"""How one visitor wants the pages to look: theme and type size.

Kept in the only cookie of the public pages, named `tampilan`; its value is two
words from closed lists (`gelap.besar`), so it says nothing about the person.
"""

from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

COOKIE = "tampilan"
YEAR_SECONDS = 365 * 24 * 3600
THEMES = ("terang", "gelap", "kontras")
SIZES = ("biasa", "besar", "sangat-besar")


@dataclass(frozen=True, slots=True)
class Display:
    theme: str = THEMES[0]
    size: str = SIZES[0]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Whatever is not on the lists counts as the default."""
        theme, _, size = text.partition(".")
        return cls().choose(theme=theme, size=size)

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        return cls.parse(request.COOKIES.get(COOKIE, ""))

    def choose(self, *, theme: str = "", size: str = "") -> Self:
        """The same display with the words that are on the lists."""
        return replace(
            self,
            theme=theme if theme in THEMES else self.theme,
            size=size if size in SIZES else self.size,
        )

    def __str__(self) -> str:
        return f"{self.theme}.{self.size}"

    @property
    def data_theme(self) -> str:
        """Value of `data-tema`; empty for the default, which needs no attribute."""
        return "" if self.theme == THEMES[0] else self.theme

    @property
    def data_size(self) -> str:
        return "" if self.size == SIZES[0] else self.size

    @property
    def next_size(self) -> str:
        """What one press on Huruf gives; after the largest comes the usual one."""
        return SIZES[(SIZES.index(self.size) + 1) % len(SIZES)]


def chosen(request: HttpRequest, data: QueryDict) -> Display:
    return Display.of(request).choose(theme=data.get("tema", ""), size=data.get("huruf", ""))


def remember(response: HttpResponse, display: Display, *, secure: bool) -> None:
    response.set_cookie(
        COOKIE, str(display), max_age=YEAR_SECONDS, secure=secure, httponly=True, samesite="Lax"
    )


def local_path(text: str, default: str) -> str:
    """`text` when it leads to a page of this site, else `default`."""
    if text.startswith("/") and url_has_allowed_host_and_scheme(text, allowed_hosts=None):
        return text
    return default


def same_origin(request: HttpRequest) -> bool:
    """Whether a page of this site sent the form.

    Stands in for the CSRF token, which public pages do not hold (a token would
    be a cookie). A browser that sends no Origin must at least name the page.
    """
    source = request.headers.get("Origin") or request.headers.get("Referer", "")
    parts = urlsplit(source)
    return (parts.scheme, parts.netloc) == (request.scheme, request.get_host())


def display_context(request: HttpRequest) -> dict[str, Display]:
    """Context processor: `display`."""
    return {"display": Display.of(request)}
