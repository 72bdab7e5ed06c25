from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    WEB = "web", _("Lewat halaman desa")
    COUNTER = "loket", _("Di loket")
    WHATSAPP = "wa", _("Lewat WhatsApp")
    PHONE = "telepon", _("Lewat telepon")


class Series(TextChoices):
    """Restricted cases count by themselves: a gap in the open series would tell that one is there."""

    OPEN = "PGD", _("Pengaduan")
    RESTRICTED = "PGR", _("Pengaduan yang dibatasi")


class About(TextChoices):
    """Whom a complaint is about; it decides who may never read it."""

    NOBODY = "", _("Bukan tentang perangkat desa")
    KADES = "kades", _("Kepala Desa")
    SEKDES = "sekdes", _("Sekretaris Desa")
    OPERATOR = "operator", _("Operator atau petugas loket")
    OFFICIAL = "perangkat", _("Kaur, Kasi, atau perangkat lain")
    HAMLET = "wilayah", _("Kepala Dusun, RT, atau RW")
    BPD = "bpd", _("Anggota BPD")


class ComplaintState(TextChoices):
    RECEIVED = "diterima", _("Diterima")
    VERIFIED = "diperiksa", _("Sudah diperiksa")
    IN_PROGRESS = "dikerjakan", _("Sedang ditindaklanjuti")
    ANSWERED = "ditanggapi", _("Menunggu jawaban pelapor")
    CONFIRMED = "selesai", _("Selesai menurut pelapor")
    UNCONFIRMED = "tanpa_jawab", _("Ditutup tanpa jawaban pelapor")
    REFUSED = "ditolak", _("Ditolak")
    FORWARDED = "dialihkan", _("Dialihkan")
    MERGED = "digabung", _("Digabung dengan laporan serupa")
    SPAM = "spam", _("Bukan laporan")


class Wish(TextChoices):
    """How the reporter wants to be reached."""

    ANY = "", _("Boleh ditelepon atau dikirimi pesan")
    NO_CALL = "pesan", _("Jangan ditelepon, kirim pesan saja")
    NONE = "tidak", _("Jangan dihubungi")


class Step(TextChoices):
    """What a line of the case's own story tells."""

    FILED = "masuk", _("Diterima")
    STATE = "keadaan", _("Berubah keadaan")
    OWNER = "penanggung", _("Pindah penanggung jawab")
    ESCALATED = "naik", _("Lewat janji, dinaikkan")
    PAUSED = "jeda", _("Waktu berhenti")
    RESUMED = "lanjut", _("Waktu berjalan lagi")
    REOPENED = "buka_lagi", _("Dibuka kembali")
    ANSWER = "jawaban", _("Pelapor menjawab")
    JOINED = "gabung", _("Laporan serupa digabung")


class AnswerVia(TextChoices):
    CODE = "kode", _("Pelapor sendiri, dengan kode status")
    NOTED = "dicatat", _("Dicatat petugas dari kata pelapor")


class PhotoKind(TextChoices):
    BEFORE = "laporan", _("Dari pelapor")
    AFTER = "sesudah", _("Sesudah dikerjakan")


class PhotoShowing(TextChoices):
    HIDDEN = "", _("Jangan tampilkan")
    SHOWN = "tampil", _("Tampilkan")
    BLURRED = "kabur", _("Tampilkan sesudah dikaburkan")


class ComplaintPermission(StrEnum):
    VIEW = "complaints.complaint_view"
    TAKE = "complaints.complaint_take"
    HANDLE = "complaints.complaint_handle"
    CONTACT = "complaints.contact_view"
    PUBLISH = "complaints.complaint_publish"
    EXPORT = "complaints.complaint_export"
