from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.empowerment.literacy.enums import AgeBand, ClassKind, Moment, PracticeTask
from desa.empowerment.literacy.models.cadre import Cadre
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Area, VillageOwned
from desa.people.residents.enums import Sex
from desa.people.residents.models import Person

MOST_SEATS = 40


class LearningClass(VillageOwned):
    """A class for a few neighbours; what counts is what they can do afterwards, never who came."""

    kind = models.CharField(_("jenis kelas"), max_length=10, choices=ClassKind.choices)
    dusun = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name=_("dusun"))
    place = models.CharField(_("tempat"), max_length=120)
    starts_at = models.DateTimeField(_("mulai"))
    trainer = models.ForeignKey(
        Cadre, models.PROTECT, related_name="classes", verbose_name=_("pengajar")
    )
    seats = models.PositiveSmallIntegerField(_("kursi"), default=8)
    called_off = models.CharField(_("alasan batal"), max_length=200, blank=True)
    created_by_label = models.CharField(_("dibuat oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {"created_by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(seats__gte=1, seats__lte=MOST_SEATS), name="class_has_seats"
            )
        ]
        indexes = [models.Index(fields=["village", "starts_at"], name="class_by_day")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.dusun}"

    @property
    def has_begun(self) -> bool:
        return clock.now() >= self.starts_at


class Participant(VillageOwned):
    """A line of the class. `person` only when they wanted it; after a withdrawal only the line is left."""

    learning_class = models.ForeignKey(LearningClass, models.PROTECT, related_name="participants")
    number = models.PositiveSmallIntegerField(_("nomor di lembar"))
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    age_band = models.CharField(_("umur"), max_length=5, choices=AgeBand.choices)
    sex = models.PositiveSmallIntegerField(_("jenis kelamin"), choices=Sex.choices)
    consent_at = models.DateTimeField(_("setuju pada"), null=True, blank=True)
    consent_by_label = models.CharField(_("persetujuan dicatat oleh"), max_length=120, blank=True)
    withdrawn_at = models.DateTimeField(_("ditarik pada"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "person": "reference",
        "age_band": "identity",
        "sex": "identity",
        "consent_by_label": "official",
    }
    retention: ClassVar[str] = (
        "the link to the person 2 years after the class; at once when withdrawn"
    )

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "learning_class", "number"], name="participant_number_once"
            ),
            models.UniqueConstraint(
                fields=["village", "learning_class", "person"],
                condition=Q(person__isnull=False),
                name="participant_person_once",
            ),
            models.CheckConstraint(
                condition=Q(consent_at__isnull=True, consent_by_label="")
                | (Q(consent_at__isnull=False) & ~Q(consent_by_label="")),
                name="consent_has_moment_and_witness",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True)
                | Q(person__isnull=True, consent_at__isnull=True),
                name="withdrawn_is_a_stub",
            ),
        ]
        ordering = ["number"]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def may_be_tested(self) -> bool:
        return self.consent_at is not None and self.withdrawn_at is None


class TaskResult(VillageOwned):
    """Whether one person did one task unaided, before or after the class."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="results")
    moment = models.CharField(_("waktu"), max_length=4, choices=Moment.choices)
    task = models.CharField(_("tugas"), max_length=6, choices=PracticeTask.choices)
    unaided = models.BooleanField(_("bisa sendiri"))

    personal: ClassVar[dict[str, str]] = {"participant": "reference"}
    retention: ClassVar[str] = "2 years after the class; deleted at once when consent is withdrawn"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "participant", "moment", "task"], name="task_result_once"
            )
        ]
