"""The seller's side: what a link leads to, and what its address is."""

from django.conf import settings
from django.urls import reverse

from desa.empowerment.marketplace.models import SellerLink
from desa.foundation.core import clock
from desa.foundation.core.values.codes import LinkCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.tenancy.scope import current_village


def public_base() -> str:
    """Where the village's pages are reached, never from a Host header; "" = nowhere yet."""
    demo: str = settings.DEMO_ADDRESS
    return (current_village().public_address or demo).rstrip("/")


def seller_address(code: LinkCode) -> str:
    return f"{public_base()}{reverse('marketplace:seller', args=[code.value])}"


def link_behind(code: str) -> SellerLink | None:
    """None when it was used or replaced, is too old, or never existed: all alike to who holds it."""
    try:
        digest = LinkCode.parse(code).digest
    except ValueProblem:
        return None
    links = SellerLink.objects.select_related("card__group", "card__hamlet")
    return links.filter(digest=digest, used_at__isnull=True, expires_at__gt=clock.now()).first()
