"""The hourly round over the village's open complaints."""

from desa.foundation.core.registry import TaskArgs
from desa.services.complaints.actions import close_unanswered, escalate_late, find_reader
from desa.services.complaints.queries import late_complaints, restricted_open, waiting_too_long

AT_ONCE = 500


def run_watch(args: TaskArgs) -> None:
    """Repeatable: what was done in an earlier round is found done."""
    for complaint in late_complaints()[:AT_ONCE]:
        escalate_late(complaint=complaint)
    for complaint in waiting_too_long()[:AT_ONCE]:
        close_unanswered(complaint=complaint)
    for complaint in restricted_open()[:AT_ONCE]:
        find_reader(complaint=complaint)
