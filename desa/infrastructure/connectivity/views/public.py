"""What everyone may read of the Wi-Fi."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desa.foundation.core import clock
from desa.foundation.core.http.access import public
from desa.foundation.core.http.finished import keep
from desa.infrastructure.connectivity import published

KEPT = timedelta(minutes=1)


@public
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    page = render(request, "connectivity/public/wifi.html", {"wifi": published.wifi()})
    return keep(page, until=clock.now() + KEPT)


@public
@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """Why there and not elsewhere."""
    found = published.plan()
    if found is None:
        raise Http404
    return render(request, "connectivity/public/plan.html", {"plan": found})


@public
@require_safe
def thanks(request: HttpRequest, point_id: int) -> HttpResponse:
    """After "Wi-Fi mati": what the probe says, and what happens next."""
    point = published.point(point_id)
    if point is None:
        raise Http404
    return render(request, "connectivity/public/thanks.html", {"point": point})
