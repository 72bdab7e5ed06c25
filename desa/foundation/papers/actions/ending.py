"""An issued paper is never undone: it is voided, or replaced by another one; its number stays used."""

from django.utils.translation import gettext as _

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.errors import ValueProblem, mark
from desa.foundation.papers.actions.guards import authorise
from desa.foundation.papers.enums import PaperState
from desa.foundation.papers.exceptions import PaperStateError
from desa.foundation.papers.models import Paper
from desa.foundation.papers.transitions import permission_for


@action
def void(*, by: Actor, paper: Paper, reason: str) -> Paper:
    """Raises PaperStateError when it has already ended, ValueProblem without a reason."""
    ended = _ended(by, paper, PaperState.VOIDED, reason)
    _save(ended)
    record("papers.paper.voided", ended, by, number=ended.number_text)
    return ended


@action
def replace(*, by: Actor, paper: Paper, replacement: Paper, reason: str) -> Paper:
    """`replacement` is a valid paper of the same village; gives the replaced one."""
    standing = Paper.objects.filter(pk=replacement.pk, ended_at__isnull=True)
    if replacement.pk == paper.pk or not standing.exists():
        raise PaperStateError(_("Surat pengganti harus surat lain yang masih berlaku."))
    ended = _ended(by, paper, PaperState.REPLACED, reason)
    ended.replaced_by = replacement
    _save(ended)
    record("papers.paper.replaced", ended, by, replacement=replacement.pk)
    return ended


def _ended(by: Actor, paper: Paper, state: PaperState, reason: str) -> Paper:
    locked = Paper.objects.select_for_update().get(pk=paper.pk)
    permission = permission_for(locked.state, state)
    if permission is None:
        raise PaperStateError(_("Surat ini sudah dicabut atau diganti."))
    authorise(by, permission)
    if not reason.strip():
        raise ValueProblem("empty", mark("Tulis alasan surat ini dicabut atau diganti."))
    locked.state, locked.end_reason, locked.ended_at = state, reason.strip(), clock.now()
    return locked


def _save(paper: Paper) -> None:
    paper.full_clean()
    paper.save(update_fields=["state", "end_reason", "ended_at", "replaced_by"])
