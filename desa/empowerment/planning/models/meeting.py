from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning.models.round import Round
from desa.foundation.tenancy.models import Area, VillageOwned


class HamletMeeting(VillageOwned):
    """A musyawarah dusun as its sheet tells it: who came, by sex and age, without names."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="meetings")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name=_("dusun"))
    held_on = models.DateField(_("tanggal musyawarah"))
    women_young = models.PositiveSmallIntegerField(_("perempuan, sampai 30 tahun"), default=0)
    women_adult = models.PositiveSmallIntegerField(_("perempuan, 31 sampai 59 tahun"), default=0)
    women_elder = models.PositiveSmallIntegerField(_("perempuan, 60 tahun ke atas"), default=0)
    men_young = models.PositiveSmallIntegerField(_("laki-laki, sampai 30 tahun"), default=0)
    men_adult = models.PositiveSmallIntegerField(_("laki-laki, 31 sampai 59 tahun"), default=0)
    men_elder = models.PositiveSmallIntegerField(_("laki-laki, 60 tahun ke atas"), default=0)
    disabled = models.PositiveSmallIntegerField(_("di antaranya penyandang disabilitas"), default=0)
    noted_at = models.DateTimeField(_("dicatat"))
    noted_by_label = models.CharField(_("dicatat oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {"noted_by_label": "official"}
    retention: ClassVar[str] = "permanent, counts only"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "round", "area", "held_on"], name="planning_meeting_once"
            )
        ]
        ordering = ["-held_on", "-id"]

    def __str__(self) -> str:
        return f"{self.area} {self.held_on.isoformat()}"

    @property
    def women(self) -> int:
        return self.women_young + self.women_adult + self.women_elder

    @property
    def men(self) -> int:
        return self.men_young + self.men_adult + self.men_elder
