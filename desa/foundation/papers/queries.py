"""Pictures of papers before and after they have a number, and the parts a letter is made of."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils.translation import override

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Officeholder
from desa.foundation.core import clock
from desa.foundation.core.qr import EMPTY, qr_svg
from desa.foundation.core.values.codes import VerifyCode
from desa.foundation.core.values.dates import format_long
from desa.foundation.files.models import StoredFile
from desa.foundation.files.queries import read_content
from desa.foundation.papers.engine.typesetter import render_pdf, render_png, template_source
from desa.foundation.papers.enums import PaperSize
from desa.foundation.papers.models import Paper, PaperPolicy
from desa.foundation.papers.policies import check_of, layout_of, number_format, policy_on
from desa.foundation.papers.rules.document import Check, Document, Letterhead, Signature
from desa.foundation.papers.rules.layout import Layout, sheet
from desa.foundation.papers.rules.signing import signature
from desa.foundation.tenancy.scope import current_village

PREVIEW_MARK, DEMO_MARK = "PRATINJAU", "CONTOH"
BLANK_CODE = "••••-••••-••••-••••"


def current_policy() -> PaperPolicy:
    return policy_on(clock.today(current_village()))


def default_size() -> PaperSize:
    return PaperSize(current_policy().default_size)


def register_format(register: str) -> str:
    """The village's number format of this register today."""
    return number_format(current_policy(), register)


def letterhead() -> Letterhead:
    village, policy = current_village(), current_policy()
    address = village.address
    if village.postcode:
        address = f"{address}, Kode Pos {village.postcode}" if address else village.postcode
    contact = [("Telepon", village.phone), ("Surel", village.email)]
    contacts = ", ".join(f"{word} {value}" for word, value in contact if value)
    return Letterhead(
        kabupaten=_government(village.kabupaten),
        kecamatan=f"KECAMATAN {village.kecamatan.upper()}",
        desa=f"DESA {village.name.upper()}",
        lines=tuple(line for line in (address, contacts, *policy.letterhead_lines) if line),
    )


def _government(kabupaten: str) -> str:
    name = kabupaten.upper()
    return f"PEMERINTAH {name}" if name.startswith("KOTA ") else f"PEMERINTAH KABUPATEN {name}"


def emblem_digest() -> str:
    emblem = current_policy().emblem
    return emblem.digest if emblem else ""


def place_and_date(language: str = "id") -> str:
    """Sumbergedang, 24 November 2026."""
    village = current_village()
    return f"{village.name}, {format_long(clock.today(village), language)}"


def signature_of(holder: Officeholder, *, on_behalf: bool = False) -> Signature:
    """The signature block of an official; `on_behalf` writes a.n. Kepala Desa above it."""
    name = current_village().name
    title = holder.title
    if holder.office == Office.KADES and name.casefold() not in title.casefold():
        title = f"{title} {name}"
    with override("id"):  # papers are in Indonesian, whoever makes them
        behalf = f"{Office.KADES.label} {name}" if on_behalf else ""
    return signature(
        name=holder.name,
        nip=holder.nip,
        title=title,
        standing=holder.standing,
        on_behalf_of=behalf,
    )


def preview_pdf(document: Document, size: PaperSize) -> bytes:
    """The paper as it would be printed, marked PRATINJAU, without number and code."""
    return render_pdf(template_source(), _preview_sheet(document, size), timestamp=_now())


def preview_png(document: Document, size: PaperSize) -> list[bytes]:
    """The same as pictures, one for each page."""
    return render_png(template_source(), _preview_sheet(document, size))


def paper_pdf(paper: Paper) -> bytes:
    """The kept file; of a paper whose file is still being made, what that file will be."""
    return read_content(paper.print_file) if paper.print_file else render_paper(paper)


def paper_png(paper: Paper) -> list[bytes]:
    return render_png(read_content(paper.template), _paper_sheet(paper))


def render_paper(paper: Paper) -> bytes:
    """From what was frozen with the number only: the same bytes whenever it is called."""
    timestamp = int(paper.numbered_at.timestamp())
    return render_pdf(read_content(paper.template), _paper_sheet(paper), timestamp=timestamp)


def _now() -> int:
    return int(clock.now().timestamp())


def _preview_sheet(document: Document, size: PaperSize) -> dict[str, Any]:
    place = check_of(VerifyCode("0" * VerifyCode.length), current_village())
    blank = Check(code=BLANK_CODE, place=place.place)
    return sheet(
        replace(document, check=blank),
        layout_of(current_policy(), size),
        mark=DEMO_MARK if settings.DEMO else PREVIEW_MARK,
        qr=EMPTY if place.link else "",
        emblem=_emblem(document.emblem),
    )


def document_of(paper: Paper) -> Document:
    """What the paper says, as it was frozen with its number."""
    return Document.from_json(paper.content["document"])


def _paper_sheet(paper: Paper) -> dict[str, Any]:
    document = document_of(paper)
    return sheet(
        document,
        Layout.from_json(paper.content["layout"]),
        mark=paper.content["mark"],
        qr=qr_svg(document.check.link) if document.check else "",
        emblem=_emblem(document.emblem),
    )


def _emblem(digest: str) -> bytes:
    return read_content(StoredFile.objects.get(digest=digest)) if digest else b""
