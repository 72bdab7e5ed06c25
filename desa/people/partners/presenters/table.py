"""Rows of the office's lists, each with its state in a word and a chip."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from desa.people.partners.enums import ActivityState, Answer
from desa.people.partners.models import (
    Activity,
    Decision,
    Deliverable,
    Move,
    Participation,
    Partner,
)
from desa.people.partners.queries import Standing, Term, is_joint, standing, sums, term, today
from desa.people.partners.queries.activities import Sum

ANSWER_CHIPS = {Answer.WAITING: "wait", Answer.CONFIRMED: "ok", Answer.DENIED: "no"}


@dataclass(frozen=True)
class PartnerRow:
    partner: Partner
    term: Term
    until: date | None


@dataclass(frozen=True)
class ActivityRow:
    """`sides` are (participation, chip) of each partner."""

    activity: Activity
    chip: str
    label: object
    sides: list[tuple[Participation, str]]
    sums: list[Sum]


@dataclass(frozen=True)
class DecisionRow:
    decision: Decision
    standing: Standing
    moves: list[Move]


@dataclass(frozen=True)
class DeliverableRow:
    deliverable: Deliverable
    chip: str
    label: object


def partner_rows(rows: Iterable[Partner]) -> list[PartnerRow]:
    day, found = today(), []
    for row in rows:
        state = term(row.bases.all(), day)
        found.append(PartnerRow(row, state, state.basis.valid_to if state.basis else None))
    return found


def activity_rows(rows: Iterable[Activity]) -> list[ActivityRow]:
    return [_activity_row(row) for row in rows]


def _activity_row(row: Activity) -> ActivityRow:
    sides = [(side, ANSWER_CHIPS[Answer(side.answer)]) for side in row.participations.all()]
    chip, label = activity_state(row)
    return ActivityRow(row, chip, label, sides, sums(row.funds.all()))


def activity_state(row: Activity) -> tuple[str, object]:
    if row.state == ActivityState.CANCELLED:
        return "no", _("Dibatalkan")
    if row.state == ActivityState.PLANNED:
        late = row.planned_on < today()
        return ("late", _("Belum dilaporkan")) if late else ("run", _("Direncanakan"))
    if is_joint(row):
        return "ok", _("Dibenarkan semua pihak")
    if any(side.answer == Answer.WAITING for side in row.participations.all()):
        return "wait", _("Menunggu jawaban mitra")
    return "no", _("Tidak dibenarkan mitra")


def decision_rows(rows: Iterable[Decision]) -> list[DecisionRow]:
    return [DecisionRow(row, standing(row), list(row.moves.all())) for row in rows]


def deliverable_rows(rows: Iterable[Deliverable]) -> list[DeliverableRow]:
    return [DeliverableRow(row, *deliverable_state(row)) for row in rows]


def deliverable_state(row: Deliverable) -> tuple[str, object]:
    if row.done_on is not None:
        on_time = row.done_on <= row.due_on
        return "ok", _("Diserahkan") if on_time else _("Diserahkan, terlambat")
    return ("late", _("Terlambat")) if row.due_on < today() else ("run", _("Belum jatuh tempo"))
