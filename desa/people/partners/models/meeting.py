from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.files.models import StoredFile
from desa.foundation.papers.models import Paper
from desa.foundation.tenancy.models import Area, Removable, VillageOwned
from desa.people.partners.enums import Channel, Element, Gender, Level, MeetingKind, MeetingState
from desa.people.residents.models import Person


class Meeting(Removable):
    """A forum with all its papers; `level` is believed only with `level_evidence`."""

    kind = models.CharField(_("jenis"), max_length=14, choices=MeetingKind.choices)
    title = models.CharField(_("acara"), max_length=160)
    day = models.DateField(_("hari dan tanggal"))
    hour = models.TimeField(_("jam mulai"))
    place = models.CharField(_("tempat"), max_length=120)
    agenda = models.TextField(_("susunan acara"), max_length=2000, blank=True)
    is_digital = models.BooleanField(_("membahas desa digital"), default=False)
    state = models.CharField(
        _("keadaan"), max_length=8, choices=MeetingState.choices, default=MeetingState.PLANNED
    )
    cancel_reason = models.CharField(_("alasan dibatalkan"), max_length=300, blank=True)
    chair = models.CharField(_("pemimpin rapat"), max_length=100, blank=True)
    minutes_by = models.CharField(_("notulis"), max_length=100, blank=True)
    minutes = models.TextField(_("notulen"), max_length=10000, blank=True)
    level = models.PositiveSmallIntegerField(
        _("sejauh mana warga ikut memutuskan"), choices=Level.choices, null=True, blank=True
    )
    level_evidence = models.CharField(_("bukti tingkat itu"), max_length=300, blank=True)
    checkin_code = models.CharField(_("kode hadir"), max_length=StatusCode.length)
    invitation = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    record_paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    held_at = models.DateTimeField(_("dicatat berlangsung pada"), null=True, blank=True)
    created_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {
        "title": "free text",
        "agenda": "free text",
        "chair": "official",
        "minutes_by": "official",
        "minutes": "free text",
        "level_evidence": "free text",
        "cancel_reason": "free text",
        "removed_by_label": "official",
    }
    retention: ClassVar[str] = "permanent"

    class Meta(Removable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "checkin_code"],
                condition=Q(removed_at__isnull=True),
                name="meeting_code_once",
            ),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | ~Q(level_evidence=""),
                name="meeting_level_has_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(state=MeetingState.CANCELLED) | ~Q(cancel_reason=""),
                name="meeting_cancelled_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=MeetingState.HELD) | Q(held_at__isnull=False),
                name="meeting_held_at",
            ),
        ]
        indexes = [models.Index(fields=["village", "day"], name="meeting_by_day")]
        ordering = ["-day", "-hour", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.title}"

    @property
    def code(self) -> StatusCode:
        return StatusCode(self.checkin_code)


class Invitee(VillageOwned):
    """One line of "Kepada Yth."."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitees")
    place = models.PositiveSmallIntegerField(_("urutan"))
    name = models.CharField(_("yang diundang"), max_length=120)

    personal: ClassVar[dict[str, str]] = {"name": "official"}
    retention: ClassVar[str] = "as its meeting"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "meeting", "place"], name="invitee_place_once"
            )
        ]
        ordering = ["place"]

    def __str__(self) -> str:
        return self.name


class Attendance(VillageOwned):
    """Who came, for whom, from which dusun. The names are the office's; the public sees counts."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    name = models.CharField(_("nama"), max_length=100)
    name_key = models.CharField(max_length=100, editable=False)
    gender = models.CharField(_("L/P"), max_length=1, choices=Gender.choices)
    element = models.CharField(
        _("unsur"), max_length=10, choices=Element.choices, default=Element.RESIDENT
    )
    dusun = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField(_("cara mencatat"), max_length=8, choices=Channel.choices)
    at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {
        "name": "identity",
        "name_key": "identity",
        "gender": "identity",
        "element": "specific",
        "person": "reference",
    }
    retention: ClassVar[str] = "names 5 years after the meeting, counts permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "meeting", "name_key", "gender"], name="attendance_once"
            )
        ]
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.name


class MeetingPhoto(VillageOwned):
    """A picture of the meeting without its hidden data; the public sees it only when it was released."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    caption = models.CharField(_("keterangan"), max_length=120)
    is_shown = models.BooleanField(_("boleh dilihat umum"), default=False)
    added_at = models.DateTimeField(_("ditambahkan"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {"file": "free text", "caption": "free text"}
    retention: ClassVar[str] = "as its meeting"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "meeting", "file"], name="meeting_photo_once"
            )
        ]
        ordering = ["added_at", "id"]

    def __str__(self) -> str:
        return self.caption
