"""Keuangan: what is prepared, what it still lacks, and the one act that publishes it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.http.paging import page_of
from desa.transparency.budgets import presenters
from desa.transparency.budgets.actions import (
    accept_finding,
    describe_version,
    name_carriers,
    repeat_publishing,
    start_publishing,
)
from desa.transparency.budgets.enums import BudgetsPermission, Stage, VersionState
from desa.transparency.budgets.exceptions import BudgetRefused
from desa.transparency.budgets.forms import AcceptForm, CarrierForm, DescribeForm, carrier_forms
from desa.transparency.budgets.models import BudgetFinding, BudgetVersion
from desa.transparency.budgets.published.pages import media_of
from desa.transparency.budgets.published.shapes import sums_of
from desa.transparency.budgets.queries import figures, gaps_of
from desa.transparency.budgets.queries.leaves import holders, kept_carriers, kept_words
from desa.transparency.budgets.queries.progress import progress_of
from desa.transparency.budgets.queries.versions import versions

VIEW = requires(BudgetsPermission.BUDGET_VIEW)
MAKE = requires(BudgetsPermission.BUDGET_IMPORT)
PUBLISH = requires(BudgetsPermission.BUDGET_PUBLISH)
LOOK_AGAIN = "2"  # seconds, while the worker makes the files


@VIEW
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    context = {
        "versions": page_of(request, versions(), "hal"),
        "may_make": has_permission(official(request), BudgetsPermission.BUDGET_IMPORT),
    }
    return render(request, "budgets/office/overview.html", context)


@VIEW
@require_GET
def prepare(request: HttpRequest, version_id: int) -> HttpResponse:
    """What is missing, or how far publishing is."""
    version = _version(version_id)
    response = render(request, "budgets/office/prepare.html", _standing(request, version))
    if version.state == VersionState.PUBLISHING:
        response["Refresh"] = LOOK_AGAIN
    return response


def _standing(request: HttpRequest, version: BudgetVersion) -> dict[str, Any]:
    user, shown = official(request), figures(version)
    waits = version.state == VersionState.PREPARED
    return {
        "version": version,
        "figures": shown,
        "sums": sums_of(shown),
        "steps": presenters.steps(version, gaps_of(version)) if waits else [],
        "findings": version.findings.all(),
        "progress": progress_of(version) if version.state == VersionState.PUBLISHING else None,
        "waits": waits,
        "media": media_of(version) if version.state == VersionState.PUBLISHED else (),
        "accept_form": AcceptForm(),
        "may_make": has_permission(user, BudgetsPermission.BUDGET_IMPORT),
        "may_publish": has_permission(user, BudgetsPermission.BUDGET_PUBLISH),
    }


@MAKE
@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, version_id: int) -> HttpResponse:
    version = _version(version_id)
    form = DescribeForm(version, request.POST or None, initial=kept_words(version))
    if request.method == "POST" and form.is_valid():
        try:
            describe_version(by=official(request), version=version, words=form.words())
        except BudgetRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("budgets:prepare", version.pk)
    context = {"version": version, "form": form}
    status = 422 if form.errors else 200
    return render(request, "budgets/office/describe.html", context, status=status)


@MAKE
@require_http_methods(["GET", "POST"])
def carriers(request: HttpRequest, version_id: int) -> HttpResponse:
    """All kegiatan in one page, filled with the usual offices: one look and one button."""
    version = _version(version_id)
    forms = _forms(request, version)
    if request.method == "POST" and all(form.is_valid() for form in forms):
        named = {form.work.code: form.carrier() for form in forms}
        try:
            name_carriers(by=official(request), version=version, carriers=named)
        except BudgetRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("budgets:prepare", version.pk)
    context = {"version": version, "forms": forms, "holders": holders()}
    status = 422 if any(form.errors for form in forms) else 200
    return render(request, "budgets/office/carriers.html", context, status=status)


def _forms(request: HttpRequest, version: BudgetVersion) -> list[CarrierForm]:
    realised = version.stage == Stage.REALISATION
    works = figures(version).works
    return carrier_forms(works, kept_carriers(version), request.POST, realised=realised)


@MAKE
@require_POST
def accept(request: HttpRequest, version_id: int, finding_id: int) -> HttpResponse:
    findings = BudgetFinding.objects.filter(version=_version(version_id))
    finding, form = get_object_or_404(findings, pk=finding_id), AcceptForm(request.POST)
    if not form.is_valid():
        context = {**_standing(request, finding.version), "accept_form": form, "form": form}
        return render(request, "budgets/office/prepare.html", context, status=422)
    try:
        accept_finding(by=official(request), finding=finding, note=form.cleaned_data["note"])
    except BudgetRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("budgets:prepare", version_id)


@PUBLISH
@require_POST
def publish(request: HttpRequest, version_id: int) -> HttpResponse:
    version = _version(version_id)
    try:
        start_publishing(by=official(request), version=version)
    except BudgetRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("budgets:prepare", version.pk)


@PUBLISH
@require_POST
def repeat(request: HttpRequest, version_id: int) -> HttpResponse:
    version = _version(version_id)
    try:
        repeat_publishing(by=official(request), version=version)
    except BudgetRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("budgets:prepare", version.pk)


def _version(version_id: int) -> BudgetVersion:
    version = BudgetVersion.objects.filter(pk=version_id).first()
    if version is None:
        raise Http404
    return version
