"""What every step of a proposal does: lock, ask the phase and the state, save."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from desa.empowerment.planning.enums import Act, PlanningPermission, ProposalState
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.models import Proposal, Round
from desa.empowerment.planning.queries import calendar_of
from desa.empowerment.planning.rules.phases import Closed, refusal
from desa.empowerment.planning.transitions import is_possible
from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.values.dates import format_long
from desa.foundation.tenancy.scope import current_village

PROPOSER = SystemActor("Pengusul", actor_kind="resident")
"""Who proposes or answers without an account; the trail keeps no more of them than this word."""

RELATIONS = ("village", "round", "area", "meeting", "merged_into")


def locked(proposal: Proposal) -> Proposal:
    """Without its relations: PostgreSQL would join them as they were before it waited for the lock."""
    return Proposal.objects.select_for_update().get(pk=proposal.pk)


def locked_round(round_: Round) -> Round:
    return Round.objects.select_for_update().get(pk=round_.pk)


def demand(by: object, permission: PlanningPermission) -> None:
    """Officials need the right; the system itself (a demo, an import) has it. Raises PermissionDenied."""
    if isinstance(by, User) and not has_permission(by, permission):
        raise PermissionDenied(permission)


def demand_open(round_: Round, act: Act) -> None:
    """Raises ProposalRefused, which says when the act is open."""
    closed = refusal(act, calendar_of(round_), clock.today(current_village()))
    if closed is not None:
        raise ProposalRefused(closed_words(closed, round_.year))


def closed_words(closed: Closed, year: int) -> str:
    language = (get_language() or "id")[:2]
    words = {"phase": str(closed.phase.label), "year": year}
    if closed.opens:
        day = format_long(closed.opens, language)
        said = _("Belum bisa sekarang. Tahap %(phase)s %(year)s dibuka %(day)s.")
        return said % {**words, "day": day}
    if closed.closed:
        day = format_long(closed.closed, language)
        said = _("Sudah ditutup. Tahap %(phase)s %(year)s berakhir %(day)s.")
        return said % {**words, "day": day}
    said = _("Belum bisa. Tahap %(phase)s %(year)s belum dijadwalkan; tanggalnya diatur sekdes.")
    return said % words


def move(proposal: Proposal, after: ProposalState) -> None:
    """Into the next state; the caller saves."""
    if not is_possible(proposal.state, after):
        state = proposal.get_state_display()
        raise ProposalRefused(
            _("Langkah ini tidak bisa: usulan sudah “%(state)s”.") % {"state": state}
        )
    proposal.state = after


def check(proposal: Proposal) -> None:
    """Its own values; constraints and what it points to are the database's to refuse."""
    proposal.full_clean(exclude=RELATIONS, validate_unique=False, validate_constraints=False)


def settle(proposal: Proposal) -> None:
    check(proposal)
    proposal.save()
