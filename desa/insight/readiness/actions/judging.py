"""The first evening: one office judges from documents, another one checks and signs the whole list."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.accounts.permissions import offices_with
from desa.foundation.accounts.queries import offices_of
from desa.foundation.core import clock
from desa.foundation.core.actions import action, record
from desa.foundation.core.ids import new_id
from desa.foundation.core.measures import Evidence
from desa.foundation.core.values.redaction import redact
from desa.foundation.files.models import StoredFile
from desa.foundation.jobs.actions import enqueue
from desa.foundation.tenancy.scope import current_village
from desa.insight.readiness.enums import COMPUTE_TASK, ReadinessPermission
from desa.insight.readiness.exceptions import ReadinessRefused
from desa.insight.readiness.models import ChecklistAnswer
from desa.insight.readiness.queries import open_answers, standing_answers
from desa.insight.readiness.rules.catalogue import SubIndicator
from desa.insight.readiness.rules.checklist import (
    Item,
    assessed_figure,
    items_of,
    needs_proof,
    sub_level,
)
from desa.insight.readiness.rules.measuring import Figure
from desa.insight.readiness.rules.standing import MAX_AGE, Cadence

NO_PROOF = _("Tulis dokumennya atau lampirkan berkas. Tanpa bukti tingkat ini belum bisa dipilih.")
FUTURE = _("Tanggal ini belum tiba. Tulis hari bukti itu dilihat.")
NOT_YOURS = _(
    "Daftar ini sedang diisi oleh jabatan lain. Anda yang memeriksanya: tekan Periksa dan "
    "tandatangani, atau minta pengisi memperbaiki."
)
NOTHING = _("Belum ada butir yang menunggu diperiksa. Isi dulu daftarnya.")
SAME_PERSON = _(
    "Anda sendiri yang mengisi daftar ini. Pejabat dari jabatan lain yang memeriksanya."
)
SAME_OFFICE = _("Jabatan Anda sama dengan pengisi daftar ini. Minta jabatan lain memeriksanya.")


@dataclass(frozen=True)
class Found:
    """What was seen for an item on a day: its step on the ladder and what shows it."""

    level: int
    document: str
    on: date
    file: StoredFile | None = None


@action
def answer_item(*, by: User, item: Item, found: Found) -> ChecklistAnswer:
    """Kept as it was typed last, until the second office signs. A file stays when no other one is given."""
    row = open_answers().get(item.code)
    office = _first_office(by, open_answers().values())
    file = found.file or (row.file if row else None)
    _check(found, file)
    row = row or ChecklistAnswer(id=new_id(), item=item.code)
    row.village = current_village()
    row.level, row.document, row.on, row.file = found.level, found.document, found.on, file
    row.first_user, row.first_office, row.first_label = by, office, by.actor_label
    row.created_at = clock.now()
    row.full_clean()
    row.save()
    record("readiness.item.answered", row, by, item=item.code)
    return row


def _first_office(by: User, begun: Collection[ChecklistAnswer]) -> Office:
    """One list has one office: that of who began it."""
    mine = _offices(by)
    if not begun:
        return min(mine)
    theirs = Office(next(iter(begun)).first_office)
    if theirs not in mine:
        raise ReadinessRefused(NOT_YOURS)
    return theirs


def _offices(by: User) -> frozenset[Office]:
    return offices_of(by) & offices_with(ReadinessPermission.READINESS_ASSESS)


def _check(found: Found, file: StoredFile | None) -> None:
    if needs_proof(found.level) and not found.document.strip() and file is None:
        raise ReadinessRefused(NO_PROOF, "document")
    if found.on > clock.today(current_village()):
        raise ReadinessRefused(FUTURE, "on")


@action
def sign_assessment(*, by: User) -> list[ChecklistAnswer]:
    """The whole list at once. From now it counts, and what it renews does not any more."""
    rows = list(open_answers().values())
    office = _second_office(by, rows)
    today = clock.today(current_village())
    codes = [row.item for row in rows]
    ChecklistAnswer.objects.filter(
        item__in=codes, signed_on__isnull=False, replaced_on__isnull=True
    ).update(replaced_on=today)
    for row in rows:
        row.second_user, row.second_office, row.second_label = by, office, by.actor_label
        row.signed_on = today
        row.full_clean()
        row.save()
    record("readiness.assessment.signed", rows[0], by, items=len(rows))
    enqueue(task=COMPUTE_TASK, key="penilaian", args={})
    return rows


def _second_office(by: User, rows: Collection[ChecklistAnswer]) -> Office:
    if not rows:
        raise ReadinessRefused(NOTHING)
    if any(row.first_user_id == by.pk for row in rows):
        raise ReadinessRefused(SAME_PERSON)
    first = {Office(row.first_office) for row in rows}
    if first & offices_of(by):
        raise ReadinessRefused(SAME_OFFICE)
    return min(_offices(by))


@dataclass(frozen=True)
class Judged:
    figure: Figure
    evidence: tuple[Evidence, ...]


def assessed(sub: SubIndicator, until: date) -> Judged | None:
    """What two offices signed of this sub-indicator, while its oldest answer is not too old."""
    if not (items := items_of(sub.code)):
        return None
    rows = standing_answers(until)
    own = [(item, rows[item.code]) for item in items if item.code in rows]
    level = sub_level(sub.code, {item.code: row.level for item, row in own})
    if level is None or until - min(row.on for _item, row in own) > _AGE:
        return None
    signed = max(row.signed_on or row.on for _item, row in own)
    why = f"dinilai dari dokumen, ditandatangani dua jabatan pada {signed.isoformat()}"
    evidence = tuple(
        Evidence(item.ask.id, row.level, on=row.on, note=redact(row.document)) for item, row in own
    )
    return Judged(assessed_figure(sub, level, why), evidence)


_AGE: timedelta = MAX_AGE[Cadence.RUBRIC]
