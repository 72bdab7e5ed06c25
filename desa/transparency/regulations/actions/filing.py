"""Taking in the file of a regulation: looked into by a child process, kept encrypted."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.values.redaction import holds_person_number
from desa.foundation.files.actions import put_content, register_file
from desa.transparency.regulations.engine.pdf import PdfFacts, UnreadablePdf, inspect_pdf
from desa.transparency.regulations.exceptions import RegulationRefused
from desa.transparency.regulations.models import Regulation

MEDIA_TYPE = "application/pdf"
REFUSALS: dict[str, Promise] = {
    "not_pdf": _("Berkas ini bukan PDF. Simpan naskahnya sebagai PDF, lalu pilih lagi."),
    "encrypted": _("PDF ini berkata sandi. Simpan ulang tanpa kata sandi, lalu pilih lagi."),
    "damaged": _(
        "PDF ini rusak dan tidak dapat dibaca. Simpan atau pindai ulang, lalu pilih lagi."
    ),
    "too_large": _("PDF paling besar 20 MB. Kecilkan ukuran pindaian, lalu pilih lagi."),
    "too_heavy": _("PDF ini terlalu rumit untuk dibaca. Cetak ke PDF baru, lalu pilih lagi."),
}


@dataclass(frozen=True)
class NewFile:
    digest: str
    size: int
    facts: PdfFacts


def take_file(content: bytes) -> NewFile:
    """Check it and store it durably; outside any transaction. Raises RegulationRefused."""
    try:
        facts = inspect_pdf(content)
    except UnreadablePdf as problem:
        raise RegulationRefused(REFUSALS[problem.code], "file") from None
    return NewFile(put_content(content), len(content), facts)


def attach_file(regulation: Regulation, new: NewFile) -> None:
    """On the unsaved row, inside the action."""
    regulation.file = register_file(digest=new.digest, size=new.size, media_type=MEDIA_TYPE)
    regulation.file_at = clock.now()
    regulation.pages, regulation.text = new.facts.pages, new.facts.text
    regulation.has_text = bool(new.facts.text)
    regulation.holds_numbers = holds_person_number(new.facts.text)
