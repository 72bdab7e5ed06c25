"""What the office does with a complaint. Each step is told with its reason; the subject never acts."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core.actions import action, record
from desa.services.complaints.actions.common import (
    demand_handler,
    demand_words,
    end_clock,
    locked,
    mark_subjects,
    move,
    run_clock,
    settle,
    stop_clock,
    tell,
)
from desa.services.complaints.enums import About, ComplaintState, Step
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import Complaint
from desa.services.complaints.policies import SUPERVISED, present_for
from desa.services.complaints.rules.conflict import is_restricted, owner_of, owners_to_choose
from desa.services.complaints.transitions import OPEN

S = ComplaintState


@action
def verify_complaint(*, by: User, complaint: Complaint, words: str = "") -> Complaint:
    """Looked at and taken up; one that was refused comes back this way. Raises ComplaintRefused."""
    current = locked(complaint)
    demand_handler(by, current)
    was_refused = current.state == S.REFUSED
    move(current, S.VERIFIED)
    if was_refused:
        current.reason = ""
    return _told(current, by, "verified", words)


@action
def start_work(*, by: User, complaint: Complaint, words: str) -> Complaint:
    """Say what is being done about it. Raises ComplaintRefused."""
    current = locked(complaint)
    demand_handler(by, current)
    move(current, S.IN_PROGRESS)
    return _told(current, by, "started", demand_words(words))


@action
def refuse_complaint(*, by: User, complaint: Complaint, reason: str) -> Complaint:
    """Say no, with the reason that the reporter reads. Raises ComplaintRefused."""
    return _end(locked(complaint), by, S.REFUSED, reason, "refused")


@action
def mark_spam(*, by: User, complaint: Complaint, reason: str) -> Complaint:
    """Kept, but on no public page: an insult, an advertisement, a flood. Raises ComplaintRefused."""
    return _end(locked(complaint), by, S.SPAM, reason, "marked_spam")


@action
def forward_complaint(
    *, by: User, complaint: Complaint, where: str, reason: str, outside_number: str = ""
) -> Complaint:
    """Another body does it, under its own number. Raises ComplaintRefused."""
    if not where.strip():
        raise ComplaintRefused(_("Tulis ke mana laporan ini dialihkan."))
    current = locked(complaint)
    current.forwarded_to = where.strip()
    current.outside_number = outside_number.strip()
    return _end(current, by, S.FORWARDED, reason, "forwarded")


def _end(current: Complaint, by: User, after: ComplaintState, reason: str, event: str) -> Complaint:
    demand_handler(by, current)
    move(current, after)
    current.reason = demand_words(reason)
    end_clock(current)
    return _told(current, by, event, current.reason)


@action
def restore_complaint(*, by: User, complaint: Complaint, reason: str) -> Complaint:
    """It was no spam after all; its clock stays as it ended. Raises ComplaintRefused."""
    current = locked(complaint)
    demand_handler(by, current)
    move(current, S.RECEIVED)
    current.reason = ""
    return _told(current, by, "restored", demand_words(reason))


@action
def pause_complaint(*, by: User, complaint: Complaint, reason: str) -> Complaint:
    """Stop counting while something is awaited that the office cannot give. Raises ComplaintRefused."""
    current = locked(complaint)
    demand_handler(by, current)
    if current.paused or current.state not in OPEN:
        raise ComplaintRefused(_("Waktu laporan ini sudah berhenti."))
    words = demand_words(reason, 200)
    stop_clock(current, by, words)
    settle(current)
    tell(current, Step.PAUSED, by, words)
    record("complaints.complaint.paused", current, by)
    return current


@action
def resume_complaint(*, by: User, complaint: Complaint) -> Complaint:
    """Count on. Raises ComplaintRefused."""
    current = locked(complaint)
    demand_handler(by, current)
    if not current.paused or current.state not in OPEN:
        raise ComplaintRefused(_("Waktu laporan ini tidak sedang berhenti."))
    run_clock(current, by)
    settle(current)
    tell(current, Step.RESUMED, by)
    record("complaints.complaint.resumed", current, by)
    return current


@action
def give_to(*, by: User, complaint: Complaint, office: Office, reason: str) -> Complaint:
    """Another office answers for it from now on; never the one it is about. Raises ComplaintRefused."""
    current = locked(complaint)
    demand_handler(by, current)
    supervised = current.category in SUPERVISED
    if office not in owners_to_choose(current.about_whom, supervised=supervised):
        raise ComplaintRefused(_("Laporan ini tidak boleh dipegang jabatan itu."))
    if current.state not in OPEN:
        raise ComplaintRefused(_("Laporan ini tidak sedang dikerjakan."))
    current.owner_office = office
    words = demand_words(reason)
    settle(current)
    tell(current, Step.OWNER, by, f"{office.label}. {words}")
    record("complaints.complaint.given", current, by, office=office.value)
    return current


@action
def set_about(
    *, by: User, complaint: Complaint, about: About, named: Sequence[User] = ()
) -> Complaint:
    """It turns out to be about an official: from now on its subject knows nothing of it.

    Only towards more care: what was restricted stays so.
    """
    current = locked(complaint)
    demand_handler(by, current)
    if about is About.NOBODY:
        raise ComplaintRefused(_("Laporan tentang perangkat tidak dibuka lagi untuk semua."))
    supervised = current.category in SUPERVISED
    current.about, current.restricted = about, is_restricted(about, supervised=supervised)
    present = present_for(about, [user.pk for user in named])
    owner = Office(current.owner_office)
    current.owner_office = owner_of(owner, about, supervised=supervised, present=present)
    current.summary = current.summary_by_label = ""
    settle(current)
    mark_subjects(current, named)
    tell(current, Step.OWNER, by, str(Office(current.owner_office).label))
    record("complaints.complaint.about_set", current, by)
    return current


def _told(complaint: Complaint, by: User, event: str, words: str) -> Complaint:
    settle(complaint)
    tell(complaint, Step.STATE, by, words)
    record(f"complaints.complaint.{event}", complaint, by, number=complaint.public_number)
    return complaint
