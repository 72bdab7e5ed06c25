"""Points and their outages."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.queries import official
from desa.foundation.core import clock
from desa.foundation.core.http.errors import refuse
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.assets.enums import AssetsPermission
from desa.infrastructure.assets.exceptions import AssetRefused
from desa.infrastructure.connectivity.actions import (
    describe_outage,
    keep_speed,
    keep_walk,
    order_repair,
    remove_point,
    save_point,
)
from desa.infrastructure.connectivity.enums import ConnectivityPermission
from desa.infrastructure.connectivity.exceptions import ConnectivityError
from desa.infrastructure.connectivity.forms import PointForm, RepairForm, SpeedForm, WalkForm
from desa.infrastructure.connectivity.models import Outage, Point, Probe
from desa.infrastructure.connectivity.queries.office import lines, reports_since
from desa.infrastructure.connectivity.queries.uptime import tallies, weeks
from desa.infrastructure.connectivity.views.office.common import (
    EDIT,
    REPAIR,
    VIEW,
    kept,
    may,
    point_or_404,
)

RECENT = 10


@VIEW
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    found = lines()
    outages = Outage.objects.filter(ended_at__isnull=True).select_related("point", "case")
    page = {
        "lines": found,
        "outages": [(row, reports_since(row)) for row in outages.order_by("began_at")],
        "doubtful": [each for each in found if each.doubtful],
        "unmeasured": [each.standing.point for each in found if each.standing.point.radius is None],
        "wrong_clocks": Probe.objects.exclude(clock_offset__range=(-90, 90)),
        "weeks": weeks((each.standing.point for each in found), clock.today(current_village())),
        "may_edit": may(request, ConnectivityPermission.EDIT),
        "may_repair": may(request, ConnectivityPermission.REPAIR),
        "may_plan": may(request, ConnectivityPermission.PLAN),
    }
    return render(request, "connectivity/office/overview.html", page)


@VIEW
@require_GET
def detail(request: HttpRequest, point_id: int) -> HttpResponse:
    point, today = point_or_404(point_id), clock.today(current_village())
    page = {
        "point": point,
        "line": next(each for each in lines() if each.standing.point.pk == point.pk),
        "month": tallies([point], today)[point.pk],
        "weeks": weeks([point], today),
        "walks": point.walks.order_by("-walked_on")[:RECENT],
        "speeds": point.speeds.order_by("-at")[:RECENT],
        "outages": point.outages.select_related("case").order_by("-began_at")[:RECENT],
        "may_edit": may(request, ConnectivityPermission.EDIT),
    }
    return render(request, "connectivity/office/point.html", page)


@EDIT
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, point_id: int | None = None) -> HttpResponse:
    point = point_or_404(point_id) if point_id else Point()
    form = PointForm(request.POST or None, instance=point)
    saved = kept(form, lambda: save_point(by=official(request), point=form.save(commit=False)))
    if saved is not None:
        return redirect("connectivity:point", saved.pk)
    page = {"form": form, "point": point if point_id else None}
    return _form(request, "connectivity/office/edit_point.html", page)


@EDIT
@require_POST
def remove(request: HttpRequest, point_id: int) -> HttpResponse:
    remove_point(by=official(request), point=point_or_404(point_id))
    return redirect("connectivity:overview")


@EDIT
@require_http_methods(["GET", "POST"])
def walk(request: HttpRequest, point_id: int) -> HttpResponse:
    point, form = point_or_404(point_id), WalkForm(request.POST or None)
    if form.is_valid():
        by, data = official(request), form.cleaned_data
        keep_walk(by=by, point=point, walked_on=data["walked_on"], places=data["places"])
        return redirect("connectivity:point", point.pk)
    return _form(request, "connectivity/office/walk.html", {"form": form, "point": point})


@EDIT
@require_http_methods(["GET", "POST"])
def speed(request: HttpRequest, point_id: int) -> HttpResponse:
    point, form = point_or_404(point_id), SpeedForm(request.POST or None)
    if kept(form, lambda: keep_speed(by=official(request), point=point, **form.facts())):
        return redirect("connectivity:point", point.pk)
    return _form(request, "connectivity/office/speed.html", {"form": form, "point": point})


@REPAIR
@require_http_methods(["GET", "POST"])
def repair(request: HttpRequest, outage_id: int) -> HttpResponse:
    outage = get_object_or_404(
        Outage.objects.select_related("point", "case", "order"), pk=outage_id
    )
    form = RepairForm(request.POST or None, instance=outage)
    if form.is_valid():
        describe_outage(by=official(request), outage=outage, facts=form.cleaned_data)
        return redirect("connectivity:point", outage.point_id)
    may_order = may(request, AssetsPermission.REPAIR) and outage.point.asset_id is not None
    page = {
        "form": form,
        "outage": outage,
        "reports": reports_since(outage),
        "may_order": may_order,
    }
    return _form(request, "connectivity/office/repair.html", page)


@REPAIR
@require_POST
def order(request: HttpRequest, outage_id: int) -> HttpResponse:
    """A work order in the room of assets, for the device that stands there."""
    outage = get_object_or_404(Outage, pk=outage_id)
    try:
        order_repair(by=official(request), outage=outage)
    except (ConnectivityError, AssetRefused) as problem:
        return refuse(request, 409, str(problem.message))
    return redirect("connectivity:repair", outage.pk)


def _form(request: HttpRequest, template: str, page: Mapping[str, object]) -> HttpResponse:
    """A form that was sent with a mistake comes back with its mistakes, not as if it were new."""
    return render(request, template, dict(page), status=422 if request.method == "POST" else 200)
