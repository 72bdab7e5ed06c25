"""Photos of shown cards, and “kartu ini salah” from anyone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from desa.empowerment.marketplace.actions import report_card
from desa.empowerment.marketplace.enums import ReportReason
from desa.empowerment.marketplace.exceptions import MarketplaceRefused
from desa.empowerment.marketplace.forms import ReportForm
from desa.empowerment.marketplace.models import Card
from desa.empowerment.marketplace.queries import public_cards
from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.limits import RateLimiter, client_of
from desa.foundation.files.exceptions import StoredFileError
from desa.foundation.files.queries import read_content
from desa.foundation.files.rules import MEDIA_TYPE

reports = RateLimiter(attempts=5, seconds=3600)
TOO_MANY = _("Sudah banyak laporan dari sini. Coba lagi satu jam lagi, atau datang ke kantor desa.")


@public
@require_GET
def photo(request: HttpRequest, card_id: int, *, small: bool) -> HttpResponse:
    card = get_object_or_404(public_cards().select_related("photo", "preview"), pk=card_id)
    return picture_of(card, small=small)


def picture_of(card: Card, *, small: bool) -> HttpResponse:
    file = card.preview if small else card.photo
    try:
        content = read_content(file) if file else b""
    except StoredFileError:
        raise Http404(card.pk) from None
    if not content:
        raise Http404(card.pk)
    answer = HttpResponse(content, content_type=MEDIA_TYPE)
    answer["Cache-Control"] = "public, max-age=300"
    return answer


@public
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, card_id: int) -> HttpResponse:
    card = get_object_or_404(public_cards(), pk=card_id)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and reports.is_blocked(client_of(request)):
        return refuse(request, 429, TOO_MANY)
    if form.is_valid():
        reports.count(client_of(request))
        try:
            why = ReportReason(form.cleaned_data["why"])
            report_card(card=card, why=why, words=form.cleaned_data["words"])
        except MarketplaceRefused as refused:
            return refuse(request, 409, refused.message)
        return redirect("marketplace:reported", card.pk)
    context, status = {"card": card, "form": form}, 422 if form.errors else 200
    return render(request, "marketplace/resident/report.html", context, status=status)


@public
@require_GET
def reported(request: HttpRequest, card_id: int) -> HttpResponse:
    card = get_object_or_404(public_cards(), pk=card_id)
    return render(request, "marketplace/resident/reported.html", {"card": card})
