"""The village head's page: the eight, what is missing, and at most three things to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.insight.readiness import presenters, published, queries
from desa.insight.readiness.actions import accept_action, call_off_proposal, end_action
from desa.insight.readiness.enums import ReadinessPermission
from desa.insight.readiness.exceptions import ReadinessRefused
from desa.insight.readiness.forms import EndForm, ReasonForm
from desa.insight.readiness.models import Recommendation
from desa.insight.readiness.published.words import name_of

DECIDE = requires(ReadinessPermission.READINESS_PUBLISH)
VIEW = requires(ReadinessPermission.READINESS_VIEW)


@VIEW
@require_GET
def progress(request: HttpRequest) -> HttpResponse:
    who = official(request)
    rapor = published.rapor()
    scored = [line for line in rapor.indicators if line.score is not None]
    running = [(row, presenters.title_of_action(row.code)) for row in queries.running_actions()]
    context = {
        "rapor": rapor,
        "weakest": min(scored, key=lambda line: line.score or 0, default=None),
        "missing": presenters.missing_lines(queries.known_figures()),
        "gaps": [presenters.gap_line(gap) for gap in queries.proposed()],
        "running": running,
        "may_decide": has_permission(who, ReadinessPermission.READINESS_PUBLISH),
        "may_assess": has_permission(who, ReadinessPermission.READINESS_ASSESS),
    }
    return render(request, "readiness/office/progress.html", context)


@DECIDE
@require_POST
def accept(request: HttpRequest, code: str) -> HttpResponse:
    try:
        accept_action(by=official(request), code=code.upper())
    except ReadinessRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("readiness:progress")


@DECIDE
@require_http_methods(["GET", "POST"])
def call_off(request: HttpRequest, code: str) -> HttpResponse:
    if not any(gap.template.sub == code.upper() for gap in queries.proposed()):
        return redirect("readiness:progress")
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        call_off_proposal(by=official(request), code=code.upper(), reason=reason)
        return redirect("readiness:progress")
    title = presenters.title_of_action(code.upper())
    context = {"form": form, "title": title, "name": name_of(code.upper())}
    return render(request, "readiness/office/end.html", context, status=422 if form.errors else 200)


@DECIDE
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, action_id: int) -> HttpResponse:
    row = get_object_or_404(Recommendation, pk=action_id)
    form = EndForm(request.POST or None)
    if form.is_valid():
        try:
            end_action(by=official(request), row=row, **form.cleaned_data)
            return redirect("readiness:progress")
        except ReadinessRefused as problem:
            return refuse(request, 409, problem.message)
    title = presenters.title_of_action(row.code)
    context = {"form": form, "title": title, "name": name_of(row.code)}
    return render(request, "readiness/office/end.html", context, status=422 if form.errors else 200)
