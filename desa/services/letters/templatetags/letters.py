"""Words and parts that letters' pages share."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from desa.foundation.core import clock
from desa.foundation.core.values.dates import format_short, format_weekday
from desa.foundation.core.values.names import mask_name
from desa.foundation.papers.rules.blocks import Paragraph, Table, text_of
from desa.foundation.papers.rules.document import Document
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.models import Person
from desa.people.residents.queries import current_place
from desa.services.letters.engine.catalogue import shipped
from desa.services.letters.enums import LetterState
from desa.services.letters.models import Letter
from desa.services.letters.published import LetterStatus

register = template.Library()
register.filter(shipped)

CHIPS = {
    LetterState.SUBMITTED: "wait",
    LetterState.APPROVED: "run",
    LetterState.HANDED_OVER: "ok",
    LetterState.REFUSED: "no",
    LetterState.CANCELLED: "idle",
    LetterState.VOIDED: "no",
    LetterState.REPLACED: "idle",
}
COUNTER_STEPS = (
    gettext_lazy("Warga"),
    gettext_lazy("Surat"),
    gettext_lazy("Lengkapi"),
    gettext_lazy("Cetak"),
    gettext_lazy("Tiket"),
)


def local(moment: datetime) -> datetime:
    return clock.local(moment, current_village())


@register.simple_tag
def promise_words(moment: datetime | None) -> str:
    """Selasa, 24 November 2026, sebelum 15.00."""
    if moment is None:
        return _("Jam layanan belum diisi")
    when = local(moment)
    values = {
        "day": format_weekday(when.date(), get_language() or "id"),
        "hour": when.strftime("%H.%M"),
    }
    return _("%(day)s, sebelum %(hour)s") % values


@register.simple_tag
def person_line(person: Person) -> str:
    """Perempuan, 71 tahun, lahir 1955 · Dusun Sendi RT 003/RW 001: tells namesakes apart."""
    age = person.age(clock.today(current_village()))
    facts = [person.label("sex"), _("%(age)s tahun") % {"age": age} if age is not None else ""]
    who = ", ".join(fact for fact in facts if fact)
    return " · ".join(part for part in (who, str(current_place(person))) if part)


@register.inclusion_tag("parts/queue.html")
def letter_queue(letters: Iterable[Letter]) -> dict[str, Any]:
    return {"items": [_queue_item(letter) for letter in letters]}


def _queue_item(letter: Letter) -> dict[str, Any]:
    when = local(letter.created_at)
    today = when.date() == clock.today(current_village())
    return {
        "url": reverse("letters:detail", args=[letter.pk]),
        "title": letter.person.name,
        "meta": when.strftime("%H.%M") if today else format_short(when.date()),
        "note": f"{letter.kind_data.short} · {letter.get_state_display()}",
    }


@register.inclusion_tag("parts/prog.html")
def counter_steps(current: int) -> dict[str, Any]:
    """Where the operator is on the way from person to slip; `current` counts from 1."""
    steps = enumerate(COUNTER_STEPS, start=1)
    return {
        "items": [{"text": text, "done": n < current, "current": n == current} for n, text in steps]
    }


@register.inclusion_tag("parts/chip.html", takes_context=True)
def letter_chip(context: template.Context, letter: Letter) -> dict[str, Any]:
    late = letter.state == LetterState.SUBMITTED and clock.now() > letter.case.promised_at
    text = _("Lewat janji") if late else letter.get_state_display()
    return {"state": "late" if late else CHIPS[LetterState(letter.state)], "text": text}


@register.inclusion_tag("parts/tiket.html")
def letter_ticket(letter: Letter) -> dict[str, Any]:
    """For the resident, so in Indonesian, whoever prints it."""
    due = local(letter.case.promised_at)
    with override("id"):
        due_hour = _("sebelum pukul %(hour)s") % {"hour": due.strftime("%H.%M")}
        helper = str(letter.get_helper_display()) if letter.helper else ""
    ticket = {
        "village": str(current_village()),
        "service": letter.kind_data.public_name,
        "code": letter.code.display,
        "due_day": format_weekday(due.date()),
        "due_hour": due_hour,
        "name": mask_name(letter.person.name),
        "helper": helper,
    }
    return {"ticket": ticket}


@register.inclusion_tag("parts/steps.html")
def letter_timeline(letter: Letter) -> dict[str, Any]:
    """Who did what, when; for the office."""
    items = [_done(_("Diterima %(who)s") % {"who": letter.created_by_label}, letter.created_at)]
    if letter.decided_at is None:
        items.append({"state": "now", "text": letter.get_state_display(), "note": ""})
    else:
        items.append(_done(letter.decision_words, letter.decided_at))
    if letter.handed_over_at:
        words = _("Diserahkan %(who)s kepada %(receiver)s, sudah ditandatangani dan dicap")
        values = {"who": letter.handed_over_by_label, "receiver": letter.received_by}
        items.append(_done(words % values, letter.handed_over_at))
    if letter.state in {LetterState.VOIDED, LetterState.REPLACED}:
        items.append(_ended(letter))
    return {"items": items}


def _ended(letter: Letter) -> dict[str, str]:
    words = f"{letter.get_state_display()}. {letter.reason}"
    moment = letter.paper.ended_at if letter.paper else None
    return {**_done(words, moment or letter.created_at), "state": "no"}


def _done(text: str, moment: datetime) -> dict[str, str]:
    when = local(moment)
    note = f"{format_weekday(when.date(), get_language() or 'id')} {when:%H.%M}"
    return {"state": "done", "text": text, "note": note}


@register.simple_tag
def status_title(status: LetterStatus) -> str:
    titles = {
        LetterState.SUBMITTED: _("Surat Anda sedang diproses"),
        LetterState.APPROVED: _("Surat Anda siap diambil"),
        LetterState.HANDED_OVER: _("Surat Anda sudah diambil"),
        LetterState.REFUSED: _("Permohonan Anda ditolak"),
        LetterState.CANCELLED: _("Permohonan Anda dibatalkan"),
        LetterState.VOIDED: _("Surat ini sudah dicabut"),
        LetterState.REPLACED: _("Surat ini sudah diganti"),
    }
    return titles[status.state]


@register.inclusion_tag("parts/promise.html", takes_context=True)
def status_promise(context: template.Context, status: LetterStatus) -> dict[str, Any]:
    language = get_language() or "id"
    waiting = status.state == LetterState.SUBMITTED
    late = status.late and waiting
    ready = status.state == LetterState.APPROVED
    kept = waiting or ready or status.state == LetterState.HANDED_OVER
    paused = _("Bagian bergaris: berhenti %(minutes)s menit.") % {"minutes": status.paused_minutes}
    used = sum(share for _kind, share in status.shares)
    promise = {
        "code": status.code,
        "state": "late" if late else "ok" if ready else CHIPS[status.state],
        "state_text": _("Siap diambil") if ready else status.state_label,
        "due_iso": status.promised_at.isoformat(timespec="minutes"),
        "due_day": format_weekday(status.promised_at.date(), language) if kept else "",
        "due_hour": _("sebelum %(hour)s") % {"hour": status.promised_at.strftime("%H.%M")},
        "shares": status.shares,
        "label": _("%(used)s persen dari waktu kerja yang dijanjikan sudah lewat.")
        % {"used": round(used)},
        "start": f"{format_weekday(status.opened_at.date(), language).split(',')[0]} {status.opened_at:%H.%M}",
        "start_text": _("diterima"),
        "end": f"{format_weekday(status.promised_at.date(), language).split(',')[0]} {status.promised_at:%H.%M}",
        "remaining": (_("Maaf, kami lewat janji.") if late else _left(status.left_minutes))
        if waiting
        else "",
        "explanation": paused if status.paused_minutes else "",
        "name": status.subject,
        "free": True,
    }
    return {"promise": promise}


def _left(minutes: int) -> str:
    values = {"hours": minutes // 60, "minutes": minutes % 60}
    if not values["minutes"]:
        return _("Sisa %(hours)s jam kerja.") % values
    return _("Sisa %(hours)s jam %(minutes)s menit kerja.") % values


@register.simple_tag
def status_next(status: LetterStatus) -> str:
    """What the applicant does now; nothing once the letter is in hand."""
    words = {
        LetterState.SUBMITTED: _("Boleh diambil orang lain dengan kode ini."),
        LetterState.APPROVED: _("Ambil di kantor desa. Boleh diambil orang lain dengan kode ini."),
        LetterState.REFUSED: _("Perbaiki dulu, lalu ajukan lagi di kantor desa."),
        LetterState.CANCELLED: _("Masih perlu suratnya? Ajukan lagi di kantor desa."),
        LetterState.VOIDED: _("Jangan pakai lagi surat ini. Tanyakan di kantor desa."),
        LetterState.REPLACED: _("Pakai surat penggantinya. Tanyakan di kantor desa."),
    }
    return words.get(status.state, "")


@register.simple_tag
def status_made() -> str:
    """The hour of the look, so that a picture of the page is proof."""
    now = local(clock.now())
    values = {
        "day": format_weekday(now.date(), get_language() or "id"),
        "hour": now.strftime("%H.%M"),
    }
    return _("Halaman ini dibuat %(day)s pukul %(hour)s.") % values


@register.inclusion_tag("parts/steps.html")
def status_steps(status: LetterStatus) -> dict[str, Any]:
    """The applicant's view: what is done, what is being waited for, without names of people."""
    items = [_public_step("done", _("Diterima kantor desa"), status.opened_at)]
    if status.state == LetterState.SUBMITTED:
        items.append({"state": "now", "text": _("Menunggu tanda tangan Kepala Desa"), "note": ""})
        items.append({"state": "todo", "text": _("Surat siap diambil"), "note": ""})
    elif status.state == LetterState.APPROVED:
        items.append(_public_step("done", _approval_words(status), status.decided_at))
        items.append(
            {
                "state": "now",
                "text": _("Surat siap diambil"),
                "note": _("Boleh diwakilkan, bawa kode ini."),
                "icon": "check",
            }
        )
    elif status.state == LetterState.HANDED_OVER:
        items.append(_public_step("done", _approval_words(status), status.decided_at))
        items.append(_public_step("done", _("Surat sudah diambil"), status.handed_over_at))
    else:
        items.append(_public_step("no", status.state_label, status.ended_at))
    return {"items": items}


def _approval_words(status: LetterStatus) -> str:
    if status.on_the_spot:
        return _("Diberi nomor, ditandatangani di kantor desa")
    return _("Disetujui Kepala Desa")


def _public_step(state: str, text: str, moment: datetime | None) -> dict[str, str]:
    language = get_language() or "id"
    note = f"{format_weekday(moment.date(), language)} {moment:%H.%M}" if moment else ""
    return {"state": state, "text": text, "note": note}


@register.inclusion_tag("letters/office/document_words.html")
def document_words(document: Document) -> dict[str, Any]:
    """The letter as running text in large type."""
    return {"blocks": [_words(block) for block in document.body]}


def _words(block: Paragraph | Table) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"text": block.text}
    return {"rows": [{"label": row.label, "value": text_of(row.runs)} for row in block.rows]}
