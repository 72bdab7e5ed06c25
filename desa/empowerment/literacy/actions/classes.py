"""A class from its announcement to its marks, and a participant's way out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from desa.empowerment.literacy.actions.common import demand
from desa.empowerment.literacy.enums import (
    AgeBand,
    ClassKind,
    LiteracyPermission,
    Moment,
    PracticeTask,
)
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.models import Cadre, LearningClass, Participant, TaskResult
from desa.empowerment.literacy.rules.ages import band_on
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.enums import Sex
from desa.people.residents.models import Person

TEACH = LiteracyPermission.TEACH
Marks = Mapping[int, Mapping[Moment, tuple[bool, ...] | None]]
"""By participant, for each moment the marks in the order of PracticeTask; None where not tested."""


@dataclass(frozen=True)
class ClassPlan:
    kind: ClassKind
    dusun: Area
    place: str
    starts_at: datetime
    trainer: Cadre
    seats: int = 8


@dataclass(frozen=True, repr=False)
class Seat:
    """Who sits there: a resident of the register, or only their age band and sex."""

    person: Person | None = None
    age_band: AgeBand | None = None
    sex: Sex | None = None
    agreed: bool = False


@action
def plan_class(*, by: Actor, plan: ClassPlan) -> LearningClass:
    """Raises LiteracyRefused, PermissionDenied, ValidationError."""
    demand(by, TEACH, plan.dusun.pk)
    if plan.trainer.dusun_id != plan.dusun.pk:
        raise LiteracyRefused(_("Pengajarnya kader dari dusun lain. Pilih kader dari dusun itu."))
    learning_class = LearningClass(
        kind=plan.kind,
        dusun=plan.dusun,
        place=plan.place.strip(),
        starts_at=plan.starts_at,
        trainer=plan.trainer,
        seats=plan.seats,
        created_by_label=by.actor_label,
    )
    learning_class.full_clean()
    learning_class.save()
    record("literacy.class.planned", learning_class, by, kind=str(plan.kind))
    return learning_class


@action
def call_off(*, by: Actor, learning_class: LearningClass, reason: str) -> LearningClass:
    """Everyone reads why. Raises LiteracyRefused, PermissionDenied."""
    current = _locked(learning_class)
    demand(by, TEACH, current.dusun_id)
    if TaskResult.objects.filter(participant__learning_class=current).exists():
        raise LiteracyRefused(_("Kelas ini sudah punya hasil, jadi tidak bisa dibatalkan."))
    current.called_off = reason.strip()
    current.full_clean()
    current.save(update_fields=["called_off"])
    record("literacy.class.called_off", current, by)
    return current


@action
def enrol(*, by: Actor, learning_class: LearningClass, seat: Seat) -> Participant:
    """Raises LiteracyRefused, PermissionDenied."""
    current = _locked(learning_class)
    demand(by, TEACH, current.dusun_id)
    taken = list(current.participants.values_list("person", "number", "withdrawn_at"))
    _demand_room(current, taken, seat.person)
    band, sex = _band_and_sex(seat, current)
    participant = Participant(
        learning_class=current,
        number=max((number for _person, number, _gone in taken), default=0) + 1,
        person=seat.person,
        age_band=band,
        sex=sex,
    )
    if seat.agreed:
        participant.consent_at, participant.consent_by_label = clock.now(), by.actor_label
    participant.full_clean()
    participant.save()
    record("literacy.participant.enrolled", participant, by, agreed=seat.agreed)
    return participant


def _demand_room(
    current: LearningClass,
    taken: Sequence[tuple[int | None, int, datetime | None]],
    person: Person | None,
) -> None:
    if current.called_off:
        raise LiteracyRefused(_("Kelas ini dibatalkan."))
    if sum(1 for _person, _number, gone in taken if gone is None) >= current.seats:
        raise LiteracyRefused(_("Kursinya sudah habis. Buat kelas lain untuk yang belum dapat."))
    if person and person.pk in {known for known, _number, _gone in taken}:
        raise LiteracyRefused(_("Orang ini sudah terdaftar di kelas ini."))


def _band_and_sex(seat: Seat, current: LearningClass) -> tuple[AgeBand, Sex]:
    """Of the register where it knows them, else as it was said."""
    band, sex = seat.age_band, seat.sex
    if seat.person and seat.person.birth_date:
        day = clock.local(current.starts_at, current_village()).date()
        band = band_on(seat.person.birth_date, day)
        if band is None:
            raise LiteracyRefused(_("Kelas ini untuk usia 13 tahun ke atas."))
    if seat.person and seat.person.sex:
        sex = Sex(seat.person.sex)
    if band is None or sex is None:
        raise LiteracyRefused(_("Umur atau jenis kelaminnya belum diketahui. Pilih keduanya."))
    return band, sex


@action
def agree(*, by: Actor, participant: Participant) -> Participant:
    """The participant says yes after all. Raises LiteracyRefused for one who took it back."""
    current = _locked_participant(participant)
    demand(by, TEACH, current.learning_class.dusun_id)
    if current.withdrawn_at:
        raise LiteracyRefused(_("Persetujuan ini sudah ditarik. Daftarkan sebagai peserta baru."))
    if current.consent_at is None:
        current.consent_at, current.consent_by_label = clock.now(), by.actor_label
        current.save(update_fields=["consent_at", "consent_by_label"])
        record("literacy.participant.agreed", current, by)
    return current


@action
def withdraw(*, by: Actor, participant: Participant) -> Participant:
    """Marks and the link to the person are deleted; a line without anybody stays. Twice is once."""
    current = _locked_participant(participant)
    demand(by, TEACH, current.learning_class.dusun_id)
    if current.withdrawn_at:
        return current
    current.results.all().delete()
    current.person, current.consent_at, current.consent_by_label = None, None, ""
    current.withdrawn_at = clock.now()
    current.full_clean()
    current.save()
    record("literacy.participant.withdrawn", current, by)
    return current


@action
def record_tasks(*, by: Actor, learning_class: LearningClass, marks: Marks) -> int:
    """Type the sheet of a class; what stood there before is replaced. Gives how many people have marks.

    Raises LiteracyRefused when the class has not begun, or for somebody who did not agree.
    """
    current = _locked(learning_class)
    demand(by, TEACH, current.dusun_id)
    if not current.has_begun or current.called_off:
        raise LiteracyRefused(_("Hasil bisa diketik sesudah kelas dimulai."))
    people = {item.pk: item for item in current.participants.filter(pk__in=marks)}
    rows = [row for pk, given in marks.items() for row in _results(people.get(pk), given)]
    TaskResult.objects.filter(participant__in=people).delete()
    TaskResult.objects.bulk_create(rows)
    tested = len({row.participant_id for row in rows})
    record("literacy.class.tested", current, by, people=tested)
    return tested


def _results(
    participant: Participant | None, given: Mapping[Moment, tuple[bool, ...] | None]
) -> list[TaskResult]:
    marks = {moment: some for moment, some in given.items() if some is not None}
    if not marks:
        return []
    if participant is None or not participant.may_be_tested:
        raise LiteracyRefused(_("Ada peserta yang tidak setuju dicatat. Kosongkan barisnya."))
    return [
        TaskResult(participant=participant, moment=moment, task=task, unaided=unaided)
        for moment, some in marks.items()
        for task, unaided in zip(PracticeTask, some, strict=True)
    ]


def _locked(learning_class: LearningClass) -> LearningClass:
    return LearningClass.objects.select_for_update().get(pk=learning_class.pk)


def _locked_participant(participant: Participant) -> Participant:
    """The class is the lock: its lines are counted and replaced together."""
    _locked(participant.learning_class)
    return Participant.objects.select_for_update().get(pk=participant.pk)
