"""Ties between rooms that no import shows: keys by name, templates, addresses by name."""

import ast
import re
from collections.abc import Iterable

from tests.house.tree import Floors, may_know

SHARED_TEMPLATES = ("core", "parts")
TEMPLATE_TIE = re.compile(r"{%\s*(?:include|extends)\s+[\"']([^\"']+)[\"']")
URL_TIE = re.compile(r"{%\s*url\s+[\"'](\w+):\w+[\"']")
URL_NAME = re.compile(r"^([a-z_]+):[a-z_]+$")
TEMPLATE_NAME = re.compile(r"^[a-z_]+/[\w/]+\.(?:html|txt)$")


def foreign_templates(room: str, names: Iterable[str]) -> list[str]:
    """Templates of another room: only the shared parts and frames of core are for all."""
    return [name for name in names if name.split("/")[0] not in (room, *SHARED_TEMPLATES)]


def strings(tree: ast.AST) -> list[str]:
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def templates_in_python(tree: ast.AST) -> list[str]:
    return [value for value in strings(tree) if TEMPLATE_NAME.match(value)]


def urls_in_python(tree: ast.AST, order: Floors) -> set[str]:
    """Rooms whose addresses are named: reverse("portal:home") names portal."""
    found = {match[1] for value in strings(tree) if (match := URL_NAME.match(value))}
    return found & set(order)


def upward(room: str, named: Iterable[str], order: Floors) -> list[str]:
    """Named rooms that this room may not know."""
    return sorted(other for other in set(named) if not may_know(room, other, order))
