"""The round that nobody has to start: late cases go up, cases without a word are closed."""

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor, action, record
from desa.services.complaints.actions.common import locked, settle, tell
from desa.services.complaints.actions.telling import tell_above
from desa.services.complaints.enums import Step
from desa.services.complaints.models import Complaint
from desa.services.complaints.queries import level_due

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
