from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a village can set, by its legal name; the last are agreements and announcements."""

    PERDES = "perdes", _("Peraturan Desa")
    JOINT = "permakades", _("Peraturan Bersama Kepala Desa")
    PERKADES = "perkades", _("Peraturan Kepala Desa")
    DECREE = "sk", _("Keputusan Kepala Desa")
    OTHER = "dokumen", _("Dokumen hukum lain")


SHORT: dict[str, str] = {
    Kind.PERDES: "Perdes",
    Kind.JOINT: "Permakades",
    Kind.PERKADES: "Perkades",
    Kind.DECREE: "SK",
    Kind.OTHER: "Dokumen",
}


class Topic(TextChoices):
    """Subjects with a procedure of their own (Permendagri 111/2014): four are evaluated before they are set."""

    GENERAL = "umum", _("Umum")
    BUDGET = "apbdes", _("APBDes")
    WORK_PLAN = "rkpdes", _("RKPDes")
    TERM_PLAN = "rpjmdes", _("RPJMDes")
    LEVY = "pungutan", _("Pungutan")
    SPACE = "tata_ruang", _("Tata ruang")
    ORGANISATION = "organisasi", _("Organisasi pemerintah desa")


EVALUATED: frozenset[str] = frozenset({Topic.BUDGET, Topic.LEVY, Topic.SPACE, Topic.ORGANISATION})


class RelationKind(TextChoices):
    """The word between the newer regulation and the older one."""

    AMENDS = "mengubah", _("mengubah")
    REVOKES = "mencabut", _("mencabut")
    IMPLEMENTS = "melaksanakan", _("melaksanakan")
    RESTS_ON = "berdasar", _("berdasarkan")


class Plan(TextChoices):
    """The document whose line pays for what a regulation orders."""

    APBDES = "apbdes", "APBDes"
    RKPDES = "rkpdes", "RKPDes"
    RPJMDES = "rpjmdes", "RPJMDes"


class RegulationsPermission(StrEnum):
    VIEW = "regulations.view"
    EDIT = "regulations.edit"
    END = "regulations.end"
