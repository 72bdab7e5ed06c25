"""What anyone may know: the letters we make, and by its code how far one is, without a name."""

from dataclasses import dataclass
from datetime import datetime

from desa.foundation.core import clock
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.names import mask_name
from desa.foundation.servicelevels.queries import progress
from desa.foundation.tenancy.scope import current_village
from desa.services.letters import queries
from desa.services.letters.engine.catalogue import kinds, shipped
from desa.services.letters.enums import LetterState
from desa.services.letters.models import Letter


@dataclass(frozen=True)
class PublishedKind:
    slug: str
    name: str
    public_name: str
    short: str


@dataclass(frozen=True)
class LetterStatus:
    """A letter by its status code; `promised_at` and the moments are on the village's clock."""

    code: str
    kind: str
    subject: str
    state: LetterState
    state_label: str
    opened_at: datetime
    promised_at: datetime
    decided_at: datetime | None
    handed_over_at: datetime | None
    ended_at: datetime | None
    reason: str
    on_the_spot: bool
    late: bool
    shares: tuple[tuple[str, int], ...]
    left_minutes: int
    paused_minutes: int


def letter_kinds() -> tuple[PublishedKind, ...]:
    return tuple(
        PublishedKind(kind.slug, kind.name, shipped(kind.public_name), kind.short)
        for kind in kinds().values()
    )


def status(code: str) -> LetterStatus | None:
    """None for a code that is not ours, whatever is wrong with it; always one look-up."""
    try:
        value = StatusCode.parse(code).value
    except ValueProblem:
        value = ""
    letter = queries.by_status_code(value)
    return _status(letter) if letter else None


def _status(letter: Letter) -> LetterStatus:
    village, case = current_village(), letter.case
    clockwork = progress(case)
    ended = case.closed_at or clock.now()
    return LetterStatus(
        code=letter.code.display,
        kind=shipped(letter.kind_data.public_name),
        subject=mask_name(letter.person.name),
        state=LetterState(letter.state),
        state_label=str(letter.get_state_display()),
        opened_at=clock.local(case.opened_at, village),
        promised_at=clock.local(case.promised_at, village),
        decided_at=clock.local(letter.decided_at, village) if letter.decided_at else None,
        handed_over_at=clock.local(letter.handed_over_at, village)
        if letter.handed_over_at
        else None,
        ended_at=_ended_at(letter),
        reason=letter.reason if letter.state == LetterState.REFUSED else "",
        on_the_spot=letter.on_the_spot,
        late=ended > case.promised_at,
        shares=clockwork.shares,
        left_minutes=clockwork.left_minutes,
        paused_minutes=clockwork.paused_minutes,
    )


def _ended_at(letter: Letter) -> datetime | None:
    """When it was withdrawn or replaced, refused or cancelled; None while it stands."""
    paper = letter.paper
    moment = paper.ended_at if paper else letter.decided_at
    return clock.local(moment, current_village()) if moment else None
