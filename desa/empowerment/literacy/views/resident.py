"""The resident's own word on a help: opening the link confirms nothing, only the button does.

The practice form stands here too, because a public page holds no form of ours; it stores nothing.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from desa.empowerment.literacy import published
from desa.empowerment.literacy.actions import RESIDENT, confirm_by_code, deny
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.forms import PracticeForm
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


@public
@require_http_methods(["GET", "POST"])
def practice_form(request: HttpRequest) -> HttpResponse:
    """For practice: whatever is written here is thrown away; the answer is the same for everyone."""
    form = PracticeForm(request.POST if request.method == "POST" else None)
    done = request.method == "POST" and form.is_valid()
    context = {"form": form, "done": done, "code": published.EXAMPLE_CODE}
    status = 422 if form.errors else 200
    return render(request, "literacy/public/practice_form.html", context, status=status)
