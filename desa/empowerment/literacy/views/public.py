"""Belajar: which classes come, what one learns, who helps, and a place to practise on made-up data."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from desa.empowerment.literacy import published
from desa.foundation.core.http.access import public
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem


@public
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    context = {
        "agenda": published.agenda(),
        "helpers": published.helpers(),
        "results": published.results(),
        "subjects": published.subjects(),
        "tasks": published.practice_tasks(),
    }
    return render(request, "literacy/public/overview.html", context)


@public
@require_http_methods(["GET", "POST"])
def ask_code(request: HttpRequest) -> HttpResponse:
    """Nothing is stored: the form only leads to the page of the help."""
    typed = request.POST.get("kode", "")
    if request.method == "GET":
        return render(request, "literacy/public/ask_code.html", {"problem": False, "typed": ""})
    try:
        return redirect("literacy:confirm", StatusCode.parse(typed).value)
    except ValueProblem:
        context = {"problem": True, "typed": typed}
        return render(request, "literacy/public/ask_code.html", context, status=422)


@public
@require_GET
def practice(request: HttpRequest) -> HttpResponse:
    context = {"tasks": published.practice_tasks()}
    return render(request, "literacy/public/practice.html", context)


@public
@require_http_methods(["GET", "POST"])
def practice_status(request: HttpRequest) -> HttpResponse:
    typed = request.POST.get("kode", "")
    known = "".join(typed.upper().split()).replace("-", "") == published.EXAMPLE_CODE.replace(
        "-", ""
    )
    wrong = request.method == "POST" and not known
    context = {"typed": typed, "found": known, "problem": wrong, "code": published.EXAMPLE_CODE}
    status = 422 if wrong else 200
    return render(request, "literacy/public/practice_status.html", context, status=status)
