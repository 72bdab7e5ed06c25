"""The seller's page behind a link: GET shows, only a button decides; chat previews change nothing."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from desa.empowerment.marketplace.actions import answer_link
from desa.empowerment.marketplace.exceptions import LinkSpent, MarketplaceRefused
from desa.empowerment.marketplace.models import SellerLink
from desa.empowerment.marketplace.queries import link_behind, open_change
from desa.foundation.core.http.access import public
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.limits import RateLimiter, client_of
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.rupiah import Rupiah

wrong_links = RateLimiter(attempts=20, seconds=300)
TOO_MANY = _("Terlalu banyak tautan keliru. Tunggu 5 menit, atau tanyakan di kantor desa.")
CHOOSE = _("Tekan salah satu tombol.")


@public
@require_http_methods(["GET", "POST"])
def seller(request: HttpRequest, code: str) -> HttpResponse:
    client = client_of(request)
    if wrong_links.is_blocked(client):
        return refuse(request, 429, TOO_MANY)
    link = link_behind(code)
    if link is None:
        wrong_links.count(client)
        return _spent(request)
    if request.method == "GET":
        return _page(request, link)
    return _decide(request, link, code)


def _decide(request: HttpRequest, link: SellerLink, code: str) -> HttpResponse:
    said, typed = request.POST.get("jawab", ""), request.POST.get("harga", "").strip()
    if said not in ("ya", "tidak"):
        return _page(request, link, str(CHOOSE), 422)
    try:
        price = Rupiah.parse(typed) if typed and said == "ya" else None
        card = answer_link(code=code, yes=said == "ya", price=price)
    except LinkSpent:
        return _spent(request)
    except (MarketplaceRefused, ValueProblem) as problem:
        return _page(request, link, str(problem), 422, typed)
    except ValidationError as problem:
        return _page(request, link, " ".join(problem.messages), 422, typed)
    context = {"card": card, "use": link.use, "yes": said == "ya"}
    return _private(render(request, "marketplace/resident/done.html", context))


def _page(
    request: HttpRequest, link: SellerLink, problem: str = "", status: int = 200, typed: str = ""
) -> HttpResponse:
    context = {
        "card": link.card,
        "use": link.use,
        "change": open_change(link.card),
        "problem": problem,
        "typed": typed,
    }
    return _private(render(request, "marketplace/resident/seller.html", context, status=status))


def _spent(request: HttpRequest) -> HttpResponse:
    """A link that worked once, and one that never did, are told alike."""
    return _private(render(request, "marketplace/resident/spent.html", {}, status=404))


def _private(answer: HttpResponse) -> HttpResponse:
    """The house's own referrer policy stays: under "no-referrer" a browser hides the Origin of the press."""
    answer["Cache-Control"] = "no-store"
    return answer
