"""What everyone may read: the list, one case, and by its code how far a report is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.limits import RateLimiter, client_of
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.services.complaints import published

wrong_codes = RateLimiter(attempts=10, seconds=300)
TOO_MANY = _("Terlalu banyak kode keliru. Tunggu 5 menit, atau tanyakan di kantor desa.")


@public
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    kind, hamlet = request.GET.get("jenis", ""), request.GET.get("dusun", "")
    page = {
        "list": published.complaints(kind, hamlet, request.GET.get("sesudah", "")),
        "categories": published.open_categories(),
        "hamlets": published.hamlets(),
        "kind": kind,
        "hamlet": hamlet,
        "later": bool(request.GET.get("sesudah")),
    }
    return render(request, "complaints/public/list.html", page)


@public
@require_GET
def case(request: HttpRequest, number: str) -> HttpResponse:
    found = published.case(number)
    if found is None:
        return render(request, "complaints/public/no_case.html", {}, status=404)
    return render(request, "complaints/public/case.html", {"case": found})


@public
@require_http_methods(["GET", "POST"])
def ask_status(request: HttpRequest) -> HttpResponse:
    """Nothing is stored: the form only leads to the address of the answer."""
    typed, page = request.POST.get("kode", ""), "complaints/public/ask_status.html"
    if request.method == "GET":
        return render(request, page, {"problem": False, "typed": ""})
    try:
        return redirect("complaints:status", StatusCode.parse(typed).value)
    except ValueProblem:
        return render(request, page, {"problem": True, "typed": typed}, status=422)


@public
@require_GET
def status(request: HttpRequest, code: str) -> HttpResponse:
    return _status(request, code, "complaints/public/status.html")


@public
@require_GET
def filed(request: HttpRequest, code: str) -> HttpResponse:
    """The same right after sending: the code to keep, the promise, and who has it now."""
    return _status(request, code, "complaints/public/filed.html")


def no_case(request: HttpRequest) -> HttpResponse:
    """Every wrong code is answered alike."""
    wrong_codes.count(client_of(request))
    return render(request, "complaints/public/no_status.html", {}, status=404)


def _status(request: HttpRequest, code: str, page: str) -> HttpResponse:
    if wrong_codes.is_blocked(client_of(request)):
        return refuse(request, 429, TOO_MANY)
    found = published.by_code(code)
    return render(request, page, {"case": found}) if found else no_case(request)
