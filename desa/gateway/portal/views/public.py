"""The front door: what most people came for, until when the office is open, and one search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from desa.foundation.core import clock, registry
from desa.foundation.core.http.access import public
from desa.foundation.core.http.finished import keep
from desa.foundation.core.registry import NewsLine
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.papers import published as papers
from desa.foundation.servicelevels import published as servicelevels
from desa.foundation.tenancy.scope import current_village
from desa.services.letters import published as letters

MOST_NEWS = 3


@public
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    office = servicelevels.office_now()
    context = {
        "office": office,
        "hours": servicelevels.hours(),
        "news": _news(),
        "has_agenda": current_village().has_room("publishing"),
    }
    changes_at = office.changes_at or clock.now()
    return keep(render(request, "portal/public/home.html", context), until=changes_at)


def _news() -> dict[str, list[NewsLine]]:
    """What the switched-on rooms tell: what must be known now, what comes next, what else runs."""
    village = current_village()
    rooms = [source for source in registry.home_news if village.has_room(source.room)]
    lines = [line for source in rooms for line in source.lines(MOST_NEWS)]
    coming = sorted((line for line in lines if line.dated), key=lambda line: line.at)
    return {
        "urgent": [line for line in lines if line.urgent],
        "coming": coming[:MOST_NEWS],
        "running": [line for line in lines if not line.dated and not line.urgent][:MOST_NEWS],
    }


@public
@require_POST
def find(request: HttpRequest) -> HttpResponse:
    """A code leads to its page; words lead to the services that hold them. Nothing is stored."""
    words = request.POST.get("q", "").strip()
    try:
        return redirect("letters:status", StatusCode.parse(words).value)
    except ValueProblem:
        pass
    try:
        return redirect("papers:result", code=papers.readable(words))
    except ValueProblem:
        pass
    context = {"words": words, "found": _services_with(words.casefold().split())}
    return render(request, "portal/public/search_results.html", context)


def _services_with(words: list[str]) -> list[letters.PublishedKind]:
    """Letters that hold every one of the (folded) words; none while the village makes no letters."""
    if not words or not current_village().has_room("letters"):
        return []
    return [
        kind
        for kind in letters.letter_kinds()
        if all(word in f"{kind.name} {kind.public_name} {kind.short}".casefold() for word in words)
    ]
