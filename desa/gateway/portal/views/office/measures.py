"""What the rooms measure of the village: the figure, how it is counted, and each row behind it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from desa.foundation.core.http.access import requires
from desa.foundation.core.http.paging import SIZE, named_page
from desa.foundation.core.measures import measures as registered
from desa.gateway.portal.engine.evidence import evidence_csv
from desa.gateway.portal.enums import PortalPermission
from desa.gateway.portal.presenters import SeenMeasure, seen_measure
from desa.gateway.portal.queries import reading_of
from desa.gateway.portal.views.office.pages import page

MEASURES = requires(PortalPermission.MEASURES)


def _seen(name: str) -> SeenMeasure:
    measure = registered.find(name)
    if measure is None:
        raise Http404(name)
    return seen_measure(measure, reading_of(measure))


@MEASURES
@require_GET
def measures(request: HttpRequest) -> HttpResponse:
    """Every registered measure; the codes of one indicator stand together."""
    seen = [_seen(name) for name in registered.names()]
    return page(request, "portal/office/measures.html", None, measures=seen)


@MEASURES
@require_GET
def measure(request: HttpRequest, name: str) -> HttpResponse:
    seen = _seen(name)
    rows = Paginator(seen.reading.evidence, SIZE).get_page(request.GET.get("bukti"))
    return page(
        request,
        "portal/office/measure.html",
        None,
        measure=seen,
        evidence=named_page(rows, "bukti"),
    )


@MEASURES
@require_GET
def evidence_file(request: HttpRequest, name: str) -> HttpResponse:
    seen = _seen(name)
    response = HttpResponse(evidence_csv(seen.reading.evidence), content_type="text/csv")
    response["Content-Disposition"] = f'attachment; filename="ukuran-{seen.name}.csv"'
    return response
