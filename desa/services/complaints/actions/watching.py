"""The round that nobody has to start: late cases go up, cases without a word are closed, none stays unread."""

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor, action, record
from desa.services.complaints.actions.common import locked, settle, tell
from desa.services.complaints.actions.telling import tell_above
from desa.services.complaints.enums import Step
from desa.services.complaints.models import Complaint
from desa.services.complaints.policies import SUPERVISED, present_for
from desa.services.complaints.queries import level_due
from desa.services.complaints.rules.conflict import is_unread, owner_of

ROUND = SystemActor("pemeriksa janji pengaduan")


@action
def escalate_late(*, complaint: Complaint) -> Complaint:
    """One level up for each limit that has passed; doing it twice changes nothing."""
    current = locked(complaint)
    wanted = level_due(current, clock.now())
    if wanted <= current.level:
        return current
    current.level = wanted
    settle(current)
    tell(current, Step.ESCALATED, ROUND, str(wanted))
    tell_above(ROUND, current)
    record("complaints.complaint.escalated", current, ROUND, level=wanted)
    return current


@action
def find_reader(*, complaint: Complaint) -> Complaint:
    """A restricted case whose last reader lost the office goes to the next who may read it, if any."""
    current = locked(complaint)
    owner, about = Office(current.owner_office), current.about_whom
    supervised = current.category in SUPERVISED
    present = present_for(about, current.subjects.values_list("user_id", flat=True))
    if not is_unread(about, supervised=supervised, present=present, owner=owner):
        return current
    current.owner_office = owner_of(owner, about, supervised=supervised, present=present)
    if current.owner_office != owner:
        settle(current)
        tell(current, Step.OWNER, ROUND, str(Office(current.owner_office).label))
        record("complaints.complaint.given", current, ROUND, office=current.owner_office)
    return current
