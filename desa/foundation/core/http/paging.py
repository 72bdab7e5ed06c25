"""Long lists a page at a time; the page number stands in the address, so it can be opened again."""

from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

M = TypeVar("M", bound=Model)
P = TypeVar("P", bound=Page[Any])
SIZE = 50


def page_of(request: HttpRequest, rows: QuerySet[M, Any], name: str, size: int = SIZE) -> Page[M]:
    """The page that the parameter `name` asks for; the first for nonsense, the last beyond the end."""
    return named_page(Paginator(rows, size).get_page(request.GET.get(name)), name)


def named_page(page: P, name: str) -> P:
    """The page knows its parameter, so that two lists on one page keep apart."""
    page.name = name  # type: ignore[attr-defined]
    return page
