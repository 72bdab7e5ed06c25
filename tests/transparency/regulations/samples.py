"""Regulations and files for tests; everything in them is invented."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter

from desa.foundation.core.actions import SystemActor
from desa.transparency.regulations.actions import Entry, Facts, record_regulation, take_file
from desa.transparency.regulations.engine.plain_pdf import plain_pdf
from desa.transparency.regulations.enums import Kind, RelationKind, Topic
from desa.transparency.regulations.models import Regulation
from desa.transparency.regulations.rules.lines import PlanLine

CLERK = SystemActor("uji")
WORDS = ["PERATURAN DESA TENTANG JARINGAN INTERNET", "Pasal 1. Wi-Fi publik dirawat bersama warga."]
TEXT_PDF = plain_pdf(WORDS)
SCAN_PDF = plain_pdf([])
FACTS = Facts(
    kind=Kind.DECREE,
    number="1",
    year=2026,
    title="Pembentukan Pokmas G4S",
    enacted_on=date(2026, 1, 12),
    valid_from=date(2026, 1, 12),
)


def facts(**changes: Any) -> Facts:
    return replace(FACTS, **changes)


def recorded(
    *ties: tuple[RelationKind, Regulation],
    lines: tuple[PlanLine, ...] = (),
    members: tuple[tuple[str, str], ...] = (),
    content: bytes | None = None,
    **changes: Any,
) -> Regulation:
    entry = Entry(facts(**changes), tuple((kind, row.pk) for kind, row in ties), lines, members)
    file = take_file(content) if content else None
    return record_regulation(by=CLERK, entry=entry, file=file)


def perdes(number: str, *ties: tuple[RelationKind, Regulation], **changes: Any) -> Regulation:
    day = changes.pop("enacted_on", date(2025, 3, 4))
    given: dict[str, Any] = {
        "kind": Kind.PERDES,
        "number": number,
        "year": day.year,
        "title": f"Aturan {number}",
        "enacted_on": day,
        "promulgated_on": day,
        "bpd_agreed_on": day,
        "valid_from": day,
        "topic": Topic.GENERAL,
    }
    return recorded(*ties, **{**given, **changes})


def encrypted_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(TEXT_PDF)))
    writer.encrypt("rahasia", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
