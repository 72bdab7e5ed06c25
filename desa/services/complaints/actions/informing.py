"""The reporter adds what the office asked for, and the office's clock runs again."""

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.redaction import redact
from desa.services.complaints.actions.common import (
    demand_words,
    locked,
    run_clock,
    settle,
    tell,
)
from desa.services.complaints.enums import Step
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import Complaint
from desa.services.complaints.transitions import OPEN

LONGEST_WORDS = 600


@action
def add_information(*, by: Actor, complaint: Complaint, words: str) -> Complaint:
    """What was asked for while the clock stands; numbers of people in it are covered.

    Raises ComplaintRefused when nothing was asked.
    """
    current = locked(complaint.merged_into or complaint)
    if not current.paused or current.state not in OPEN:
        raise ComplaintRefused(_("Kami sedang tidak menunggu keterangan untuk laporan ini."))
    said = demand_words(redact(words), LONGEST_WORDS)
    run_clock(current, by)
    settle(current)
    tell(current, Step.RESUMED, by, said)
    record("complaints.complaint.informed", current, by, number=current.public_number)
    return current
