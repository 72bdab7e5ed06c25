"""A verdict with its reason for every proposal, kept inside until all of them are published together."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desa.empowerment.planning.actions.common import (
    demand,
    demand_open,
    locked,
    locked_round,
    settle,
)
from desa.empowerment.planning.enums import (
    Act,
    Authority,
    PlanningPermission,
    ProposalState,
    Verdict,
)
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.models import Proposal, Round
from desa.empowerment.planning.queries import without_verdict
from desa.empowerment.planning.transitions import OF_VERDICT
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record

SHORTEST_REASON = 10


@dataclass(frozen=True)
class Ruling:
    """`year` for what is accepted; body and its number for what is passed on."""

    verdict: Verdict
    reason: str
    year: int | None = None
    outside_body: str = ""
    outside_number: str = ""


@action
def decide_proposal(*, by: Actor, proposal: Proposal, ruling: Ruling) -> Proposal:
    """Write the draft of a verdict, or change it while it is not published. Raises ProposalRefused."""
    demand(by, PlanningPermission.DECIDE)
    current = locked(proposal)
    demand_open(current.round, Act.DECIDE)
    if current.state != ProposalState.RECEIVED:
        raise ProposalRefused(_("Usulan ini sudah digabung, atau putusannya sudah diumumkan."))
    _demand_whole(current, ruling)
    current.verdict, current.reason = ruling.verdict, ruling.reason.strip()
    accepted, passed = ruling.verdict == Verdict.ACCEPTED, ruling.verdict == Verdict.FORWARDED
    current.verdict_year = ruling.year if accepted else None
    current.outside_body = ruling.outside_body.strip() if passed else ""
    current.outside_number = ruling.outside_number.strip() if passed else ""
    settle(current)
    record("planning.proposal.decided", current, by, number=current.public_number)
    return current


def _demand_whole(proposal: Proposal, ruling: Ruling) -> None:
    if ruling.verdict == Verdict.NONE:
        raise ProposalRefused(_("Pilih dulu putusannya."))
    if len(ruling.reason.strip()) < SHORTEST_REASON:
        raise ProposalRefused(
            _("Tulis alasannya dengan jelas. Pengusul dan semua warga membacanya.")
        )
    if ruling.verdict == Verdict.ACCEPTED:
        if not ruling.year:
            raise ProposalRefused(_("Tulis untuk tahun berapa usulan ini diterima."))
        if proposal.authority == Authority.OUTSIDE:
            raise ProposalRefused(
                _("Ini bukan kewenangan desa. Teruskan ke yang berwenang, dengan nomor suratnya.")
            )
    if ruling.verdict == Verdict.FORWARDED and not (
        ruling.outside_body.strip() and ruling.outside_number.strip()
    ):
        raise ProposalRefused(_("Tulis diteruskan ke mana, dan nomor suratnya di sana."))


@action
def publish_decisions(*, by: Actor, round_: Round) -> Round:
    """All verdicts of the year at the same moment; none may be missing. Raises ProposalRefused."""
    demand(by, PlanningPermission.DECIDE)
    current = locked_round(round_)
    demand_open(current, Act.DECIDE)
    missing = without_verdict(current).count()
    if missing:
        said = _("%(number)s usulan belum punya putusan dan alasan. Semua diumumkan bersama.")
        raise ProposalRefused(said % {"number": missing})
    if current.published_at is not None or not current.proposals.exists():
        raise ProposalRefused(_("Tidak ada putusan yang menunggu diumumkan."))
    now = clock.now()
    received = Proposal.objects.filter(round=current, state=ProposalState.RECEIVED)
    for verdict, state in OF_VERDICT.items():
        received.filter(verdict=verdict).update(state=state)
    Proposal.objects.filter(round=current, shown_at__isnull=True).update(shown_at=now)
    current.published_at, current.published_by_label = now, by.actor_label
    current.save(update_fields=["published_at", "published_by_label"])
    record("planning.round.published", current, by, year=current.year)
    return current
