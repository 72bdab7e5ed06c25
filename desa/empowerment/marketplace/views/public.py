"""The market, one card, and the number for the one who presses."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from desa.empowerment.marketplace import published
from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.limits import RateLimiter, client_of

# Many phones of one operator share an address, so a small crowd may press; a machine may not.
presses = RateLimiter(attempts=20, seconds=3600)
TOO_OFTEN = _(
    "Sudah banyak nomor dibuka dari sini. Coba lagi satu jam lagi, atau tanya kantor desa."
)


@public
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    group, hamlet = request.GET.get("kelompok", ""), request.GET.get("dusun", "")
    page = {
        "market": published.market(group, hamlet, request.GET.get("hal", "")),
        "groups": published.groups(),
        "hamlets": published.hamlets(),
        "apps": published.apps(),
        "group": group,
        "hamlet": hamlet,
    }
    return render(request, "marketplace/public/list.html", page)


@public
@require_GET
def card(request: HttpRequest, card_id: int) -> HttpResponse:
    found = published.card(card_id)
    if found is None:
        return render(request, "marketplace/public/no_card.html", {}, status=404)
    return render(request, "marketplace/public/card.html", {"found": found})


@public
@require_POST
def order(request: HttpRequest, card_id: int) -> HttpResponse:
    """Nothing is stored. The answer has no address that a machine could walk along."""
    client = client_of(request)
    if presses.is_blocked(client):
        return refuse(request, 429, TOO_OFTEN)
    found = published.order(card_id, request.POST.get("jumlah", ""))
    if found is None:
        raise Http404(card_id)
    presses.count(client)
    answer = render(request, "marketplace/public/order.html", {"order": found})
    answer["Cache-Control"] = "no-store"
    return answer
