"""The shelf: every regulation of the village, whether it holds, what it stands on, its text."""

from base64 import b64decode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desa.foundation.core.http.access import public
from desa.foundation.core.http.paging import named_page
from desa.transparency.regulations import published

ON_A_PAGE = 20
FILTERS = ("q", "jenis", "tahun", "keadaan")


@public
@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    words, kind, year, state = (request.GET.get(name, "")[:80] for name in FILTERS)
    lines = published.shelf(words, kind, year, state)
    page = Paginator(lines, ON_A_PAGE).get_page(request.GET.get("hal"))
    context = {
        "page": named_page(page, "hal"),
        "words": words,
        "narrowed": any((words, kind, year, state)),
        "choices": published.choices(kind, year, state),
        "keep": _kept(request),
    }
    return render(request, "regulations/public/shelf.html", context)


def _kept(request: HttpRequest) -> str:
    """The filters, for the links to the other pages."""
    kept = request.GET.copy()
    kept.pop("hal", None)
    return f"{kept.urlencode()}&" if kept else ""


@public
@require_safe
def page(request: HttpRequest, regulation_id: int) -> HttpResponse:
    found = published.regulation(regulation_id)
    if found is None:
        raise Http404
    return render(request, "regulations/public/page.html", {"item": found, "line": found.line})


@public
@require_safe
def file(request: HttpRequest, regulation_id: int) -> HttpResponse:
    found = published.file(regulation_id)
    if found is None:
        raise Http404
    answer = HttpResponse(b64decode(found.base64), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{found.name}"'
    return answer


@public
@require_safe
def picture(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "regulations/public/picture.html",
        {"map": published.regulation_map(), "legend": published.legend()},
    )


@public
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """A JSON array, as the national network reads it."""
    rows = [dict(row) for row in published.feed()]
    return JsonResponse(rows, safe=False, json_dumps_params={"ensure_ascii": False})
