"""What an account may do in the open village today."""

from typing import cast

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, Officeholder, User
from desa.foundation.accounts.permissions import offices_with
from desa.foundation.core import clock
from desa.foundation.notifications.rules.message import Recipient
from desa.foundation.tenancy.scope import current_village


def official(request: HttpRequest) -> User:
    """The official whom the access guard let in."""
    return cast(User, request.user)


def current_memberships(user: User) -> QuerySet[Membership]:
    """The user's memberships in the open village that are valid today."""
    village = current_village()
    day = clock.today(village)
    ends = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    return Membership.objects.filter(ends, user=user, village=village, valid_from__lte=day)


def offices_of(user: User) -> frozenset[Office]:
    return frozenset(
        Office(office) for office in current_memberships(user).values_list("office", flat=True)
    )


def offices_by_account() -> dict[int, frozenset[Office]]:
    """The offices of every account that can work in the open village today, by the account's key."""
    village = current_village()
    day = clock.today(village)
    ends = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    rows = Membership.objects.filter(ends, village=village, valid_from__lte=day)
    found: dict[int, set[Office]] = {}
    for user, office in rows.filter(user__is_active=True).values_list("user_id", "office"):
        found.setdefault(user, set()).add(Office(office))
    return {user: frozenset(held) for user, held in found.items()}


def recipient_for(office: Office, email: str = "") -> Recipient:
    """Whoever holds the office today, by number before e-mail; `email` where neither is known.

    Without any of them the sender picks the contact in WhatsApp.
    """
    rows = current_officeholders(office).order_by("-term_from", "-pk")
    holders = sorted(rows, key=lambda row: (not row.phone, not row.email))
    label = str(office.label)
    if not holders:
        return Recipient(label, email=email)
    return Recipient(label, phone=holders[0].phone, email=holders[0].email or email)


def has_permission(user: User, permission: str) -> bool:
    return user.is_active and not offices_with(permission).isdisjoint(offices_of(user))


def current_officeholders(*offices: Office) -> QuerySet[Officeholder]:
    """Who may sign today, as papers print it."""
    day = clock.today(current_village())
    ends = Q(term_to__isnull=True) | Q(term_to__gte=day)
    return Officeholder.objects.filter(ends, office__in=offices, term_from__lte=day)
