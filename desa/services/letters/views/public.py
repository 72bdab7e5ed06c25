"""Layanan Surat: what you get, what to bring, how long, what it costs; and how far your letter is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.limits import RateLimiter, client_of
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.servicelevels import published as servicelevels
from desa.services.letters import published

wrong_codes = RateLimiter(attempts=10, seconds=300)
TOO_MANY = _("Terlalu banyak kode keliru. Tunggu 5 menit, atau tanyakan di kantor desa.")


@public
@require_GET
def services(request: HttpRequest) -> HttpResponse:
    standards = {standard.service: standard for standard in servicelevels.standards()}
    rows = [
        (kind, standards[kind.slug]) for kind in published.letter_kinds() if kind.slug in standards
    ]
    return render(request, "letters/public/services.html", {"rows": rows})


@public
@require_GET
def service(request: HttpRequest, slug: str) -> HttpResponse:
    for kind in published.letter_kinds():
        for standard in servicelevels.standards():
            if kind.slug == slug == standard.service:
                context = {"kind": kind, "standard": standard, "hours": servicelevels.hours()}
                return render(request, "letters/public/service.html", context)
    raise Http404(slug)


@public
@require_http_methods(["GET", "POST"])
def ask_status(request: HttpRequest) -> HttpResponse:
    """Nothing is stored: the form only leads to the address of the answer."""
    typed = request.POST.get("kode", "")
    if request.method == "GET":
        return render(request, "letters/public/ask_status.html", {"problem": False, "typed": ""})
    try:
        return redirect("letters:status", StatusCode.parse(typed).value)
    except ValueProblem:
        return render(
            request, "letters/public/ask_status.html", {"problem": True, "typed": typed}, status=422
        )


@public
@require_GET
def status(request: HttpRequest, code: str) -> HttpResponse:
    client = client_of(request)
    if wrong_codes.is_blocked(client):
        return refuse(request, 429, TOO_MANY)
    found = published.status(code)
    if found is None:
        wrong_codes.count(client)
        return render(request, "letters/public/no_status.html", {}, status=404)
    return render(request, "letters/public/status.html", {"status": found})
