"""Decisions as commitments: one owner, one day; done with evidence, or moved with a reason."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.actions import Actor, action, record
from desa.people.partners.actions.common import save_new
from desa.people.partners.actions.meetings import unsealed
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.models import Decision, Meeting, Move, Partner
from desa.people.partners.queries import today

NOT_HELD = _("Musyawarah ini belum berlangsung. Catat daftar hadirnya dulu.")
DONE_ALREADY = _("Keputusan ini sudah dicatat selesai. Muat ulang halaman ini.")
NOT_YET = _("Tanggal ini belum tiba. Catat setelah benar-benar selesai.")
TOO_EARLY = _("Batas waktu tidak boleh sebelum hari musyawarahnya.")
SAME = _("Tanggal baru sama dengan tanggal sekarang.")


@dataclass(frozen=True)
class DecisionFacts:
    """The owner is an office or a partner."""

    text: str
    due_on: date
    office: str = ""
    partner: Partner | None = None


@action
def decide(*, by: Actor, meeting: Meeting, facts: DecisionFacts) -> Decision:
    """Raises PartnersRefused before the meeting, and once its record has a number."""
    current = unsealed(meeting)
    if current.held_at is None:
        raise PartnersRefused(NOT_HELD)
    if facts.due_on < current.day:
        raise PartnersRefused(TOO_EARLY, "due_on")
    last = current.decisions.aggregate(last=Max("place"))["last"] or 0
    row = Decision(
        meeting=current,
        place=last + 1,
        text=facts.text,
        office=facts.office,
        partner=facts.partner,
        first_due=facts.due_on,
        due_on=facts.due_on,
    )
    save_new(row)
    record("partners.decision.made", row, by, due=facts.due_on.isoformat())
    return row


@action
def fulfil(*, by: Actor, decision: Decision, on: date, evidence: str) -> Decision:
    current = _waiting(decision)
    if on > today():
        raise PartnersRefused(NOT_YET, "on")
    current.done_on, current.evidence = on, evidence
    current.full_clean()
    current.save(update_fields=["done_on", "evidence"])
    record("partners.decision.fulfilled", current, by, on=on.isoformat())
    return current


@action
def move_due(*, by: Actor, decision: Decision, to: date, reason: str) -> Decision:
    """The old day and the reason stay readable; a day that has passed still counts as missed."""
    current = _waiting(decision)
    if to == current.due_on:
        raise PartnersRefused(SAME, "to")
    if to < today():
        raise PartnersRefused(_("Tanggal baru sudah lewat. Pilih tanggal yang akan datang."), "to")
    save_new(
        Move(
            decision=current,
            before=current.due_on,
            after=to,
            reason=reason,
            moved_on=today(),
            by_label=by.actor_label,
        )
    )
    before, current.due_on = current.due_on, to
    current.save(update_fields=["due_on"])
    record("partners.decision.moved", current, by, before=before.isoformat(), to=to.isoformat())
    return current


def _waiting(decision: Decision) -> Decision:
    current = Decision.objects.select_for_update().get(pk=decision.pk)
    if current.done_on is not None:
        raise PartnersRefused(DONE_ALREADY)
    return current
