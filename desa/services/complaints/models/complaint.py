from typing import ClassVar

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import ExpressionWrapper, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.servicelevels.models import ServiceCase
from desa.foundation.tenancy.models import Area, VillageOwned
from desa.services.complaints.engine.catalogue import category_named
from desa.services.complaints.enums import About, Channel, ComplaintState, Series
from desa.services.complaints.rules.categories import Category
from desa.services.complaints.transitions import OPEN

S = ComplaintState
LONGEST_TEXT = 2000


def new_status_code() -> str:
    return StatusCode.new().value


class Complaint(VillageOwned):
    """What someone told the village, who answers for it, and how far it is.

    Who told it stands in ReporterContact, so that whoever handles the case need not see it.
    """

    series = models.CharField(
        _("seri nomor"), max_length=3, choices=Series.choices, default=Series.OPEN
    )
    year = models.PositiveSmallIntegerField(_("tahun"))
    number = models.PositiveIntegerField(_("nomor urut"))
    status_code = models.CharField(
        _("kode status"), max_length=6, default=new_status_code, editable=False
    )
    category = models.SlugField(_("jenis"), max_length=30)
    text = models.TextField(
        _("isi laporan"), max_length=LONGEST_TEXT, validators=[MaxLengthValidator(LONGEST_TEXT)]
    )
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wilayah")
    )
    landmark = models.CharField(_("patokan tempat"), max_length=120, blank=True)
    channel = models.CharField(_("jalur"), max_length=10, choices=Channel.choices)
    about = models.CharField(_("tentang siapa"), max_length=10, choices=About.choices, blank=True)
    restricted = models.BooleanField(_("hanya untuk sedikit orang"), default=False)
    private = models.BooleanField(_("pelapor minta tidak ditampilkan"), default=False)
    owner_office = models.CharField(_("penanggung jawab"), max_length=20, choices=Office.choices)
    state = models.CharField(_("keadaan"), max_length=12, choices=S.choices, default=S.RECEIVED)
    # The database computes it, so no step can forget it; the lists' indexes hold only the open ones.
    is_open = models.GeneratedField(
        expression=ExpressionWrapper(Q(state__in=OPEN), output_field=models.BooleanField()),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    case = models.ForeignKey(ServiceCase, models.PROTECT, related_name="+")
    due_at = models.DateTimeField(_("janji, setelah jeda"))
    paused = models.BooleanField(_("waktu sedang berhenti"), default=False)
    created_at = models.DateTimeField(_("diterima"))
    created_by_label = models.CharField(_("diterima oleh"), max_length=120)
    state_since = models.DateTimeField(_("keadaan ini sejak"))
    answer = models.CharField(_("tanggapan"), max_length=600, blank=True)
    answered_at = models.DateTimeField(_("ditanggapi"), null=True, blank=True)
    reopened = models.PositiveSmallIntegerField(_("dibuka kembali"), default=0)
    level = models.PositiveSmallIntegerField(_("tingkat naik"), default=0)
    reason = models.CharField(_("alasan"), max_length=300, blank=True)
    forwarded_to = models.CharField(_("dialihkan ke"), max_length=120, blank=True)
    outside_number = models.CharField(_("nomor di sana"), max_length=60, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )
    summary = models.CharField(_("ringkasan untuk umum"), max_length=300, blank=True)
    summary_by_label = models.CharField(_("ringkasan oleh"), max_length=120, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "text": "free text",
        "landmark": "free text",
        "created_by_label": "official",
        "answer": "free text",
        "reason": "free text",
        "summary": "free text",
        "summary_by_label": "official",
    }
    retention: ClassVar[str] = "5 years after it ended, then without text and pictures"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "series", "year", "number"], name="complaint_number_once"
            ),
            models.UniqueConstraint(
                fields=["village", "status_code"], name="complaint_status_code_once"
            ),
            models.UniqueConstraint(fields=["village", "case"], name="complaint_case_once"),
            models.CheckConstraint(
                condition=~Q(state__in=[S.REFUSED, S.SPAM]) | ~Q(reason=""),
                name="complaint_no_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.FORWARDED) | (~Q(forwarded_to="") & ~Q(reason="")),
                name="complaint_forwarded_says_where",
            ),
            models.CheckConstraint(
                condition=Q(state=S.MERGED, merged_into__isnull=False)
                | (~Q(state=S.MERGED) & Q(merged_into__isnull=True)),
                name="complaint_merged_names_other",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[S.ANSWERED, S.CONFIRMED, S.UNCONFIRMED])
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="complaint_answered_has_answer",
            ),
            models.CheckConstraint(
                condition=Q(about=About.NOBODY) | Q(restricted=True),
                name="complaint_about_someone_is_restricted",
            ),
            models.CheckConstraint(
                condition=~Q(about=About.KADES, owner_office=Office.KADES)
                & ~Q(about=About.SEKDES, owner_office=Office.SEKDES)
                & ~Q(about=About.OPERATOR, owner_office=Office.OPERATOR)
                & ~Q(about=About.BPD, owner_office=Office.BPD),
                name="complaint_never_owned_by_subject",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="complaint_from_one"),
            models.CheckConstraint(condition=Q(level__lte=2), name="complaint_level"),
        ]
        indexes = [
            models.Index(fields=["village", "-created_at", "-id"], name="complaint_newest"),
            models.Index(
                fields=["village", "owner_office", "due_at", "id"],
                condition=Q(is_open=True),
                name="complaint_open_by_owner",
            ),
            models.Index(
                fields=["village", "level", "due_at", "id"],
                condition=Q(is_open=True),
                name="complaint_open_by_level",
            ),
            models.Index(
                fields=["village", "due_at", "id"],
                condition=Q(is_open=True, paused=False),
                name="complaint_running",
            ),
            models.Index(
                fields=["village", "category", "due_at", "id"],
                condition=Q(is_open=True, paused=False),
                name="complaint_running_by_kind",
            ),
            models.Index(fields=["village", "state", "state_since"], name="complaint_by_state"),
            models.Index(
                fields=["village", "category", "area", "created_at"], name="complaint_alike"
            ),
            models.Index(fields=["village", "restricted", "-created_at"], name="complaint_public"),
        ]

    def __str__(self) -> str:
        return self.public_number

    @property
    def public_number(self) -> str:
        """PGD-2026-0007: once in the village, counted through a year."""
        return f"{self.series}-{self.year}-{self.number:04}"

    @property
    def code(self) -> StatusCode:
        return StatusCode(self.status_code)

    @property
    def category_data(self) -> Category:
        return category_named(self.category)

    @property
    def about_whom(self) -> About:
        return About(self.about)


class ComplaintCounter(VillageOwned):
    """The next number of one series and year; its row is locked while it is taken, so none is left out."""

    series = models.CharField(_("seri nomor"), max_length=3, choices=Series.choices)
    year = models.PositiveSmallIntegerField(_("tahun"))
    next_number = models.PositiveIntegerField(_("nomor berikutnya"), default=1)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "series", "year"], name="complaint_counter_once"
            ),
            models.CheckConstraint(
                condition=Q(next_number__gte=1), name="complaint_counter_from_one"
            ),
        ]
