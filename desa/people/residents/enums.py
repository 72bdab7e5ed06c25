"""Codes that the rooms reason about; the long official lists are in rules/codes.csv."""

from enum import StrEnum

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class ResidentsPermission(StrEnum):
    VIEW = "residents.view"
    IMPORT = "residents.import"


class Sex(IntegerChoices):
    MALE = 1, _("Laki-laki")
    FEMALE = 2, _("Perempuan")


class Status(IntegerChoices):
    """Whether a person counts as living in the village (status dasar)."""

    ALIVE = 1, _("Hidup")
    DEAD = 2, _("Meninggal")
    MOVED = 3, _("Pindah")
    LOST = 4, _("Hilang")
    AWAY = 6, _("Pergi")
    INVALID = 9, _("Tidak valid")


class Shdk(IntegerChoices):
    """Relation to the head of the family (status hubungan dalam keluarga)."""

    HEAD = 1, _("Kepala Keluarga")
    HUSBAND = 2, _("Suami")
    WIFE = 3, _("Istri")
    CHILD = 4, _("Anak")
    SON_IN_LAW = 5, _("Menantu")
    GRANDCHILD = 6, _("Cucu")
    PARENT = 7, _("Orang Tua")
    PARENT_IN_LAW = 8, _("Mertua")
    RELATIVE = 9, _("Famili Lain")
    HELPER = 10, _("Pekerja Rumah Tangga")
    OTHER = 11, _("Lainnya")


class EventKind(TextChoices):
    ENTERED = "masuk_data", _("Masuk data")
    BIRTH = "lahir", _("Lahir")
    DEATH = "mati", _("Meninggal")
    MOVED_OUT = "pindah", _("Pindah keluar")
    ARRIVED = "datang", _("Datang")
    LOST = "hilang", _("Hilang")
    WENT_AWAY = "pergi", _("Pergi")
