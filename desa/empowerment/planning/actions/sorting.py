"""Before the musdes: same wishes become one, and each is looked at: may the village, and what does it cost?"""

from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning.actions.common import (
    demand,
    demand_open,
    locked,
    move,
    settle,
)
from desa.empowerment.planning.enums import Act, Authority, PlanningPermission, ProposalState
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.models import Proposal
from desa.empowerment.planning.rules.costs import cost_class
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.rupiah import Rupiah


@action
def merge_proposals(*, by: Actor, proposal: Proposal, into: Proposal) -> Proposal:
    """Put `proposal` under `into`; both keep their number, words, proposer and code. Raises ProposalRefused."""
    demand(by, PlanningPermission.HANDLE)
    keys = sorted({proposal.pk, into.pk})
    locks = Proposal.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    rows = {row.pk: row for row in locks}
    if len(rows) < 2:
        raise ProposalRefused(_("Pilih usulan lain untuk digabung."))
    merged, main = rows[proposal.pk], rows[into.pk]
    demand_open(main.round, Act.MERGE)
    if merged.round_id != main.round_id or main.state != ProposalState.RECEIVED:
        raise ProposalRefused(_("Usulan tujuan harus dari tahun yang sama dan belum diputuskan."))
    if merged.verdict or main.verdict:
        raise ProposalRefused(_("Salah satunya sudah punya putusan, jadi tidak bisa digabung."))
    move(merged, ProposalState.MERGED)
    merged.merged_into, merged.score = main, None
    settle(merged)
    Proposal.objects.filter(merged_into=merged).update(merged_into=main)
    record("planning.proposal.merged", merged, by, number=main.public_number)
    return main


@action
def assess_proposal(
    *,
    by: Actor,
    proposal: Proposal,
    authority: Authority,
    cost: Rupiah | None,
    benefits: int | None,
) -> Proposal:
    """May the village do it, what will it cost, and how many does it serve? Raises ProposalRefused."""
    demand(by, PlanningPermission.HANDLE)
    current = locked(proposal)
    demand_open(current.round, Act.ASSESS)
    if current.state != ProposalState.RECEIVED:
        raise ProposalRefused(_("Usulan ini sudah digabung atau diputuskan."))
    if authority == Authority.VILLAGE and not cost:
        raise ProposalRefused(_("Tulis perkiraan biayanya, agar bisa diberi peringkat."))
    if cost is not None and cost < Rupiah():
        raise ProposalRefused(_("Biaya tidak bisa kurang dari nol."))
    current.authority, current.cost, current.benefits = authority, cost, benefits
    current.cost_class = cost_class(cost.sen // 100) if cost else ""
    current.shown_at = current.shown_at or clock.now()
    settle(current)
    record("planning.proposal.assessed", current, by, number=current.public_number)
    return current
