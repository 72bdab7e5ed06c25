"""The list for the Inspektorat: every case that this official may know of, and nobody's name."""

from collections.abc import Iterator

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.values.redaction import redact
from desa.foundation.tenancy.scope import current_village
from desa.services.complaints.models import Complaint
from desa.services.complaints.policies import visible_to
from desa.services.complaints.presenters.words import place_words
from desa.services.complaints.rules.sheet import to_csv

HEAD = (
    "nomor",
    "diterima",
    "jenis",
    "tentang",
    "wilayah",
    "isi",
    "jalur",
    "penanggung_jawab",
    "keadaan",
    "janji",
    "ditanggapi",
    "tanggapan",
    "dibuka_kembali",
    "tingkat_naik",
    "alasan",
    "dialihkan_ke",
    "nomor_di_sana",
)
MOST = 20_000


def inspectorate_csv(user: User) -> str:
    """In Indonesian, numbers of people in the texts covered, newest first."""
    rows = visible_to(user).select_related("area__parent__parent").order_by("-created_at", "-id")
    return to_csv(HEAD, _lines(rows[:MOST].iterator(chunk_size=1000)))


def _lines(rows: Iterator[Complaint]) -> Iterator[tuple[object, ...]]:
    village = current_village()
    for row in rows:
        answered = clock.local(row.answered_at, village) if row.answered_at else None
        yield (
            row.public_number,
            clock.local(row.created_at, village).strftime("%Y-%m-%d %H:%M"),
            row.category_data.name,
            row.get_about_display(),
            place_words(row.area),
            redact(row.text),
            row.channel,
            Office(row.owner_office).label,
            row.state,
            clock.local(row.due_at, village).strftime("%Y-%m-%d"),
            answered.strftime("%Y-%m-%d %H:%M") if answered else "",
            redact(row.answer),
            row.reopened,
            row.level,
            redact(row.reason),
            row.forwarded_to,
            row.outside_number,
        )
