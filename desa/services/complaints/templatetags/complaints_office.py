"""Parts that the office's pages of complaints share."""

from datetime import datetime
from typing import Any

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.values.dates import format_weekday
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.services.complaints.engine.catalogue import shipped
from desa.services.complaints.enums import ComplaintState, Step
from desa.services.complaints.models import Complaint, ComplaintStep
from desa.services.complaints.presenters import place_words
from desa.services.complaints.transitions import OPEN

register = template.Library()
S = ComplaintState
CHIPS = {
    S.RECEIVED: "wait",
    S.VERIFIED: "run",
    S.IN_PROGRESS: "run",
    S.ANSWERED: "wait",
    S.CONFIRMED: "ok",
    S.UNCONFIRMED: "idle",
    S.REFUSED: "no",
    S.FORWARDED: "idle",
    S.MERGED: "idle",
    S.SPAM: "no",
}
ICONS = {
    Step.FILED: "message-circle",
    Step.ESCALATED: "clock-alert",
    Step.REOPENED: "refresh-cw",
    Step.PAUSED: "hourglass",
    Step.ANSWER: "user",
    Step.JOINED: "users",
    Step.OWNER: "user",
}
BAD = (Step.ESCALATED, Step.REOPENED)


@register.filter
def place(area: Area | None) -> str:
    return place_words(area) or _("Tempat tidak disebut")


@register.filter
def office(value: str) -> str:
    return str(Office(value).label)


@register.filter
def category(complaint: Complaint) -> str:
    return shipped(complaint.category_data.name)


@register.filter
def first_line(text: str) -> str:
    line = text.strip().splitlines()[0]
    return line if len(line) <= 80 else f"{line[:79]}…"


@register.inclusion_tag("parts/chip.html", takes_context=True)
def complaint_chip(context: template.Context, complaint: Complaint) -> dict[str, Any]:
    if complaint.paused and complaint.state in OPEN:
        return {"state": "wait", "text": _("Waktu berhenti")}
    if is_late(complaint):
        return {"state": "late", "text": _("Lewat janji")}
    return {"state": CHIPS[S(complaint.state)], "text": complaint.get_state_display()}


@register.filter
def is_late(complaint: Complaint) -> bool:
    return complaint.state in OPEN and not complaint.paused and clock.now() > complaint.due_at


@register.simple_tag
def moment(at: datetime) -> str:
    """Senin, 16 November 2026 09.05"""
    when = clock.local(at, current_village())
    return f"{format_weekday(when.date(), get_language() or 'id')} {when:%H.%M}"


@register.simple_tag
def due_words(at: datetime) -> str:
    when = clock.local(at, current_village())
    values = {"day": format_weekday(when.date(), get_language() or "id"), "hour": f"{when:%H.%M}"}
    return _("%(day)s, sebelum %(hour)s") % values


@register.inclusion_tag("parts/steps.html", takes_context=True)
def case_story(context: template.Context, story: list[ComplaintStep]) -> dict[str, Any]:
    """Who did what, when and with which reason; for the office."""
    return {"items": [_line(line, last=line is story[-1]) for line in story]}


def _line(line: ComplaintStep, *, last: bool) -> dict[str, str]:
    state = "no" if line.step in BAD else "now" if last else "done"
    return {
        "state": state,
        "icon": ICONS.get(Step(line.step), ""),
        "text": _title(line),
        "note": _note(line),
    }


def _title(line: ComplaintStep) -> str:
    if line.step == Step.ESCALATED:
        words = {"1": _("Lewat janji, dinaikkan"), "2": _("Masih lewat janji, dinaikkan lagi")}
        return words.get(line.words, words["1"])
    own = line.get_state_display() if line.step == Step.STATE else line.get_step_display()
    if line.words:
        return f"{own}: {line.words}"
    return own


def _note(line: ComplaintStep) -> str:
    by = f"{line.get_office_display()}, {line.by_label}" if line.office else ""
    return ". ".join(part for part in (moment(line.at), by) if part)


@register.filter
def age_days(complaint: Complaint) -> int:
    """Whole days since it was told, until it ended."""
    ended = complaint.case.closed_at or clock.now()
    return (ended - complaint.created_at).days
