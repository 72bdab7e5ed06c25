from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Break(TextChoices):
    """What is wrong at the first broken place of a chain."""

    MISSING = "missing", _("hilang")
    CHANGED = "changed", _("berubah")
    HEAD = "head", _("tidak cocok dengan mata rantai terakhir")
    LOOKS = "looks", _("berisi catatan lihat yang berubah atau hilang")
    SEALED = "sealed", _("tidak cocok dengan segel harian: basis data pernah dikembalikan")
    LOG = "log", _("pada berkas segel harian berubah atau hilang")
