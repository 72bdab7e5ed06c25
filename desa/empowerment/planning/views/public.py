"""Usulan Warga: every proposal with its state and reason, and how a year was decided."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from desa.empowerment.planning import published
from desa.foundation.core.http.access import public
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem


@public
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    asked = {name: request.GET.get(name, "") for name in ("tahun", "dusun", "keadaan", "sesudah")}
    year = int(asked["tahun"]) if asked["tahun"].isascii() and asked["tahun"].isdigit() else None
    context = {
        "list": published.proposals(year, asked["dusun"], asked["keadaan"], asked["sesudah"]),
        "round": published.taking(),
        "years": published.years(),
        "hamlets": published.hamlets(),
        "states": published.states(),
        "asked": asked,
    }
    return render(request, "planning/public/list.html", context)


@public
@require_GET
def proposal(request: HttpRequest, year: int, number: int) -> HttpResponse:
    found = published.proposal(year, number)
    if found is None:
        raise Http404
    return render(request, "planning/public/proposal.html", {"page": found})


@public
@require_GET
def result(request: HttpRequest, year: int) -> HttpResponse:
    found = published.result(year)
    if found is None:
        raise Http404
    return render(request, "planning/public/result.html", {"result": found, "texts": found.texts})


@public
@require_GET
def photo(request: HttpRequest, year: int, number: int, photo_id: int) -> HttpResponse:
    """A picture that the office shows."""
    found = published.public_photo(year, number, photo_id)
    if found is None:
        raise Http404
    answer = HttpResponse(found.content, content_type=found.media_type)
    answer["Cache-Control"] = "public, max-age=300"
    return answer


@public
@require_http_methods(["GET", "POST"])
def ask_status(request: HttpRequest) -> HttpResponse:
    """Nothing is stored: the form only leads to the address of the answer."""
    typed, page = request.POST.get("kode", ""), "planning/public/ask_status.html"
    if request.method == "GET":
        return render(request, page, {"problem": False, "typed": ""})
    try:
        return redirect("planning:status", StatusCode.parse(typed).value)
    except ValueProblem:
        return render(request, page, {"problem": True, "typed": typed}, status=422)
