"""What the sheets without a number say: plain values for the typesetter, always in Indonesian."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from desa.foundation.core import clock
from desa.foundation.core.qr import qr_svg
from desa.foundation.core.values.dates import format_long
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.papers.queries import DEMO_MARK, document_of
from desa.foundation.papers.rules.blocks import Table
from desa.foundation.tenancy.scope import current_village
from desa.people.partners.enums import Level
from desa.people.partners.models import Meeting, Partner
from desa.people.partners.queries.activities import Sum, activities_of, is_joint, sums
from desa.people.partners.queries.meetings import counts, decisions, decisions_of, standing
from desa.people.partners.queries.papers import hour, kind_name, when
from desa.people.partners.queries.partners import deliverables, members_on, term, today
from desa.people.partners.rules.days import months_before

BLANK_LINES, MOST_SHOWN = 50, 8


def public_base() -> str:
    """Where this village's pages are reached, never from a Host header; "" = nowhere yet."""
    demo: str = settings.DEMO_ADDRESS
    return (current_village().public_address or demo).rstrip("/")


def _common(address: str) -> dict[str, Any]:
    """What every sheet reads; `address` is a path on the village's site, "" for none."""
    village, base = current_village(), public_base()
    link = f"{base}{address}" if base and address else ""
    return {
        "at": int(clock.now().timestamp()),
        "day": format_long(today()),
        "village": village.name,
        "district": f"Kecamatan {village.kecamatan}, {village.kabupaten}",
        "mark": DEMO_MARK if settings.DEMO else "",
        "qr": qr_svg(link) if link else "",
        "link": link.split("://", 1)[-1],
    }


def partner_sheet(partner: Partner) -> dict[str, Any]:
    with override("id"):
        return {**_common(reverse("partners:partner", args=[partner.pk])), **_partner(partner)}


def _partner(partner: Partner) -> dict[str, Any]:
    day = today()
    held = term(partner.bases.all(), day)
    rows = [
        row
        for row in activities_of(partner)
        if row.done_on is not None and row.done_on > months_before(day, 12)
    ]
    return {
        "title": partner.name,
        "kind": str(partner.get_kind_display()),
        "task": partner.task,
        "basis": _basis(held.basis) if held.basis else "Belum ada dasar tertulis.",
        "basis_state": str(held.label),
        "members": [
            f"{row.role}: {row.name}" for row in members_on(partner, day) if row.is_officer
        ],
        "people": len(members_on(partner, day)),
        "activities": [_activity(row) for row in rows[:MOST_SHOWN]],
        "more": max(0, len(rows) - MOST_SHOWN),
        "money": [_sum(row) for row in sums(fund for row in rows for fund in row.funds.all())],
        "owed": [_deliverable(row, day) for row in deliverables(partner)],
        "promises": [_promise(row) for row in decisions_of(partner)[:MOST_SHOWN]],
    }


def _basis(row: Any) -> str:
    until = f"sampai {format_long(row.valid_to)}" if row.valid_to else "tanpa batas waktu"
    return f"{row}, {format_long(row.signed_on)}. Berlaku {until}."


def _activity(row: Any) -> dict[str, str]:
    others = ", ".join(str(side.partner) for side in row.participations.all())
    return {
        "day": format_long(row.done_on),
        "title": row.title,
        "with": others + (", Pemerintah desa" if row.with_village else ""),
        "people": f"{row.attendance} orang",
        "state": "dibenarkan semua pihak" if is_joint(row) else "belum dibenarkan semua pihak",
    }


def _sum(row: Sum) -> dict[str, str]:
    empty = Rupiah(0)
    return {
        "label": str(row.label),
        "cash": f"{row.cash}" if row.cash != empty else "-",
        "in_kind": f"{row.in_kind} (taksiran)" if row.in_kind != empty else "-",
    }


def _deliverable(row: Any, day: Any) -> dict[str, str]:
    if row.done_on:
        state = f"diserahkan {format_long(row.done_on)}: {row.evidence}"
    else:
        state = "terlambat" if row.due_on < day else "belum jatuh tempo"
    return {"title": row.title, "due": format_long(row.due_on), "state": state}


def _promise(row: Any) -> dict[str, str]:
    found = standing(row)
    moved = "".join(
        f" Diubah {format_long(move.moved_on)}: {move.reason}." for move in row.moves.all()
    )
    return {
        "text": f"{row.place}. {row.text}",
        "owner": row.owner,
        "due": format_long(row.due_on),
        "state": f"{found.label}.{moved}",
    }


def meeting_sheet(meeting: Meeting) -> dict[str, Any]:
    with override("id"):
        return {**_common(reverse("partners:meeting", args=[meeting.pk])), **_meeting(meeting)}


def _meeting(meeting: Meeting) -> dict[str, Any]:
    found = counts(meeting)
    level = Level(meeting.level).label if meeting.level else ""
    return {
        "title": meeting.title,
        "kind": kind_name(meeting),
        "when": f"{when(meeting)}, {hour(meeting)}",
        "place": meeting.place,
        "chair": meeting.chair,
        "minutes_by": meeting.minutes_by,
        "people": found.people,
        "men": found.men,
        "women": found.women,
        "elements": [
            {"name": name, "men": men, "women": women} for name, men, women in found.elements
        ],
        "dusun": ", ".join(found.dusun),
        "dusun_count": f"{len(found.dusun)} dari {found.all_dusun}" if found.all_dusun else "",
        "level": str(level),
        "level_evidence": meeting.level_evidence,
        "minutes": [line.strip() for line in meeting.minutes.splitlines() if line.strip()],
        "decisions": [_promise(row) for row in decisions().filter(meeting=meeting)],
        "number": meeting.record_paper.number_text if meeting.record_paper else "",
    }


def attendance_sheet(meeting: Meeting) -> dict[str, Any]:
    """Invited names first, empty lines after; the QR opens the same list on a phone."""
    with override("id"):
        path = reverse("partners:check_in", args=[meeting.checkin_code])
        return {
            **_common(path),
            "title": f"DAFTAR HADIR {kind_name(meeting).upper()}",
            "subject": meeting.title,
            "when": f"{when(meeting)}, {hour(meeting)}",
            "place": meeting.place,
            "code": meeting.code.display,
            "rows": BLANK_LINES,
        }


def copies_sheet(meeting: Meeting) -> dict[str, Any]:
    """From the frozen words of the numbered invitation; only the reader differs."""
    assert meeting.invitation is not None, "asked for when it has a number"
    said = document_of(meeting.invitation)
    head, blocks = said.letterhead, said.body[1:]
    return {
        **_common(""),
        "head": {
            "kabupaten": head.kabupaten,
            "kecamatan": head.kecamatan,
            "desa": head.desa,
            "lines": list(head.lines),
        },
        "title": said.title,
        "number": said.number,
        "place_and_date": said.place_and_date,
        "capacity": list(said.signature.capacity),
        "signer": said.signature.name,
        "nip": said.signature.nip,
        "code": said.check.code if said.check else "",
        "names": [row.name for row in meeting.invitees.all()],
        "blocks": [_block(block) for block in blocks],
    }


def _block(block: Any) -> dict[str, Any]:
    if isinstance(block, Table):
        return {"rows": [{"label": row.label, "value": _text(row.runs)} for row in block.rows]}
    return {"rows": [], "text": _text(block.runs)}


def _text(runs: Any) -> str:
    return "".join(run.text for run in runs)
