"""What the musdes gave on paper: scores, and sheets of approval that two people type."""

import dataclasses
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning.actions.common import demand, demand_open, locked_round
from desa.empowerment.planning.enums import Act, PlanningPermission, Sex
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.models import Ballot, Proposal, Round
from desa.empowerment.planning.queries import (
    electable,
    election_of,
    groups_of,
    ranked_winners,
    undecided_sheets,
)
from desa.empowerment.planning.rules.advice import advise
from desa.empowerment.planning.rules.ballots import NotOnList, read_choices
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.tenancy.models import Area

MOST_SHEETS = 20_000


@action
def score_proposals(*, by: Actor, round_: Round, scores: Mapping[int, int]) -> Round:
    """Scores by the number of the proposal, as the paper of the musdes tells them. Raises ProposalRefused."""
    demand(by, PlanningPermission.COUNT)
    current = locked_round(round_)
    demand_open(current, Act.SCORE)
    rows = {row.number: row for row in electable(current)}
    if strangers := sorted(set(scores) - set(rows)):
        raise ProposalRefused(
            _("Usulan nomor %(number)s tidak bisa diberi nilai.") % {"number": strangers[0]}
        )
    changed = [rows[number] for number, score in scores.items() if rows[number].score != score]
    for row in changed:
        row.score = scores[row.number]
    Proposal.objects.bulk_update(changed, ["score"])
    _forget_count(current)
    record("planning.round.scored", current, by, proposals=len(changed))
    return current


@action
def type_sheet(
    *, by: User, round_: Round, sheet: int, choices: str, area: Area, sex: Sex = Sex.UNKNOWN
) -> Ballot:
    """One sheet by one typist; typing it again corrects one's own. Raises ProposalRefused."""
    demand(by, PlanningPermission.COUNT)
    current = locked_round(round_)
    demand_open(current, Act.BALLOT)
    read = _read(current, choices)
    ballot = Ballot.objects.filter(round=current, sheet=sheet).first()
    if ballot is None:
        if not 1 <= sheet <= MOST_SHEETS:
            raise ProposalRefused(_("Nomor lembar ini tidak mungkin. Lihat sudut kanan atasnya."))
        ballot = Ballot(round=current, sheet=sheet, first_by=by, first_area=area)
    _write(ballot, by, read, area, sex)
    ballot.counts = _is_agreed(ballot)
    ballot.full_clean(validate_constraints=False)
    ballot.save()
    _forget_count(current)
    record("planning.sheet.typed", ballot, by, sheet=sheet)
    return ballot


def _read(round_: Round, choices: str) -> str:
    try:
        return read_choices(choices, {row.number for row in electable(round_)})
    except NotOnList as problem:
        said = _("“%(words)s” bukan nomor usulan yang bisa dipilih. Periksa lembarnya.")
        raise ProposalRefused(said % {"words": problem.words}) from None


def _write(ballot: Ballot, by: User, read: str, area: Area, sex: Sex) -> None:
    if ballot.first_by_id == by.pk:
        ballot.first_choices, ballot.first_area, ballot.first_sex = read, area, sex
    elif ballot.second_by_id in (None, by.pk):
        ballot.second_by = by
        ballot.second_choices, ballot.second_area, ballot.second_sex = read, area, sex
    else:
        raise ProposalRefused(_("Lembar ini sudah diketik dua orang. Merekalah yang membetulkan."))


def _is_agreed(ballot: Ballot) -> bool:
    first = (ballot.first_choices, ballot.first_area_id, ballot.first_sex)
    second = (ballot.second_choices, ballot.second_area_id, ballot.second_sex)
    return ballot.second_by_id is not None and first == second


def _forget_count(round_: Round) -> None:
    if round_.advice is not None:
        round_.advice, round_.counted_at = None, None
        round_.save(update_fields=["advice", "counted_at"])


@action
def count_ballots(*, by: Actor, round_: Round) -> Round:
    """Compute the advice from the agreed sheets; none may be left open. Raises ProposalRefused."""
    demand(by, PlanningPermission.COUNT)
    current = locked_round(round_)
    demand_open(current, Act.BALLOT)
    open_sheets = undecided_sheets(current).count()
    if open_sheets:
        said = _("%(number)s lembar belum sama di kedua ketikan. Betulkan dulu, lalu hitung.")
        raise ProposalRefused(said % {"number": open_sheets})
    if not current.budget:
        raise ProposalRefused(_("Pagu yang dibagi belum diisi. Isi dulu di halaman tahapan."))
    if not current.ballots.filter(counts=True).exists():
        raise ProposalRefused(_("Belum ada lembar pilihan. Ketik dulu lembarnya."))
    found = advise(election_of(current), ranked_winners(current), groups_of(current))
    current.advice, current.counted_at = dataclasses.asdict(found), clock.now()
    current.save(update_fields=["advice", "counted_at"])
    record("planning.round.counted", current, by, sheets=found.voters)
    return current
