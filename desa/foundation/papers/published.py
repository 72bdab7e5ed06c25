"""What anyone may know of a paper by its code: no more than stands on the paper in their hand."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from desa.foundation.core import clock
from desa.foundation.core.values.codes import VerifyCode
from desa.foundation.core.values.dates import format_long
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.names import mask_name
from desa.foundation.papers.enums import PaperState, Signing
from desa.foundation.papers.models import Paper
from desa.foundation.tenancy.scope import current_village


@dataclass(frozen=True)
class VerifiedPaper:
    """`state` is NUMBERED or ISSUED for a registered paper; `ended_on` and `replaced_by_number` else."""

    code: str
    state: PaperState
    signing: Signing
    kind: str
    number: str
    day: date
    subject: str
    signer_name: str
    signer_title: str
    village: str
    ended_on: date | None
    replaced_by_number: str

    @property
    def is_valid(self) -> bool:
        return self.state in {PaperState.NUMBERED, PaperState.ISSUED}

    @property
    def day_text(self) -> str:
        return _long(self.day)

    @property
    def ended_text(self) -> str:
        return _long(self.ended_on) if self.ended_on else ""


def _long(day: date) -> str:
    return format_long(day, (get_language() or "id")[:2])


def readable(code: str) -> str:
    """The code as an address has it; raises ValueProblem when its shape is wrong."""
    return VerifyCode.parse(code).value


def verify(code: str) -> VerifiedPaper | None:
    """One indexed look-up, also for a code of the wrong shape, so that timing tells nothing."""
    try:
        value = readable(code)
    except ValueProblem:
        value = ""
    paper = Paper.objects.filter(verify_code=value).select_related("replaced_by").first()
    return _verified(paper) if paper else None


def _verified(paper: Paper) -> VerifiedPaper:
    village = current_village()
    return VerifiedPaper(
        code=paper.code.display,
        state=PaperState(paper.state),
        signing=Signing(paper.signing),
        kind=paper.kind_label,
        number=paper.number_text,
        day=paper.day,
        subject=mask_name(paper.subject_name),
        signer_name=paper.signer_name,
        signer_title=paper.signer_title,
        village=str(village),
        ended_on=clock.local(paper.ended_at, village).date() if paper.ended_at else None,
        replaced_by_number=paper.replaced_by.number_text if paper.replaced_by else "",
    )
