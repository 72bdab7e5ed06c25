from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning.enums import Sex
from desa.empowerment.planning.models.proposal import Proposal
from desa.foundation.core.modelfields import PhoneField
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import VillageOwned


class Proposer(VillageOwned):
    """Who wished it, apart from the wish: in nobody's list, and every look is noted."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="proposers")
    name = models.CharField(_("nama pengusul"), max_length=100, blank=True)
    phone = PhoneField(_("nomor HP pengusul"), blank=True)
    sex = models.CharField(_("jenis kelamin"), max_length=1, choices=Sex.choices, blank=True)
    disabled = models.BooleanField(_("penyandang disabilitas"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "name": "identity",
        "phone": "contact",
        "sex": "identity",
        "disabled": "specific",
    }
    retention: ClassVar[str] = "name and phone 1 year after the round's last phase"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "proposal"], name="proposer_once")
        ]

    def __str__(self) -> str:
        return "•••"


class ProposalPhoto(VillageOwned):
    """Of the place as the proposer sent it (`percent` empty), or of the work (`percent` done)."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    percent = models.PositiveSmallIntegerField(_("kemajuan, persen"), null=True, blank=True)
    caption = models.CharField(_("keterangan foto"), max_length=160, blank=True)
    shown = models.BooleanField(_("ditampilkan untuk umum"), default=False)
    added_at = models.DateTimeField(_("ditambahkan"))

    personal: ClassVar[dict[str, str]] = {"file": "free text", "caption": "free text"}
    retention: ClassVar[str] = "as its proposal"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "proposal", "file"], name="proposal_photo_once"
            ),
            models.CheckConstraint(
                condition=Q(percent__isnull=True) | Q(percent__lte=100),
                name="proposal_photo_percent",
            ),
        ]
        ordering = ["added_at", "id"]


class AuthorWord(VillageOwned):
    """One proposer's word on the finished work; of several the last one counts."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="words")
    turn = models.PositiveSmallIntegerField(_("putaran"))
    good = models.BooleanField(_("sudah beres"))
    words = models.CharField(_("kata pengusul"), max_length=300, blank=True)
    at = models.DateTimeField(_("pada"))

    personal: ClassVar[dict[str, str]] = {"words": "free text"}
    retention: ClassVar[str] = "as its proposal"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "proposal", "turn"], name="author_word_once_a_turn"
            )
        ]
