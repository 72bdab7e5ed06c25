"""Who teaches and helps in which dusun."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from desa.empowerment.literacy import actions
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.forms import CadreForm
from desa.empowerment.literacy.models import Cadre
from desa.empowerment.literacy.queries import active_cadres
from desa.empowerment.literacy.views.office.who import CADRES
from desa.foundation.accounts.queries import official
from desa.foundation.core.http.errors import refuse


@CADRES
@require_http_methods(["GET", "POST"])
def overview(request: HttpRequest) -> HttpResponse:
    form = CadreForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.appoint_cadre(by=official(request), **form.cleaned_data)
        except LiteracyRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("literacy:cadres")
    context = {"form": form, "cadres": active_cadres().select_related("user")}
    return render(
        request, "literacy/office/cadres.html", context, status=422 if form.errors else 200
    )


@CADRES
@require_POST
def end(request: HttpRequest, cadre_id: int) -> HttpResponse:
    actions.end_cadre(by=official(request), cadre=get_object_or_404(Cadre, pk=cadre_id))
    return redirect("literacy:cadres")
