"""Partners, what they stand on, who belongs to them, which account speaks for them."""

from dataclasses import dataclass, fields
from datetime import date

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.dates import format_long
from desa.foundation.notifications.actions import queue_message
from desa.foundation.notifications.rules.message import Recipient
from desa.foundation.tenancy.scope import current_village
from desa.people.partners.actions.common import save_new
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.messages import BasisExpiring
from desa.people.partners.models import Basis, Member, Partner, Representative
from desa.people.partners.queries import expiring, free_accounts, today
from desa.people.residents.models import Person

ENDED = _("Sudah diakhiri. Muat ulang halaman ini.")
TOO_EARLY = _("Tanggal ini lebih awal daripada tanggal mulainya. Periksa tanggalnya.")


@dataclass(frozen=True)
class PartnerFacts:
    kind: str
    name: str
    short: str = ""
    task: str = ""
    contact_name: str = ""
    contact_phone: str = ""


@dataclass(frozen=True)
class BasisFacts:
    kind: str
    number: str
    signed_on: date
    valid_from: date
    valid_to: date | None = None
    about: str = ""


@dataclass(frozen=True)
class MemberFacts:
    """`person` when the register knows them; then the name is the register's."""

    name: str
    role: str
    since: date
    is_officer: bool = False
    person: Person | None = None


@action
def register_partner(*, by: Actor, facts: PartnerFacts) -> Partner:
    """Raises ValidationError."""
    partner = save_new(Partner(**vars(facts)))
    record("partners.partner.registered", partner, by, kind=partner.kind)
    return partner


@action
def correct_partner(*, by: Actor, partner: Partner, facts: PartnerFacts) -> Partner:
    current = Partner.objects.select_for_update().get(pk=partner.pk)
    names = [item.name for item in fields(PartnerFacts)]
    changed = [name for name in names if getattr(current, name) != getattr(facts, name)]
    for name in changed:
        setattr(current, name, getattr(facts, name))
    current.full_clean()
    current.save(update_fields=names)
    record("partners.partner.corrected", current, by, changed=", ".join(changed) or "-")
    return current


@action
def remove_partner(*, by: Actor, partner: Partner) -> Partner:
    """Hidden, not gone: papers and activities still name it; the contact goes."""
    current = Partner.objects.select_for_update().get(pk=partner.pk)
    current.removed_at, current.removed_by_label = clock.now(), by.actor_label
    current.contact_name = current.contact_phone = ""
    current.save()
    Representative.objects.filter(partner=current).delete()
    record("partners.partner.removed", current, by)
    return current


@action
def add_basis(*, by: Actor, partner: Partner, facts: BasisFacts) -> Basis:
    basis = save_new(Basis(partner=partner, **vars(facts)))
    record("partners.basis.added", basis, by, kind=basis.kind)
    return basis


@action
def end_basis(*, by: Actor, basis: Basis, on: date, reason: str) -> Basis:
    """`on` is the first day on which it holds no more. Raises PartnersRefused."""
    current = Basis.objects.select_for_update().get(pk=basis.pk)
    if current.ended_on is not None:
        raise PartnersRefused(ENDED)
    if on < current.valid_from:
        raise PartnersRefused(TOO_EARLY, "on")
    current.ended_on, current.end_reason = on, reason
    current.full_clean()
    current.save(update_fields=["ended_on", "end_reason"])
    record("partners.basis.ended", current, by, on=on.isoformat())
    return current


@action
def add_member(*, by: Actor, partner: Partner, facts: MemberFacts) -> Member:
    name = facts.person.name if facts.person else facts.name
    member = save_new(Member(partner=partner, **{**vars(facts), "name": name}))
    record("partners.member.added", member, by, officer=member.is_officer)
    return member


@action
def end_member(*, by: Actor, member: Member, on: date) -> Member:
    """`on` is the last day. Raises PartnersRefused."""
    current = Member.objects.select_for_update().get(pk=member.pk)
    if current.until is not None:
        raise PartnersRefused(ENDED)
    if on < current.since:
        raise PartnersRefused(TOO_EARLY, "on")
    current.until = on
    current.save(update_fields=["until"])
    record("partners.member.ended", current, by, on=on.isoformat())
    return current


@action
def give_account(*, by: Actor, partner: Partner, user: User) -> Representative:
    """This account speaks for the partner from now on. Raises PartnersRefused."""
    if user.pk not in {free.pk for free in free_accounts()}:
        raise PartnersRefused(_("Akun ini bukan akun pengurus Pokmas yang masih bebas."), "user")
    row = save_new(Representative(partner=partner, user=user))
    record("partners.partner.account_given", partner, by, user=user.pk)
    return row


@action
def take_account(*, by: Actor, representative: Representative) -> None:
    record(
        "partners.partner.account_taken",
        representative.partner,
        by,
        user=representative.user_id,
    )
    representative.delete()


@action
def remind_expiring(*, by: Actor) -> list[Basis]:
    """Once for each end of a term: what runs out within 60 days, told to the sekdes."""
    due = [row for row in expiring(today()) if row.alarmed_for != row.valid_to]
    for basis in due:
        assert basis.valid_to is not None, "what runs out has an end"
        basis.alarmed_for = basis.valid_to
        basis.save(update_fields=["alarmed_for"])
        record("partners.basis.expiring", basis, by, until=basis.valid_to.isoformat())
        _tell_sekdes(basis, basis.valid_to, by)
    return due


def _tell_sekdes(basis: Basis, end: date, by: Actor) -> None:
    """In the language of the village; the number is left out, a message may hold none."""
    with override(settings.LANGUAGE_CODE):
        reader = Recipient(str(Office.SEKDES.label), email=current_village().email)
        kind = str(basis.get_kind_display())
    message = BasisExpiring(kind, basis.partner.name, format_long(end))
    key = f"{message.purpose}:{basis.pk}:{end.isoformat()}"
    queue_message(
        by=by, message=message, to=reader, key=key, audience=(Office.SEKDES, Office.KADES)
    )
