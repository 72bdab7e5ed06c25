"""What is printed: stickers, the page for Musrenbangdes, the workbook, minutes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from desa.foundation.core.http.access import requires
from desa.foundation.papers.queries import paper_pdf
from desa.infrastructure.assets import queries
from desa.infrastructure.assets.enums import AssetsPermission
from desa.infrastructure.assets.models import Disposal
from desa.infrastructure.assets.queries.printing import label_sheet, musrenbang_page
from desa.infrastructure.assets.queries.sheets import assets_workbook
from desa.infrastructure.assets.views.office.common import pdf
from desa.infrastructure.assets.views.office.register import asked

VIEW = requires(AssetsPermission.VIEW)
MANAGE = requires(AssetsPermission.MANAGE)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@MANAGE
@require_GET
def labels(request: HttpRequest) -> HttpResponse:
    """Of what the list shows, or of one asset (`kode`)."""
    code, rows = request.GET.get("kode", ""), queries.searched(*asked(request))
    found = list(rows.filter(code=code) if code else rows)
    if not found:
        raise Http404(code)
    return pdf(label_sheet(found), "stiker-aset")


@VIEW
@require_GET
def one_page(request: HttpRequest) -> HttpResponse:
    return pdf(musrenbang_page(), "perawatan-aset-musrenbang")


@MANAGE
@require_GET
def export(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(assets_workbook(), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="aset-{queries.today()}.xlsx"'
    response["Cache-Control"] = "no-store"
    return response


@VIEW
@require_GET
def minutes(request: HttpRequest, disposal_id: int) -> HttpResponse:
    """Only those that were numbered here; a picture of others stands on the page of the asset."""
    rows = Disposal.base_objects.select_related("paper")
    disposal = get_object_or_404(rows, pk=disposal_id, paper__isnull=False)
    assert disposal.paper is not None
    return pdf(paper_pdf(disposal.paper), f"berita-acara-{disposal.paper.code.display}")
