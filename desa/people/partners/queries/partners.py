"""Partners with what they stand on, and what runs out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core import clock
from desa.foundation.core.ids import public_id
from desa.foundation.core.registry import SearchHit
from desa.foundation.tenancy.scope import current_village
from desa.people.partners.models import Basis, Deliverable, Member, Partner, Representative

ALARM = timedelta(days=60)
HITS = 5


@dataclass(frozen=True)
class Term:
    """`chip` is a state of parts/chip.html; `basis` the one it speaks of."""

    chip: str
    label: object
    basis: Basis | None = None


def today() -> date:
    return clock.today(current_village())


def partners() -> QuerySet[Partner]:
    return Partner.objects.prefetch_related("bases")


def term(bases: Iterable[Basis], day: date) -> Term:
    """The basis that holds longest, a decree before an agreement, or what is wrong."""
    rows = list(bases)
    held = [row for row in rows if row.is_in_force(day)]
    if held:
        best = max(held, key=lambda row: (row.valid_to or date.max, not row.is_agreement))
        soon = best.valid_to is not None and best.valid_to - day <= ALARM
        return Term("wait", _("Segera habis"), best) if soon else Term("ok", _("Berlaku"), best)
    if not rows:
        return Term("idle", _("Belum ada dasar"))
    last = max(rows, key=lambda row: row.valid_to or row.signed_on)
    later = last.valid_from > day
    return Term("idle", _("Belum berlaku"), last) if later else Term("late", _("Sudah habis"), last)


def expiring(day: date | None = None) -> list[Basis]:
    """In force now, out within 60 days, and nothing that follows it; the first to end first."""
    day = day or today()
    found = []
    for partner in partners():
        standing = term(partner.bases.all(), day)
        if standing.basis is not None and standing.chip == "wait":
            standing.basis.partner = partner
            found.append(standing.basis)
    return sorted(found, key=lambda row: row.valid_to or date.max)


def count_expiring() -> int:
    return len(expiring())


def members_on(partner: Partner, day: date) -> list[Member]:
    return [row for row in partner.members.all() if row.since <= day and not _gone(row, day)]


def _gone(row: Member, day: date) -> bool:
    return row.until is not None and row.until < day


def deliverables(partner: Partner) -> QuerySet[Deliverable]:
    return Deliverable.objects.filter(basis__partner=partner).select_related("basis")


def partner_of(user: User) -> Partner | None:
    """Whose account this is."""
    found = Representative.objects.filter(user=user, partner__removed_at__isnull=True)
    row = found.select_related("partner").first()
    return row.partner if row else None


def free_accounts() -> list[User]:
    """Accounts of the office of partners that speak for none yet."""
    taken = Representative.objects.values_list("user_id", flat=True)
    rows = Membership.objects.filter(
        village=current_village(), office=Office.POKMAS, valid_to__isnull=True, user__is_active=True
    ).select_related("user")
    return [row.user for row in rows.exclude(user_id__in=list(taken))]


def find_partners(words: str, limit: int) -> list[SearchHit]:
    rows = Partner.objects.filter(name__icontains=words.strip())[: min(limit, HITS)]
    return [
        SearchHit(
            row.name,
            str(row.get_kind_display()),
            f"/kantor/mitra/{public_id(row.pk)}/",
            str(_("Mitra")),
        )
        for row in rows
    ]
