"""The few signs an office needs, as HTML: blank lines, lists and **bold**. What is typed is never code.

"- " or "* " begins a point, "1. " a numbered one, an address with https becomes a link.
"""

import re
from html import escape
from itertools import groupby

_POINT = re.compile(r"\s*[-*•]\s+(.+)")
_NUMBERED = re.compile(r"\s*\d{1,3}[.)]\s+(.+)")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_ADDRESS = re.compile(r"https?://[^\s<>\"'*]+[^\s<>\"'*.,;:!?)]")
_LISTS = {"point": "ul", "numbered": "ol"}


def to_html(text: str) -> str:
    """Everything is escaped first, so a pasted tag is shown as it was typed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    blocks = groupby((_line(line) for line in lines), key=lambda pair: pair[0])
    return "".join(_block(kind, [words for _, words in pairs]) for kind, pairs in blocks)


def _line(line: str) -> tuple[str, str]:
    for kind, pattern in (("point", _POINT), ("numbered", _NUMBERED)):
        if match := pattern.fullmatch(line):
            return kind, match[1].strip()
    return ("words", line.strip()) if line.strip() else ("gap", "")


def _block(kind: str, lines: list[str]) -> str:
    if kind == "gap":
        return ""
    if kind in _LISTS:
        points = "".join(f"<li>{_inline(line)}</li>" for line in lines)
        return f"<{_LISTS[kind]}>{points}</{_LISTS[kind]}>"
    return f"<p>{'<br>'.join(_inline(line) for line in lines)}</p>"


def _inline(text: str) -> str:
    pieces, end = [], 0
    for match in _ADDRESS.finditer(text):
        pieces.append(escape(text[end : match.start()]))
        address = escape(match[0])
        pieces.append(f'<a href="{address}">{address}</a>')
        end = match.end()
    return _BOLD.sub(r"<strong>\1</strong>", "".join([*pieces, escape(text[end:])]))


def to_plain(text: str) -> str:
    """For a message: the same words, with the one star of WhatsApp for bold."""
    lines = (line.strip() for line in text.replace("\r\n", "\n").split("\n"))
    return _BOLD.sub(r"*\1*", "\n".join(lines)).strip()
