from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ClassKind(TextChoices):
    """What a class is about; the effect of training is told for each kind."""

    BASICS = "dasar", _("Memakai HP dan Wi-Fi")
    SERVICES = "layanan", _("Layanan desa lewat HP")
    SAFETY = "aman", _("Aman dari penipuan")


class AgeBand(TextChoices):
    """The bands of the national surveys (APJII), so that both can be laid beside each other."""

    TEENS = "13-18", _("13 sampai 18 tahun")
    YOUNG = "19-34", _("19 sampai 34 tahun")
    MIDDLE = "35-54", _("35 sampai 54 tahun")
    ELDER = "55+", _("55 tahun ke atas")


class PracticeTask(TextChoices):
    """The four observed tasks of LIT2, on made-up data."""

    WIFI = "wifi", _("Menyambungkan HP ke Wi-Fi desa")
    FIND = "cari", _("Mencari syarat Surat Keterangan Usaha")
    SEND = "isi", _("Mengisi dan mengirim permohonan contoh")
    STATUS = "status", _("Melihat sampai di mana permohonan itu")


class Moment(TextChoices):
    BEFORE = "pre", _("Sebelum kelas")
    AFTER = "post", _("Sesudah kelas")


class Help(TextChoices):
    """What a resident was helped with."""

    WIFI = "wifi", _("Sambung Wi-Fi")
    PHONE = "hp", _("Memakai HP")
    LETTER = "surat", _("Surat desa")
    COMPLAINT = "pengaduan", _("Pengaduan")
    AID = "bantuan", _("Layanan pemerintah lain")
    SAFETY = "aman", _("Mengenali penipuan")
    OTHER = "lain", _("Lain-lain")


class ConfirmedVia(TextChoices):
    NONE = "", _("Belum dibenarkan")
    CODE = "kode", _("Warga mengetuk “ya”")
    THUMB = "kertas", _("Cap jempol atau tanda tangan di lembar")
    RT = "rt", _("Ketua RT di lembar")


PAPER = (ConfirmedVia.THUMB, ConfirmedVia.RT)


class LiteracyPermission(StrEnum):
    VIEW = "literacy.view"
    TEACH = "literacy.teach"
    ASSIST = "literacy.assist"
    PAPER = "literacy.paper_confirm"
    CADRES = "literacy.cadre_manage"
    SKILLS = "literacy.skill_view"
