"""What the papers of a meeting and of a partner say; papers are in Indonesian, whoever makes them."""

from django.utils.translation import override

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Officeholder
from desa.foundation.accounts.queries import current_officeholders
from desa.foundation.core.values.dates import format_long, format_weekday
from desa.foundation.papers.queries import emblem_digest, letterhead, place_and_date, signature_of
from desa.foundation.papers.rules.blocks import Block, Paragraph, Row, Run, Table
from desa.foundation.papers.rules.document import Document, Signature
from desa.foundation.tenancy.scope import current_village
from desa.people.partners.models import Meeting
from desa.people.partners.queries.meetings import counts, decisions

MOST_ON_THE_SHEET = 12
DOTS = "." * 28


def signer() -> Officeholder | None:
    """The kades; while there is none, the sekdes on behalf."""
    for office in (Office.KADES, Office.SEKDES):
        if found := current_officeholders(office).order_by("-term_from").first():
            return found
    return None


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def facts(pairs: list[tuple[str, str]]) -> Table:
    return Table(tuple(Row(label, (Run(value),)) for label, value in pairs if value))


def when(meeting: Meeting) -> str:
    return format_weekday(meeting.day)


def hour(meeting: Meeting) -> str:
    return f"{meeting.hour:%H.%M} WIB sampai selesai".replace("WIB", zone_name())


def zone_name() -> str:
    zones = {"Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
    return zones.get(current_village().timezone, "WIB")


def kind_name(meeting: Meeting) -> str:
    with override("id"):
        return str(meeting.get_kind_display())


def invitation_words(meeting: Meeting, holder: Officeholder) -> Document:
    names = [row.name for row in meeting.invitees.all()]
    body: list[Block] = [
        addressees(names),
        paragraph(
            f"Dengan hormat, kami mengundang Bapak/Ibu/Saudara untuk hadir dalam {kind_name(meeting)} "
            f"di Desa {current_village().name} dengan acara “{meeting.title}”, yang akan dilaksanakan pada:"
        ),
        facts(
            [
                ("Hari, tanggal", when(meeting)),
                ("Waktu", hour(meeting)),
                ("Tempat", meeting.place),
                ("Susunan acara", meeting.agenda.replace("\r\n", "\n")),
            ]
        ),
        paragraph("Demikian undangan ini. Atas kehadirannya kami ucapkan terima kasih."),
    ]
    return _document("UNDANGAN", body, holder)


def addressees(names: list[str]) -> Paragraph:
    """A short list stands in the letter; a long one goes with it, and each copy names its own reader."""
    if len(names) <= MOST_ON_THE_SHEET:
        listed = "; ".join(f"{place}. {name}" for place, name in enumerate(names, start=1))
        return paragraph(f"Kepada Yth. {listed}.")
    return paragraph(f"Kepada Yth. {len(names)} undangan menurut daftar terlampir.")


def record_words(meeting: Meeting, holder: Officeholder) -> Document:
    body: list[Block] = [
        paragraph(
            f"Pada hari {when(meeting)} pukul {meeting.hour:%H.%M} {zone_name()} bertempat di {meeting.place} "
            f"telah dilaksanakan {kind_name(meeting)} di Desa {current_village().name} dengan acara “{meeting.title}”."
        ),
        facts(
            [
                ("Pemimpin rapat", meeting.chair),
                ("Notulis", meeting.minutes_by),
                *_presence(meeting),
            ]
        ),
        *_minutes(meeting),
        *_decided(meeting),
        paragraph(
            "Demikian berita acara ini dibuat dengan sebenarnya, disetujui oleh peserta, dan dipakai "
            "sebagaimana mestinya."
        ),
    ]
    return _document(f"BERITA ACARA {kind_name(meeting).upper()}", body, holder, _others(meeting))


def _presence(meeting: Meeting) -> list[tuple[str, str]]:
    found = counts(meeting)
    elements = ", ".join(f"{name} {men + women}" for name, men, women in found.elements)
    return [
        ("Peserta hadir", f"{found.people} orang ({found.men} laki-laki, {found.women} perempuan)"),
        ("Unsur yang hadir", elements),
        (
            "Dusun yang hadir",
            f"{len(found.dusun)} dari {found.all_dusun}" if found.all_dusun else "",
        ),
    ]


def _minutes(meeting: Meeting) -> list[Block]:
    parts = [part.strip() for part in meeting.minutes.splitlines() if part.strip()]
    return [paragraph("Jalannya rapat:"), *(paragraph(part) for part in parts)]


def _decided(meeting: Meeting) -> list[Block]:
    rows = list(decisions().filter(meeting=meeting))
    if not rows:
        return [paragraph("Rapat ini tidak mengambil keputusan.")]
    with override("id"):
        listed = [
            f"{row.place}. {row.text} ({row.owner}, paling lambat {format_long(row.first_due)})."
            for row in rows
        ]
    return [paragraph("Rapat memutuskan:"), *(paragraph(line) for line in listed)]


def _others(meeting: Meeting) -> tuple[Signature, ...]:
    """Chair, writer and two of those present sign too; their names are written by hand."""
    return (
        Signature(("Pemimpin rapat,",), meeting.chair),
        Signature(("Notulis,",), meeting.minutes_by or DOTS),
        Signature(("Wakil peserta,",), DOTS),
    )


def _document(
    title: str, body: list[Block], holder: Officeholder, others: tuple[Signature, ...] = ()
) -> Document:
    return Document(
        letterhead=letterhead(),
        title=title,
        body=tuple(body),
        place_and_date=place_and_date(),
        signature=signature_of(holder, on_behalf=holder.office != Office.KADES),
        others=others,
        emblem=emblem_digest(),
    )
