from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.modelfields import PhoneField
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.servicelevels.models import ServiceCase
from desa.foundation.tenancy.models import VillageOwned
from desa.people.questions.enums import OPEN, Channel, CloseReason, Escalation, QuestionState

LONGEST_QUESTION, LONGEST_ANSWER = 600, 3000


def new_status_code() -> str:
    return StatusCode.new().value


class Question(VillageOwned):
    """A question on one published figure. Who asks is nowhere; a number to reach them may be.

    `text` is as it was written; the public sees it only covered (core.values.redaction) and only when
    `shown_at` says that an official has looked. `case` is the clock of the present round.
    """

    kind = models.SlugField(_("jenis angka"), max_length=40)
    key = models.CharField(_("kunci angka"), max_length=120)
    figure_title = models.CharField(_("angka yang ditanyakan"), max_length=200)
    figure_url = models.CharField(_("halaman angka"), max_length=300)
    owner_office = models.CharField(_("penjawab"), max_length=20, choices=Office.choices)
    owner_label = models.CharField(_("sebutan penjawab"), max_length=120)
    text = models.TextField(_("pertanyaan"), max_length=LONGEST_QUESTION)
    follow_up = models.TextField(_("yang belum terjawab"), max_length=LONGEST_QUESTION, blank=True)
    phone = PhoneField(_("nomor HP penanya"), blank=True)
    channel = models.CharField(_("jalur"), max_length=6, choices=Channel.choices)
    state = models.CharField(
        _("keadaan"), max_length=10, choices=QuestionState.choices, default=QuestionState.WAITING
    )
    status_code = models.CharField(
        _("kode status"), max_length=6, default=new_status_code, editable=False
    )
    case = models.ForeignKey(ServiceCase, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("ditanyakan"), default=clock.now)
    shown_at = models.DateTimeField(_("ditampilkan"), null=True, blank=True)
    escalated = models.CharField(
        _("diteruskan kepada"), max_length=6, choices=Escalation.choices, blank=True
    )
    reopened = models.PositiveSmallIntegerField(_("dibuka lagi"), default=0)
    close_reason = models.CharField(
        _("alasan ditutup"), max_length=10, choices=CloseReason.choices, blank=True
    )
    ended_at = models.DateTimeField(_("selesai"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "text": "free text",
        "follow_up": "free text",
        "phone": "contact",
    }
    retention: ClassVar[str] = "public as long as the figure; the number 30 days after the end"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "status_code"], name="question_code_once"),
            models.UniqueConstraint(fields=["village", "case"], name="question_case_once"),
            models.CheckConstraint(
                condition=~Q(state=QuestionState.CLOSED) | ~Q(close_reason=""),
                name="question_closed_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state=QuestionState.ANSWERED) | Q(shown_at__isnull=False),
                name="question_answered_is_shown",
            ),
        ]
        indexes = [
            models.Index(fields=["village", "kind", "key"], name="question_by_figure"),
            models.Index(fields=["village", "state"], name="question_by_state"),
            models.Index(fields=["village", "-asked_at"], name="question_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    @property
    def code(self) -> StatusCode:
        return StatusCode(self.status_code)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and clock.now() > self.case.promised_at


class Answer(VillageOwned):
    """What the office says in public; a question that was opened again has two."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    case = models.ForeignKey(ServiceCase, models.PROTECT, related_name="+")
    text = models.TextField(_("jawaban"), max_length=LONGEST_ANSWER)
    office = models.CharField(_("jabatan"), max_length=20, choices=Office.choices)
    office_label = models.CharField(_("sebutan jabatan"), max_length=120)
    by_label = models.CharField(_("dijawab oleh"), max_length=120)
    at = models.DateTimeField(_("dijawab"), default=clock.now)

    personal: ClassVar[dict[str, str]] = {"text": "free text", "by_label": "official"}
    retention: ClassVar[str] = "as the question"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "case"], name="answer_once_a_round")
        ]
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.office}: {self.at.isoformat()}"
