"""What every office page of the room shares."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from desa.empowerment.marketplace.enums import MarketplacePermission
from desa.empowerment.marketplace.models import Card
from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.access import requires

VIEW = requires(MarketplacePermission.VIEW)
EDIT = requires(MarketplacePermission.EDIT)
VOUCH = requires(MarketplacePermission.VOUCH)
ARRANGE = requires(MarketplacePermission.ARRANGE)


def card_of(card_id: int) -> Card:
    found: Card = get_object_or_404(Card.objects.select_related("group", "hamlet"), pk=card_id)
    return found


def rights(request: HttpRequest) -> dict[str, bool]:
    user = official(request)
    return {
        "may_edit": has_permission(user, MarketplacePermission.EDIT),
        "may_vouch": has_permission(user, MarketplacePermission.VOUCH),
        "may_arrange": has_permission(user, MarketplacePermission.ARRANGE),
    }


def page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """422 when its form has errors."""
    form = context.get("form")
    status = 422 if form is not None and form.errors else 200
    return render(request, template, context, status=status)
