"""What the office's pages show, as plain rows for the shared parts."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from desa.foundation.core.registry import SearchHit
from desa.foundation.core.values.dates import format_long
from desa.foundation.sheets.rules.report import RowReport, SheetReport, Verdict
from desa.people.residents.enums import Status
from desa.people.residents.models import FamilyMembership, Person
from desa.people.residents.queries.search import PersonHit, search

Row = dict[str, object]

VERDICTS = {Verdict.REJECT: "no", Verdict.WARN: "wait", Verdict.ACCEPT: "ok"}
FIRST_CODES = (
    "sex", "religion", "marital_status", "occupation", "education", "schooling", "citizenship",
    "blood_type", "disability", "insurance", "identity_card", "card_status", "contraception",
    "pregnant",
)  # fmt: skip
TEXTS = (
    "father_name", "mother_name", "ethnicity", "birth_certificate", "passport", "kitas",
    "marriage_certificate", "divorce_certificate", "insurance_number", "present_address",
)  # fmt: skip
DATES = ("passport_expiry", "marriage_date", "divorce_date")


def find_people(words: str, limit: int) -> list[SearchHit]:
    """For the office's one search box."""
    return [
        SearchHit(
            title=hit.name,
            detail=_detail(hit),
            url=reverse("residents:person", args=[hit.person_id]),
            kind=_("Warga"),
            facts={"person_id": hit.public_id},
        )
        for hit in search(words, limit)
    ]


def _detail(hit: PersonHit) -> str:
    """Enough to tell namesakes apart, and no number in full."""
    born = _("lahir %(day)s") % {"day": _long(hit.birth_date)} if hit.birth_date else ""
    state = "" if hit.is_alive else str(Status(hit.status).label)
    return " · ".join(part for part in (hit.area_text, born, state) if part)


def facts(person: Person, day: date) -> list[Row]:
    """Everything that is filled in, but the numbers, which are shown on demand."""
    born = _long(person.birth_date)
    place = ", ".join(part for part in (person.birth_place, born) if part)
    age = person.age(day)
    rows = [
        (_("Tempat dan tanggal lahir"), place),
        (_("Umur"), _("%(age)s tahun") % {"age": age} if age is not None else ""),
        *((_title(person, name), person.label(name)) for name in FIRST_CODES),
        *((_title(person, name), getattr(person, name)) for name in TEXTS),
        *((_title(person, name), _long(getattr(person, name))) for name in DATES),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def _title(person: Person, name: str) -> str:
    words = str(person._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return words[0].upper() + words[1:]


def _long(day: date | None) -> str:
    return format_long(day, get_language() or "id") if day else ""


def members(memberships: Iterable[FamilyMembership], day: date) -> list[list[Row]]:
    """The rows of a family card, head first."""
    rows: list[list[Row]] = []
    for membership in memberships:
        person = membership.person
        age = person.age(day)
        url = reverse("residents:person", args=[person.pk])
        rows.append(
            [
                {"text": person.name, "url": url},
                {"text": membership.get_shdk_display(), "label": _("Hubungan")},
                {"text": person.label("sex"), "label": _("Jenis kelamin")},
                {"text": "" if age is None else age, "label": _("Umur"), "num": True},
                {"text": person.masked_nik, "label": _("NIK")},
            ]
        )
    return rows


def hits(found: Sequence[PersonHit]) -> list[list[Row]]:
    rows: list[list[Row]] = []
    for hit in found:
        born = hit.birth_date.year if hit.birth_date else "-"
        rows.append(
            [
                {"text": hit.name, "url": reverse("residents:person", args=[hit.person_id])},
                {"text": hit.area_text, "label": _("Alamat")},
                {"text": born, "label": _("Lahir"), "num": True},
                {"text": "-" if hit.age is None else hit.age, "label": _("Umur"), "num": True},
                {"text": hit.masked_nik, "label": _("NIK")},
            ]
        )
    return rows


def report_lines(report: SheetReport) -> list[list[Row]]:
    """One line a reason, rejected rows first; accepted rows have none."""
    rows = sorted(report.rows, key=lambda row: row.verdict is not Verdict.REJECT)
    return [line for row in rows for line in _lines(row)]


def _lines(row: RowReport) -> Iterator[list[Row]]:
    words = {
        Verdict.REJECT: _("Ditolak"),
        Verdict.WARN: _("Periksa"),
        Verdict.ACCEPT: _("Diterima"),
    }
    for reason in row.reasons:
        where = reason.cell or _("baris %(row)s") % {"row": row.row}
        yield [
            {"text": where},
            {"text": row.sheet, "label": _("Lembar")},
            {"text": reason.column, "label": _("Kolom")},
            {"text": reason.message, "label": _("Yang perlu diperbaiki")},
            {
                "text": words[reason.verdict],
                "state": VERDICTS[reason.verdict],
                "label": _("Putusan"),
            },
        ]


SENTENCES: dict[str, str | Promise] = {
    "residents.areas.added": gettext_lazy("menambah dusun, RW, atau RT"),
    "residents.demo.made": gettext_lazy("membuat warga contoh"),
    "residents.rejected.downloaded": gettext_lazy("menyimpan baris yang ditolak"),
    "residents.register.exported": gettext_lazy("mengekspor data warga"),
    "residents.uploads.forgotten": gettext_lazy("menghapus %(count)s berkas impor lama"),
}
