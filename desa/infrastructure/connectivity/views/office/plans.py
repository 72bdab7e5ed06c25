"""Where the next points should stand."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from desa.foundation.accounts.queries import official
from desa.infrastructure.connectivity.actions import (
    ask_plan,
    save_site,
    show_plan,
)
from desa.infrastructure.connectivity.actions import (
    remove_site as drop_site,
)
from desa.infrastructure.connectivity.enums import PlanState
from desa.infrastructure.connectivity.forms import PlanForm, ShowPlanForm, SiteForm
from desa.infrastructure.connectivity.models import CandidateSite, SitePlan
from desa.infrastructure.connectivity.presenters import answer_of
from desa.infrastructure.connectivity.queries.upkeep import upkeep_now
from desa.infrastructure.connectivity.views.office.common import PLAN, kept

RECENT = 10


@PLAN
@require_http_methods(["GET", "POST"])
def overview(request: HttpRequest) -> HttpResponse:
    form = PlanForm(request.POST or None)
    if form.is_valid():
        plan = ask_plan(by=official(request), **form.cleaned_data)
        return redirect("connectivity:office_plan", plan.pk)
    page = {
        "form": form,
        "sites": CandidateSite.objects.select_related("hamlet", "uplink").order_by("name"),
        "plans": SitePlan.objects.order_by("-asked_at")[:RECENT],
        "upkeep": upkeep_now(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "connectivity/office/plans.html", page, status=status)


@PLAN
@require_http_methods(["GET", "POST"])
def edit_site(request: HttpRequest, site_id: int | None = None) -> HttpResponse:
    site = get_object_or_404(CandidateSite, pk=site_id) if site_id else CandidateSite()
    form = SiteForm(request.POST or None, instance=site)
    if kept(form, lambda: save_site(by=official(request), site=form.save(commit=False))):
        return redirect("connectivity:plans")
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "site": site if site_id else None}
    return render(request, "connectivity/office/site.html", page, status=status)


@PLAN
@require_POST
def remove_site(request: HttpRequest, site_id: int) -> HttpResponse:
    drop_site(by=official(request), site=get_object_or_404(CandidateSite, pk=site_id))
    return redirect("connectivity:plans")


@PLAN
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, plan_id: int) -> HttpResponse:
    """One page for the musyawarah: what, where, for whom, at what price, and what stands in the way."""
    plan = get_object_or_404(SitePlan, pk=plan_id)
    form = ShowPlanForm(request.POST or None, initial={"note": plan.note})
    if plan.state == PlanState.DONE and form.is_valid():
        public = request.POST.get("aksi") != "sembunyikan"
        show_plan(by=official(request), plan=plan, note=form.cleaned_data["note"], public=public)
        return redirect("connectivity:office_plan", plan.pk)
    page = {"plan": plan, "form": form, "answer": answer_of(plan)}
    return render(request, "connectivity/office/plan.html", page)
