"""Helpers of the interface tests: rendering without silence, reading HTML strictly."""

import re
from collections import Counter
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from django.http import HttpRequest
from django.template.backends.django import DjangoTemplates

UNDEFINED = "UNDEFINED:%s"
_ENGINE = DjangoTemplates(
    {
        "NAME": "strict",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {"string_if_invalid": UNDEFINED},
    }
)


def render(
    source: str, context: dict[str, Any] | None = None, request: HttpRequest | None = None
) -> str:
    """Render a template text; an undefined variable shows up in the result."""
    text = _ENGINE.from_string(source).render(context or {}, request)
    assert "UNDEFINED:" not in text, text
    return str(text)


def part(name: str, /, **parameters: Any) -> str:
    return render('{% include "parts/' + name + '.html" %}', parameters)


def read(page: str) -> Element:
    """Parse a whole page; any HTML5 error is a failure."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(page)
    return root


def read_part(html: str) -> Element:
    return read(f"<!DOCTYPE html><html lang=id><title>t</title><body>{html}</body></html>")


def text_of(node: Element) -> str:
    return re.sub(r"\s+", " ", "".join(node.itertext())).strip()


def doubled_ids(page: str) -> list[str]:
    ids = Counter(re.findall(r'\sid="([^"]+)"', page))
    return [name for name, times in ids.items() if times > 1]
