"""What every step of a complaint does: lock, ask whether it may be, write its line of the story."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor
from desa.foundation.servicelevels.actions import (
    close_case,
    open_promise,
    pause_case,
    resume_case,
)
from desa.foundation.servicelevels.models import ServiceCase
from desa.foundation.tenancy.scope import current_village
from desa.services.complaints.enums import ComplaintPermission, ComplaintState, Step
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import Complaint, ComplaintStep, ComplaintSubject
from desa.services.complaints.policies import acting_office, may_handle, may_see
from desa.services.complaints.rules.conflict import SUBJECTS
from desa.services.complaints.transitions import Word, is_possible


def locked(complaint: Complaint) -> Complaint:
    """Without its relations: PostgreSQL would join them as they were before it waited for the lock."""
    return Complaint.objects.select_for_update().get(pk=complaint.pk)


def demand(by: User, complaint: Complaint, permission: ComplaintPermission) -> None:
    """Raises PermissionDenied; one it is about gets the same answer as who has no right at all."""
    if not has_permission(by, permission) or not may_see(by, complaint):
        raise PermissionDenied(permission)


def demand_handler(by: User, complaint: Complaint) -> None:
    demand(by, complaint, ComplaintPermission.HANDLE)
    if not may_handle(by, complaint):
        raise PermissionDenied(ComplaintPermission.HANDLE)


def demand_possible(complaint: Complaint, after: ComplaintState, word: Word) -> None:
    if not is_possible(complaint.state, after, word):
        state = complaint.get_state_display()
        raise ComplaintRefused(
            _("Langkah ini tidak bisa: laporan sudah “%(state)s”.") % {"state": state}
        )


def demand_words(text: str, longest: int = 300) -> str:
    words = text.strip()
    if not words:
        raise ComplaintRefused(_("Tulis alasannya, agar pelapor tahu."))
    return words[:longest]


def move(complaint: Complaint, after: ComplaintState, word: Word = Word.OFFICE) -> None:
    """Into the next state, on whose word it takes; the caller saves by settle()."""
    demand_possible(complaint, after, word)
    complaint.state, complaint.state_since = after, clock.now()


def settle(complaint: Complaint) -> None:
    """The constraints are the database's own: asking it for each of them first costs more than the step."""
    complaint.full_clean(validate_unique=False, validate_constraints=False)
    complaint.save()


def tell(complaint: Complaint, step: Step, by: Actor, words: str = "") -> ComplaintStep:
    """A line of the case's own story, in the office in which the official acts."""
    office = acting_office(by, complaint) if isinstance(by, User) else ""
    line = ComplaintStep(
        complaint=complaint,
        at=clock.now(),
        step=step,
        state=complaint.state,
        office=office,
        by_label=by.actor_label if office else "",
        words=words,
    )
    line.full_clean()
    line.save()
    return line


def stop_clock(complaint: Complaint, by: Actor, reason: str) -> None:
    pause_case(by=by, case=_case(complaint), reason=reason)
    complaint.paused = True


def run_clock(complaint: Complaint, by: Actor) -> None:
    """Count on, and carry the moved promise over; nothing when it was running."""
    if complaint.paused:
        case = resume_case(by=by, case=_case(complaint))
        complaint.paused, complaint.due_at = False, case.promised_at


def end_clock(complaint: Complaint) -> None:
    case = close_case(case=_case(complaint))
    complaint.paused, complaint.due_at = False, case.promised_at


def new_clock(complaint: Complaint) -> None:
    """A closed case that is taken up again gets the category's promise anew."""
    category = complaint.category_data
    case = open_promise(service=category.service, working_days=category.working_days)
    complaint.case, complaint.due_at, complaint.paused = case, case.promised_at, False
    complaint.level = 0


def _case(complaint: Complaint) -> ServiceCase:
    return ServiceCase.objects.get(pk=complaint.case_id)


def mark_subjects(complaint: Complaint, named: Iterable[User]) -> None:
    """Whom it is about: who is named, and else every account that holds the office today."""
    users = {user.pk: user for user in named}
    if not users:
        users = {user.pk: user for user in _holding(SUBJECTS[complaint.about_whom])}
    for user in users.values():
        ComplaintSubject.objects.get_or_create(complaint=complaint, user=user)


def _holding(offices: Iterable[Office]) -> list[User]:
    village = current_village()
    day = clock.today(village)
    ends = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    rows = Membership.objects.filter(ends, village=village, office__in=list(offices))
    return [row.user for row in rows.filter(valid_from__lte=day).select_related("user")]
