"""Words and parts of the public pages of complaints."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import template
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from desa.foundation.core.values.dates import format_weekday
from desa.services.complaints.enums import ComplaintState, Step
from desa.services.complaints.published import PublishedComplaint, PublishedStep, ReporterCase

register = template.Library()
S = ComplaintState
CHIPS = {
    S.RECEIVED: "run",
    S.VERIFIED: "run",
    S.IN_PROGRESS: "run",
    S.ANSWERED: "wait",
    S.CONFIRMED: "ok",
    S.UNCONFIRMED: "idle",
    S.REFUSED: "no",
    S.FORWARDED: "idle",
    S.MERGED: "idle",
    S.SPAM: "idle",
}
MOVED = {
    S.VERIFIED: gettext_lazy("Diperiksa"),
    S.IN_PROGRESS: gettext_lazy("Dikerjakan"),
    S.ANSWERED: gettext_lazy("Ditanggapi"),
    S.CONFIRMED: gettext_lazy("Pelapor menjawab SUDAH. Selesai"),
    S.UNCONFIRMED: gettext_lazy("Ditutup, pelapor tidak menjawab 14 hari"),
    S.REFUSED: gettext_lazy("Ditolak"),
    S.FORWARDED: gettext_lazy("Dialihkan"),
    S.MERGED: gettext_lazy("Digabung dengan laporan serupa"),
    S.SPAM: gettext_lazy("Bukan laporan"),
}
OTHERWISE = {
    Step.FILED: gettext_lazy("Laporan diterima"),
    Step.OWNER: gettext_lazy("Pindah penanggung jawab"),
    Step.ESCALATED: gettext_lazy("Lewat janji, dinaikkan"),
    Step.PAUSED: gettext_lazy("Waktu berhenti"),
    Step.RESUMED: gettext_lazy("Waktu berjalan lagi"),
    Step.REOPENED: gettext_lazy("Pelapor menjawab BELUM, dibuka kembali"),
}
ICONS = {
    Step.FILED: "message-circle",
    Step.ESCALATED: "clock-alert",
    Step.PAUSED: "hourglass",
    Step.REOPENED: "refresh-cw",
}
BAD = (Step.ESCALATED, Step.REOPENED)


@register.simple_tag
def moment_words(moment: datetime) -> str:
    """Senin, 16 November 2026, 09.05."""
    return f"{format_weekday(moment.date(), _language())}, {moment:%H.%M}"


@register.simple_tag
def day_words(moment: datetime) -> str:
    return format_weekday(moment.date(), _language())


@register.inclusion_tag("parts/chip.html", takes_context=True)
def case_chip(context: template.Context, complaint: PublishedComplaint) -> dict[str, Any]:
    state = "late" if complaint.late else CHIPS[complaint.state]
    text = _("Lewat janji") if complaint.late else complaint.state_label
    return {"state": state, "text": text, "icon": "", "render_context": context.render_context}


@register.inclusion_tag("parts/steps.html")
def case_steps(steps: Sequence[PublishedStep], question: str, asked: bool) -> dict[str, Any]:
    """Everything that happened, and at the end what we asked the reporter."""
    items = [_item(step) for step in steps]
    if asked:
        text = _("Kami bertanya: “%(question)s”") % {"question": question}
        note = _("Laporan selesai hanya jika pelapor menjawab SUDAH")
        items.append({"state": "now", "text": text, "note": note, "icon": "hourglass"})
    return {"items": items}


@register.filter
def waits_for_reporter(complaint: PublishedComplaint) -> bool:
    return complaint.state == S.ANSWERED


@register.filter
def unasked(case: ReporterCase) -> bool:
    """The reporter may still change the answer, but nothing is waited for."""
    return case.asked and case.complaint.state != S.ANSWERED


@register.inclusion_tag("parts/promise.html", takes_context=True)
def case_promise(context: template.Context, case: ReporterCase) -> dict[str, Any]:
    complaint = case.complaint
    open_now = complaint.state in (S.RECEIVED, S.VERIFIED, S.IN_PROGRESS)
    used = round(sum(share for _kind, share in case.shares))
    promise = {
        "code_title": _("Kode laporan"),
        "code": case.code,
        "state": "late" if complaint.late else CHIPS[complaint.state],
        "state_text": _("Lewat janji") if complaint.late else complaint.state_label,
        "due_iso": complaint.due_at.isoformat(timespec="minutes"),
        "due_day": format_weekday(complaint.due_at.date(), _language()) if open_now else "",
        "due_hour": _("sebelum %(hour)s") % {"hour": f"{complaint.due_at:%H.%M}"},
        "shares": case.shares,
        "label": _("%(used)s persen dari waktu kerja yang dijanjikan sudah lewat.")
        % {"used": used},
        "start": f"{_weekday(complaint.filed_at)} {complaint.filed_at:%H.%M}",
        "start_text": _("diterima"),
        "end": f"{_weekday(complaint.due_at)} {complaint.due_at:%H.%M}",
        "remaining": _remaining(case) if open_now else "",
        "explanation": "",
        "name_title": _("Ditangani"),
        "name": complaint.owner,
        "free": True,
    }
    return {"promise": promise, "render_context": context.render_context}


def _remaining(case: ReporterCase) -> str:
    if case.wanted:
        return _("Waktu berhenti, menunggu keterangan dari Anda.")
    if case.complaint.late:
        return _("Maaf, kami lewat janji.")
    return _("Sisa %(hours)s jam kerja.") % {"hours": -(-case.left_minutes // 60)}


def _item(step: PublishedStep) -> dict[str, Any]:
    moved = step.step == Step.STATE
    what = str(MOVED.get(step.state, step.state.label) if moved else OTHERWISE[step.step])
    who = f"{what} · {step.office}" if step.office else what
    when = moment_words(step.at)
    no = step.step in BAD or (moved and step.state == S.REFUSED)
    return {
        "state": "no" if no else "done",
        "text": who,
        "note": f"{when}. {step.words}" if step.words else when,
        "icon": ICONS.get(step.step, ""),
    }


def _weekday(moment: datetime) -> str:
    return format_weekday(moment.date(), _language()).split(",")[0]


def _language() -> str:
    return (get_language() or "id")[:2]
