"""Whether an English page still speaks Indonesian."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

FUNCTION_WORDS = re.compile(
    r"\b(?:yang|dan|untuk|belum|tidak|dengan|ini|itu|atau|sudah|dari|akan|harus|boleh|kepada"
    r"|oleh|adalah|bila|lalu|agar|saat|setiap|semua|Anda|kami)\b",
    re.IGNORECASE,
)
SPOKEN = ("aria-label", "alt", "placeholder", "title")
UNREAD = ("script", "style", "textarea")  # what stands in a box was written by the village


def indonesian_words(source: str) -> list[str]:
    """What a reader of English would stumble over; parts marked lang="id" are quotations."""
    root = html5lib.parse(source, namespaceHTMLElements=False)
    return sorted({text for text in _texts(root) if FUNCTION_WORDS.search(text)})


def _texts(element: Element) -> Iterator[str]:
    if element.get("lang") != "id" and element.tag not in UNREAD:
        yield from (value for name in SPOKEN if (value := element.get(name)))
        yield " ".join((element.text or "").split())
        for child in element:
            yield from _texts(child)
            yield " ".join((child.tail or "").split())
