"""The village's own map."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from desa.foundation.accounts.queries import official
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.infrastructure.connectivity.actions import place_rt, take_map
from desa.infrastructure.connectivity.forms import MapForm, RtForm
from desa.infrastructure.connectivity.models import RtPlace
from desa.infrastructure.connectivity.queries.drawing import drawing
from desa.infrastructure.connectivity.queries.places import rt_lines
from desa.infrastructure.connectivity.queries.states import standings
from desa.infrastructure.connectivity.rules.geo import Spot
from desa.infrastructure.connectivity.views.office.common import EDIT


@EDIT
@require_http_methods(["GET", "POST"])
def overview(request: HttpRequest) -> HttpResponse:
    """Upload the outlines, and see which RT has no middle yet."""
    bound = request.method == "POST"
    form = MapForm(request.POST, request.FILES) if bound else MapForm()
    page: dict[str, object] = {"form": form}
    if form.is_valid():
        placed, unknown = take_map(by=official(request), found=form.cleaned_data["file"])
        page |= {"form": MapForm(), "placed": placed, "unknown": unknown, "taken": True}
    page |= {"lines": rt_lines(), "drawing": drawing(standings())}
    return render(request, "connectivity/office/map.html", page, status=422 if form.errors else 200)


@EDIT
@require_http_methods(["GET", "POST"])
def place(request: HttpRequest, area_id: int) -> HttpResponse:
    area = get_object_or_404(Area, pk=area_id, kind=AreaKind.RT)
    row = RtPlace.objects.filter(area=area).first()
    start = {"latitude": row.latitude, "longitude": row.longitude} if row else {}
    form = RtForm(request.POST or None, initial=start)
    if form.is_valid():
        data = form.cleaned_data
        place_rt(by=official(request), area=area, where=Spot(data["latitude"], data["longitude"]))
        return redirect("connectivity:map")
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "area": area}
    return render(request, "connectivity/office/place_rt.html", page, status=status)
