"""Who masters what the village cannot do without: seen by the two who answer for the staff."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from desa.empowerment.literacy import actions
from desa.empowerment.literacy.engine.catalogue import function_named
from desa.empowerment.literacy.exceptions import LiteracyRefused, UnknownItem
from desa.empowerment.literacy.forms import ObservationForm
from desa.empowerment.literacy.queries import matrix
from desa.empowerment.literacy.rules.catalogue import Critical
from desa.empowerment.literacy.views.office.who import SKILLS
from desa.foundation.accounts.queries import official
from desa.foundation.core import clock
from desa.foundation.core.http.errors import refuse
from desa.foundation.tenancy.scope import current_village


@SKILLS
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    lines = matrix(clock.today(current_village()))
    context = {"lines": lines, "enough": sum(1 for line in lines if line.is_enough)}
    return render(request, "literacy/office/skills.html", context)


def _function_or_404(slug: str) -> Critical:
    try:
        return function_named(slug)
    except UnknownItem:
        raise Http404(slug) from None


@SKILLS
@require_http_methods(["GET", "POST"])
def watch(request: HttpRequest, function: str) -> HttpResponse:
    critical, by = _function_or_404(function), official(request)
    form = ObservationForm(
        request.POST if request.method == "POST" else None, function=critical, by=by
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.observe(by=by, function=critical.slug, **form.cleaned_data)
        except LiteracyRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("literacy:skills")
    context = {"function": critical, "form": form}
    return render(
        request, "literacy/office/observe.html", context, status=422 if form.errors else 200
    )
