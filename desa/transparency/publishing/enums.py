from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NoticeKind(TextChoices):
    ANNOUNCEMENT = "pengumuman", _("Pengumuman")
    NEWS = "berita", _("Berita")


class Section(TextChoices):
    """Parts of the village's profile that the office writes; in the order of the page."""

    ABOUT = "sekilas", _("Sekilas desa")
    VISION = "visi", _("Visi")
    MISSION = "misi", _("Misi")
    DUTIES = "tugas", _("Tugas dan fungsi pemerintah desa")


class PublishingPermission(StrEnum):
    WRITE = "publishing.write"
    PUBLISH = "publishing.publish"
