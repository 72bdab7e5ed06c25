"""What anyone may read: how many there are, what works, and whether the money for upkeep is enough."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from desa.foundation.core.http.access import public
from desa.infrastructure.assets import published


@public
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    return render(request, "assets/public/overview.html", {"found": published.summary()})
