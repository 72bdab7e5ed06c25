"""Taking a proposal, from a phone, at the counter or from the sheet of a musyawarah dusun; changing its words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning.actions.common import (
    check,
    demand,
    demand_open,
    locked,
    locked_round,
    settle,
)
from desa.empowerment.planning.enums import (
    Act,
    Channel,
    Origin,
    Phase,
    PlanningPermission,
    ProposalState,
    Sex,
)
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.models import HamletMeeting, Proposal, Proposer, Round
from desa.empowerment.planning.queries import calendar_of
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.phone import Phone
from desa.foundation.intake.actions import once
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village

SENT = "planning.propose"
SHEET_SENT = "planning.sheet"
SHORTEST = 8


@dataclass(frozen=True)
class Idea:
    """What somebody wishes; `area` is a dusun or RT. `phone` as it was typed, empty when not given."""

    title: str
    channel: Channel
    area: Area | None = None
    story: str = ""
    landmark: str = ""
    benefits: int | None = None
    origin: Origin = Origin.RESIDENTS
    name: str = ""
    phone: str = ""
    sex: Sex = Sex.UNKNOWN
    disabled: bool | None = None


@dataclass(frozen=True)
class Attendance:
    """Heads counted on the list of a musyawarah dusun."""

    women_young: int = 0
    women_adult: int = 0
    women_elder: int = 0
    men_young: int = 0
    men_adult: int = 0
    men_elder: int = 0
    disabled: int = 0

    @property
    def total(self) -> int:
        women = self.women_young + self.women_adult + self.women_elder
        return women + self.men_young + self.men_adult + self.men_elder


@action
def propose(
    *, by: Actor, round_: Round, idea: Idea, meeting: HamletMeeting | None = None
) -> Proposal:
    """Take it down with the next number of the year. Raises ProposalRefused, ValueProblem."""
    current = locked_round(round_)
    demand_open(current, Act.PROPOSE)
    if len(idea.title.strip()) < SHORTEST:
        raise ProposalRefused(_("Usulannya terlalu pendek. Tulis apa yang diinginkan dan di mana."))
    now = clock.now()
    proposal = Proposal(
        round=current,
        number=current.next_number,
        title=idea.title.strip(),
        story=idea.story.strip(),
        area=idea.area,
        landmark=idea.landmark.strip(),
        benefits=idea.benefits,
        origin=idea.origin,
        channel=idea.channel,
        meeting=meeting,
        created_at=now,
        created_by_label=by.actor_label,
        shown_at=None if idea.channel == Channel.WEB else now,
    )
    check(proposal)
    proposal.save(force_insert=True)
    current.next_number += 1
    current.save(update_fields=["next_number"])
    _keep_proposer(proposal, idea)
    record("planning.proposal.made", proposal, by, number=proposal.public_number)
    return proposal


@action
def propose_once(*, by: Actor, round_: Round, idea: Idea, key: UUID) -> Proposal:
    """One proposal for each form, however often it is sent."""
    made, _new = once(
        key=key,
        purpose=SENT,
        by=by,
        make=lambda: propose(by=by, round_=round_, idea=idea),
    )
    return Proposal.objects.select_related("round").get(pk=made)


@action
def note_meeting(
    *,
    by: Actor,
    round_: Round,
    area: Area,
    held_on: date,
    attendance: Attendance,
    ideas: Sequence[Idea],
) -> HamletMeeting:
    """The sheet of one musyawarah dusun with all its proposals, or nothing. Raises ProposalRefused."""
    demand(by, PlanningPermission.TAKE)
    demand_open(round_, Act.PROPOSE)
    if not ideas:
        raise ProposalRefused(_("Belum ada usulan di lembar ini. Isi paling sedikit satu baris."))
    if attendance.disabled > attendance.total:
        raise ProposalRefused(
            _("Penyandang disabilitas tidak bisa lebih banyak daripada semua yang hadir.")
        )
    if HamletMeeting.objects.filter(round=round_, area=area, held_on=held_on).exists():
        raise ProposalRefused(_("Lembar musyawarah dusun ini pada tanggal itu sudah diketik."))
    meeting = HamletMeeting(
        round=round_,
        area=area,
        held_on=held_on,
        noted_at=clock.now(),
        noted_by_label=by.actor_label,
        **vars(attendance),
    )
    meeting.full_clean(validate_constraints=False)
    meeting.save(force_insert=True)
    for idea in ideas:
        told = replace(idea, channel=Channel.MEETING, area=idea.area or area)
        propose(by=by, round_=round_, idea=told, meeting=meeting)
    record("planning.meeting.noted", meeting, by, dusun=area.name, proposals=len(ideas))
    return meeting


@action
def note_meeting_once(
    *,
    by: Actor,
    round_: Round,
    area: Area,
    held_on: date,
    attendance: Attendance,
    ideas: Sequence[Idea],
    key: UUID,
) -> HamletMeeting:
    made, _new = once(
        key=key,
        purpose=SHEET_SENT,
        by=by,
        make=lambda: note_meeting(
            by=by, round_=round_, area=area, held_on=held_on, attendance=attendance, ideas=ideas
        ),
    )
    return HamletMeeting.objects.get(pk=made)


@action
def edit_proposal(*, by: Actor, proposal: Proposal, idea: Idea) -> Proposal:
    """Better words before the ranking; from then on nobody may change what was ranked. Raises ProposalRefused."""
    demand(by, PlanningPermission.HANDLE)
    current = locked(proposal)
    _demand_unranked(current)
    demand_open(current.round, Act.EDIT)
    current.title, current.story = idea.title.strip(), idea.story.strip()
    current.area, current.landmark = idea.area, idea.landmark.strip()
    current.benefits, current.origin = idea.benefits, idea.origin
    settle(current)
    record("planning.proposal.edited", current, by, number=current.public_number)
    return current


def _demand_unranked(proposal: Proposal) -> None:
    window = calendar_of(proposal.round).get(Phase.RANK)
    ranked = window is not None and window.opens <= clock.today(current_village())
    if ranked or proposal.score is not None or proposal.state != ProposalState.RECEIVED:
        raise ProposalRefused(
            _("Usulan ini sudah diberi peringkat, jadi isinya tidak bisa diubah lagi.")
        )


@action
def show_proposal(*, by: Actor, proposal: Proposal) -> Proposal:
    """Let everyone read the words, numbers of people covered. Doing it twice changes nothing."""
    demand(by, PlanningPermission.HANDLE)
    current = locked(proposal)
    if current.shown_at is None:
        current.shown_at = clock.now()
        current.save(update_fields=["shown_at"])
        record("planning.proposal.shown", current, by, number=current.public_number)
    return current


def _keep_proposer(proposal: Proposal, idea: Idea) -> None:
    phone = Phone.parse(idea.phone).e164 if idea.phone.strip() else ""
    known = idea.name.strip() or phone or idea.sex or idea.disabled is not None
    if known:
        proposer = Proposer(
            proposal=proposal,
            name=idea.name.strip(),
            phone=phone,
            sex=idea.sex,
            disabled=idea.disabled,
        )
        proposer.full_clean(exclude=("village", "proposal"), validate_constraints=False)
        proposer.save()
