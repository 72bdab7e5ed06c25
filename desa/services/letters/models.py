from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.values.codes import StatusCode
from desa.foundation.papers.models import Paper
from desa.foundation.servicelevels.models import ServiceCase
from desa.foundation.tenancy.models import VillageOwned
from desa.people.residents.models import Person
from desa.services.letters.engine.catalogue import kind_named
from desa.services.letters.enums import Channel, Helper, LetterState
from desa.services.letters.rules.kinds import LetterKind


def new_status_code() -> str:
    return StatusCode.new().value


class Letter(VillageOwned):
    """One application for a letter, from the counter to the hand-over."""

    kind = models.SlugField(_("jenis surat"), max_length=60)
    person = models.ForeignKey(Person, models.PROTECT, related_name="letters")
    answers = models.JSONField(_("isian"), default=dict, blank=True)
    state = models.CharField(
        _("keadaan"), max_length=12, choices=LetterState.choices, default=LetterState.SUBMITTED
    )
    status_code = models.CharField(
        _("kode status"), max_length=6, default=new_status_code, editable=False
    )
    channel = models.CharField(
        _("jalur"), max_length=10, choices=Channel.choices, default=Channel.COUNTER
    )
    helper = models.CharField(_("dibantu oleh"), max_length=10, choices=Helper.choices, blank=True)
    helper_name = models.CharField(_("nama pembantu"), max_length=100, blank=True)
    seen = models.JSONField(_("syarat yang sudah dilihat"), default=list, blank=True)
    read_back = models.BooleanField(_("sudah dibacakan"), default=False)
    case = models.ForeignKey(ServiceCase, models.PROTECT, related_name="+")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(_("diterima"))
    created_by_label = models.CharField(_("diterima oleh"), max_length=120)
    decided_at = models.DateTimeField(_("diputuskan"), null=True, blank=True)
    decided_by_label = models.CharField(_("diputuskan oleh"), max_length=120, blank=True)
    reason = models.CharField(_("alasan"), max_length=300, blank=True)
    handed_over_at = models.DateTimeField(_("diserahkan"), null=True, blank=True)
    handed_over_by_label = models.CharField(_("diserahkan oleh"), max_length=120, blank=True)
    received_by = models.CharField(_("diterima oleh"), max_length=100, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "person": "reference",
        "answers": "free text",
        "helper_name": "identity",
        "created_by_label": "official",
        "decided_by_label": "official",
        "reason": "free text",
        "handed_over_by_label": "official",
        "received_by": "identity",
    }
    retention: ClassVar[str] = "as the archive schedule says; the paper itself is permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "status_code"], name="letter_status_code_once"
            ),
            models.UniqueConstraint(fields=["village", "case"], name="letter_case_once"),
            models.UniqueConstraint(fields=["village", "paper"], name="letter_paper_once"),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decided_by_label="")
                | (Q(decided_at__isnull=False) & ~Q(decided_by_label="")),
                name="letter_decision_has_moment_and_person",
            ),
            models.CheckConstraint(
                condition=Q(handed_over_at__isnull=True, handed_over_by_label="", received_by="")
                | (
                    Q(handed_over_at__isnull=False)
                    & ~Q(handed_over_by_label="")
                    & ~Q(received_by="")
                ),
                name="letter_hand_over_has_moment_and_people",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[LetterState.SUBMITTED, LetterState.REFUSED, LetterState.CANCELLED]
                )
                | Q(paper__isnull=False),
                name="approved_letter_has_its_paper",
            ),
        ]
        indexes = [
            models.Index(fields=["village", "state", "created_at"], name="letter_by_state"),
            models.Index(fields=["village", "person", "created_at"], name="letter_by_person"),
        ]

    def __str__(self) -> str:
        return f"{self.kind_data.name} {self.status_code}"

    @property
    def kind_data(self) -> LetterKind:
        return kind_named(self.kind)

    @property
    def code(self) -> StatusCode:
        return StatusCode(self.status_code)

    @property
    def shown_answers(self) -> list[tuple[str, str]]:
        """Question and answer, without those that stayed empty."""
        pairs = ((item.label, self.answers.get(item.name, "")) for item in self.kind_data.fields)
        return [(label, answer) for label, answer in pairs if answer]

    @property
    def on_the_spot(self) -> bool:
        """Whether the counter gave the number because the official was there to sign the print."""
        return self.paper is not None and self.paper.recorded_by_label != ""

    @property
    def decision_words(self) -> str:
        """What the decision was, and who took it."""
        if self.paper is not None and self.on_the_spot:
            words = _("Diberi nomor oleh %(recorder)s, ditandatangani di tempat oleh %(who)s")
            return words % {"recorder": self.paper.recorded_by_label, "who": self.decided_by_label}
        verbs = {LetterState.REFUSED: _("Ditolak"), LetterState.CANCELLED: _("Dibatalkan")}
        return f"{verbs.get(LetterState(self.state), _('Disetujui'))} {self.decided_by_label}"
