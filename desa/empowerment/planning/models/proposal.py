from typing import ClassVar

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning.enums import (
    Authority,
    Channel,
    CostClass,
    Origin,
    ProposalState,
    Verdict,
)
from desa.empowerment.planning.models.meeting import HamletMeeting
from desa.empowerment.planning.models.round import Round
from desa.empowerment.planning.transitions import DECIDED
from desa.foundation.core.modelfields import RupiahField
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.tenancy.models import Area, VillageOwned

S, V = ProposalState, Verdict
LONGEST_TITLE, LONGEST_STORY, LONGEST_REASON = 100, 1000, 600


def new_status_code() -> str:
    return StatusCode.new().value


class Proposal(VillageOwned):
    """What somebody wishes for the village, what was decided on it and why, and how far it is.

    Who wished it stands in Proposer. The words of one that came by the page are shown once an official has
    looked (`shown_at`). A verdict stays inside the office until those of the whole round are published.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="proposals")
    number = models.PositiveIntegerField(_("nomor"))
    status_code = models.CharField(
        _("kode status"), max_length=6, default=new_status_code, editable=False
    )
    title = models.CharField(_("usulan"), max_length=LONGEST_TITLE)
    story = models.TextField(
        _("mengapa perlu"),
        max_length=LONGEST_STORY,
        validators=[MaxLengthValidator(LONGEST_STORY)],
        blank=True,
    )
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wilayah")
    )
    landmark = models.CharField(_("patokan tempat"), max_length=120, blank=True)
    benefits = models.PositiveIntegerField(_("yang mendapat manfaat"), null=True, blank=True)
    origin = models.CharField(
        _("dari kelompok"), max_length=12, choices=Origin.choices, default=Origin.RESIDENTS
    )
    channel = models.CharField(_("jalur"), max_length=6, choices=Channel.choices)
    meeting = models.ForeignKey(
        HamletMeeting, models.PROTECT, null=True, blank=True, related_name="proposals"
    )
    state = models.CharField(_("keadaan"), max_length=12, choices=S.choices, default=S.RECEIVED)
    created_at = models.DateTimeField(_("diterima"))
    created_by_label = models.CharField(_("diterima oleh"), max_length=120)
    shown_at = models.DateTimeField(_("ditampilkan"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )
    authority = models.CharField(
        _("kewenangan"), max_length=4, choices=Authority.choices, blank=True
    )
    cost = RupiahField(_("perkiraan biaya"), null=True, blank=True)
    cost_class = models.CharField(
        _("kelas biaya"), max_length=12, choices=CostClass.choices, blank=True
    )
    score = models.PositiveIntegerField(_("nilai musdes"), null=True, blank=True)
    verdict = models.CharField(_("putusan"), max_length=10, choices=V.choices, blank=True)
    verdict_year = models.PositiveSmallIntegerField(_("untuk tahun"), null=True, blank=True)
    reason = models.CharField(_("alasan"), max_length=LONGEST_REASON, blank=True)
    outside_body = models.CharField(_("diteruskan ke"), max_length=120, blank=True)
    outside_number = models.CharField(_("nomor di sana"), max_length=60, blank=True)
    budget_year = models.PositiveSmallIntegerField(_("tahun anggaran"), null=True, blank=True)
    budget_code = models.CharField(_("kode kegiatan"), max_length=20, blank=True)
    reopened = models.PositiveSmallIntegerField(_("dikerjakan lagi"), default=0)

    personal: ClassVar[dict[str, str]] = {
        "title": "free text",
        "story": "free text",
        "landmark": "free text",
        "created_by_label": "official",
        "reason": "free text",
    }
    retention: ClassVar[str] = "permanent, without its proposer"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "round", "number"], name="proposal_number_once"
            ),
            models.UniqueConstraint(
                fields=["village", "status_code"], name="proposal_status_code_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="proposal_from_one"),
            models.CheckConstraint(
                condition=Q(verdict=V.NONE) | ~Q(reason=""), name="proposal_verdict_has_reason"
            ),
            models.CheckConstraint(
                condition=~Q(verdict=V.FORWARDED) | (~Q(outside_body="") & ~Q(outside_number="")),
                name="proposal_forwarded_has_number",
            ),
            models.CheckConstraint(
                condition=~Q(verdict=V.ACCEPTED) | Q(verdict_year__isnull=False),
                name="proposal_accepted_has_year",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=DECIDED) | ~Q(verdict=V.NONE),
                name="proposal_decided_has_verdict",
            ),
            models.CheckConstraint(
                condition=Q(state=S.MERGED, merged_into__isnull=False)
                | (~Q(state=S.MERGED) & Q(merged_into__isnull=True)),
                name="proposal_merged_names_other",
            ),
        ]
        indexes = [
            models.Index(fields=["village", "-created_at", "-id"], name="proposal_newest"),
            models.Index(fields=["village", "round", "state", "number"], name="proposal_state"),
            models.Index(fields=["village", "area", "-created_at", "-id"], name="proposal_place"),
            models.Index(
                fields=["village", "state", "-created_at", "-id"], name="proposal_by_state"
            ),
        ]

    def __str__(self) -> str:
        return self.public_number

    @property
    def public_number(self) -> str:
        """Number 14 of the plan of 2027: 2027/14."""
        return f"{self.round.year}/{self.number}"

    @property
    def code(self) -> StatusCode:
        return StatusCode(self.status_code)
