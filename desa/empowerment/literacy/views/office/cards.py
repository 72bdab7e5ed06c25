"""Task cards: what each office does, step by step, on the screen and on paper."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from desa.empowerment.literacy.engine.catalogue import card_named, cards
from desa.empowerment.literacy.exceptions import UnknownItem
from desa.empowerment.literacy.presenters.sheets import card_sheet
from desa.empowerment.literacy.rules.catalogue import Card
from desa.empowerment.literacy.views.office.who import pdf
from desa.foundation.accounts.queries import offices_of, official
from desa.foundation.core.http.access import signed_in


def _card_or_404(slug: str) -> Card:
    try:
        return card_named(slug)
    except UnknownItem:
        raise Http404(slug) from None


@signed_in
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """The cards of one's own offices first."""
    own = {str(office) for office in offices_of(official(request))}
    mine = [card for card in cards().values() if own & set(card.offices)]
    others = [card for card in cards().values() if card not in mine]
    return render(request, "literacy/office/cards.html", {"mine": mine, "others": others})


@signed_in
@require_GET
def card(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "literacy/office/card.html", {"card": _card_or_404(slug)})


@signed_in
@require_GET
def printed(request: HttpRequest, slug: str) -> HttpResponse:
    found = _card_or_404(slug)
    return pdf(card_sheet(found), f"kartu-{found.slug}.pdf")
