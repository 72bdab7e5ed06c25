"""Parts that other rooms' public pages show beside their figures."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.urls import reverse

from desa.foundation.tenancy.scope import current_village
from desa.people.questions import published
from desa.people.questions.enums import QuestionState

register = template.Library()

CHIPS = {
    QuestionState.WAITING: "wait",
    QuestionState.ANSWERED: "ok",
    QuestionState.CONFIRMED: "ok",
    QuestionState.REOPENED: "wait",
    QuestionState.DISPUTED: "late",
    QuestionState.CLOSED: "idle",
}


@register.inclusion_tag("questions/parts/ask_link.html")
def ask_figure(kind: str, key: str, counts: Mapping[str, int] | None = None) -> dict[str, Any]:
    """ "2 pertanyaan, tanya angka ini": with `counts` (a dict of published.counts) without a query."""
    if not current_village().has_room("questions"):
        return {}
    number = published.count(kind, key) if counts is None else counts.get(key, 0)
    return {"number": number, "url": reverse("questions:ask", args=[kind, key])}


@register.inclusion_tag("questions/parts/list.html", takes_context=True)
def question_list(
    context: template.Context, questions: Iterable[published.PublishedQuestion]
) -> dict[str, Any]:
    """Those of published.for_figure on a page of another room; nothing above or around them."""
    return {"questions": questions, "village": context.get("village")}


@register.filter
def question_chip(state: str) -> str:
    """The kind of chip for a state of a question."""
    return CHIPS[QuestionState(state)]
