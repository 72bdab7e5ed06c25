"""The front door: what most people came for, until when the office is open, and one search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from desa.foundation.core import clock
from desa.foundation.core.http.access import public
from desa.foundation.core.http.finished import keep
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.papers import published as papers
from desa.foundation.servicelevels import published as servicelevels
from desa.services.letters import published as letters


@public
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    office = servicelevels.office_now()
    context = {"office": office, "hours": servicelevels.hours()}
    changes_at = office.changes_at or clock.now()
    return keep(render(request, "portal/public/home.html", context), until=changes_at)


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
    folded = words.casefold()
    names = [
        (kind, f"{kind.name} {kind.public_name} {kind.short}".casefold())
        for kind in letters.letter_kinds()
    ]
    found = [
        kind for kind, text in names if folded and all(word in text for word in folded.split())
    ]
    return render(request, "portal/public/found.html", {"words": words, "found": found})
