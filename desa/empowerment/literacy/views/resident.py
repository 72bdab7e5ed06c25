"""The resident's own word on a help: opening the link confirms nothing, only the button does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from desa.empowerment.literacy import published
from desa.empowerment.literacy.actions import RESIDENT, confirm_by_code, deny
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.queries import assist_by_code
from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.limits import RateLimiter, client_of

wrong_codes = RateLimiter(attempts=10, seconds=300)
TOO_MANY = _("Terlalu banyak kode keliru. Tunggu 5 menit, atau tanyakan kepada kader.")


@public
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    client = client_of(request)
    if wrong_codes.is_blocked(client):
        return refuse(request, 429, TOO_MANY)
    found = published.assist(code)
    if found is None:
        wrong_codes.count(client)
        return render(request, "literacy/public/no_code.html", {}, status=404)
    if request.method == "POST":
        return _answer(request, found.code)
    return render(request, "literacy/public/confirm.html", {"assist": found})


def _answer(request: HttpRequest, code: str) -> HttpResponse:
    assist = assist_by_code(code)
    assert assist is not None
    act = {"ya": confirm_by_code, "bukan": deny}.get(request.POST.get("jawab", ""))
    if act is None:
        return refuse(request, 400, _("Ketuk “ya” atau “bukan”."))
    try:
        act(by=RESIDENT, assist=assist)
    except LiteracyRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("literacy:confirm", code)
