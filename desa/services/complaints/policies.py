"""Who may know of a complaint and who may act on it, in the open village today."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.accounts.permissions import offices_with
from desa.foundation.accounts.queries import has_permission, offices_by_account, offices_of
from desa.services.complaints.engine.catalogue import categories
from desa.services.complaints.enums import About, ComplaintPermission
from desa.services.complaints.models import Complaint, ComplaintSubject
from desa.services.complaints.rules.conflict import (
    escalates_to,
    is_subject,
    is_unread,
    may_know,
    may_open,
    offices_present,
)

SUPERVISED = frozenset(slug for slug, item in categories().items() if item.supervised)


def visible_to(user: User) -> QuerySet[Complaint]:
    """Every complaint that this official may know of: the one door of lists, pages, search and counts."""
    offices = offices_of(user)
    if not user.is_active or offices_with(ComplaintPermission.VIEW).isdisjoint(offices):
        return Complaint.objects.none()
    open_to_me = Q(restricted=False) | _answers_for(offices)
    for supervised in (False, True):
        open_to_me |= _restricted(offices, supervised=supervised)
    named = ComplaintSubject.objects.filter(complaint=OuterRef("pk"), user=user)
    return Complaint.objects.filter(open_to_me).exclude(Exists(named) & Q(restricted=True))


def _restricted(offices: frozenset[Office], *, supervised: bool) -> Q:
    about = [each for each in About if may_open(each, offices, supervised=supervised, named=False)]
    kind = Q(category__in=SUPERVISED) if supervised else ~Q(category__in=SUPERVISED)
    return Q(restricted=True, about__in=about) & kind


def _answers_for(offices: frozenset[Office]) -> Q:
    """Restricted ones that came to an office of this official because nobody before it was there."""
    about = [each for each in About if not is_subject(each, offices, named=False)]
    return Q(restricted=True, about__in=about, owner_office__in=sorted(offices))


def present_for(about: About, named: Iterable[int] = ()) -> frozenset[Office]:
    """The offices that someone holds who may read a complaint about these; `named`: accounts it is about."""
    keys = frozenset(named)
    accounts = [(held, user in keys) for user, held in offices_by_account().items()]
    return offices_present(about, accounts)


def nobody_reads(category: str, about: About) -> bool:
    """Whether a complaint filed now would have no reader; its reporter is told where else to go."""
    return is_unread(about, supervised=category in SUPERVISED, present=present_for(about))


def may_see(user: User, complaint: Complaint) -> bool:
    return visible_to(user).filter(pk=complaint.pk).exists()


def offices_above(complaint: Complaint) -> frozenset[Office]:
    """Those that it was taken up to because it is late."""
    found: frozenset[Office] = frozenset()
    for level in range(1, complaint.level + 1):
        found |= escalates_to(
            level,
            Office(complaint.owner_office),
            complaint.about_whom,
            supervised=complaint.category in SUPERVISED,
        )
    return found


def may_handle(user: User, complaint: Complaint) -> bool:
    """The owner; who it was taken up to; and, where anyone may know of it, the sekdes and kades too."""
    offices = offices_of(user)
    able = {Office(complaint.owner_office)} | offices_above(complaint)
    if complaint.restricted:
        able |= may_know(complaint.about_whom, supervised=complaint.category in SUPERVISED)
    else:
        able |= {Office.SEKDES, Office.KADES}
    return not able.isdisjoint(offices)


def may_see_contact(user: User, complaint: Complaint) -> bool:
    """Of a restricted case only its owner sees who told it."""
    if not has_permission(user, ComplaintPermission.CONTACT):
        return False
    return not complaint.restricted or complaint.owner_office in offices_of(user)


def acting_office(user: User, complaint: Complaint) -> str:
    """The office in which this official acts here: the owner's own, else the highest, else any."""
    offices = offices_of(user)
    if complaint.owner_office in offices:
        return complaint.owner_office
    high = [office for office in (Office.KADES, Office.SEKDES, Office.BPD) if office in offices]
    return next(iter([*high, *sorted(offices)]), "")


def is_public(complaint: Complaint) -> bool:
    """Whether anything of it may be shown outside at all."""
    return not complaint.restricted and not complaint.private
