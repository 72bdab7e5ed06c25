"""How one visitor wants the pages to look: theme and type size.

Kept in the only cookie of the public pages, named `tampilan`; its value is two
words from closed lists (`gelap.besar`), so it says nothing about the person.
"""

from dataclasses import dataclass, replace
from typing import Self

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import get_script_prefix, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

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


class DisplayForm(forms.Form):
    tema = forms.ChoiceField(
        label=_("Warna"),
        widget=forms.RadioSelect,
        choices=[
            (THEMES[0], _("Terang")),
            (THEMES[1], _("Gelap, untuk malam hari")),
            (THEMES[2], _("Kontras tinggi, garis lebih tebal")),
        ],
    )
    huruf = forms.ChoiceField(
        label=_("Besar huruf"),
        widget=forms.RadioSelect,
        choices=[
            (SIZES[0], _("Biasa")),
            (SIZES[1], _("Besar")),
            (SIZES[2], _("Sangat besar")),
        ],
    )


def page_context(request: HttpRequest) -> dict[str, object]:
    """Context processor for the frame of every page."""
    english = get_language() == "en"
    return {
        "display": Display.of(request),
        "display_url": reverse("core:display"),
        "home_url": get_script_prefix(),
        "other_language": {
            "code": "id" if english else "en",
            "name": "Bahasa Indonesia" if english else "English",
            "url": request.path_info if english else f"/en{request.path_info}",
        },
    }
