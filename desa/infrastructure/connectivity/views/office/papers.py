"""The poster that hangs beside a point."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from desa.foundation.core import clock
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.connectivity.engine.poster import make_poster
from desa.infrastructure.connectivity.presenters.poster import poster_values
from desa.infrastructure.connectivity.views.office.common import EDIT, point_or_404


@EDIT
@require_GET
def poster(request: HttpRequest, point_id: int) -> HttpResponse:
    """How to get on, how to stay safe, and a QR for the day on which it is off."""
    point, village = point_or_404(point_id), current_village()
    path = reverse("connectivity:report_point", args=[point.pk])
    base = village.public_address or request.build_absolute_uri("/")
    values = poster_values(point, village.name, mark="CONTOH" if settings.DEMO else "")
    now = int(clock.now().timestamp())
    content = make_poster(values, link=base.rstrip("/") + path, timestamp=now)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="poster-wifi.pdf"'
    return response
