from enum import StrEnum

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class PartnerKind(TextChoices):
    """Institutions of the village (LKD and others) first, partners from outside last."""

    RT_RW = "rt_rw", _("RT/RW")
    PKK = "pkk", _("PKK")
    LPMD = "lpmd", _("LPMD")
    POSYANDU = "posyandu", _("Posyandu")
    LINMAS = "linmas", _("Linmas")
    YOUTH = "karang_taruna", _("Karang Taruna")
    POKMAS = "pokmas", _("Kelompok masyarakat (Pokmas)")
    BPD = "bpd", _("Badan Permusyawaratan Desa (BPD)")
    TPK = "tpk", _("Tim Pelaksana Kegiatan (TPK)")
    BUMDES = "bumdes", _("BUM Desa")
    KDMP = "kdmp", _("Koperasi Desa Merah Putih")
    UNIVERSITY = "kampus", _("Perguruan tinggi")
    CSR = "csr", _("Perusahaan (CSR)")
    ISP = "isp", _("Penyedia internet")
    OTHER = "lain", _("Mitra lain")


class BasisKind(TextChoices):
    """The paper a partner stands on; an agreement (PKS) carries deliverables."""

    DECREE = "sk", _("SK Kepala Desa")
    OUTSIDE = "sk_luar", _("SK dari luar desa")
    PERDES = "perdes", _("Peraturan Desa")
    DEED = "akta", _("Akta atau badan hukum")
    AGREEMENT = "pks", _("Perjanjian kerja sama (PKS)")
    CONTRACT = "kontrak", _("Kontrak atau berlangganan")


class DeliverableKind(TextChoices):
    """What an agreement promises. Passwords and code are one of them: without these nobody else can go on."""

    HANDOVER = "serah_kode", _("Serah terima sandi dan kode")
    TRAINING = "pelatihan", _("Pelatihan")
    DEVICE = "perangkat", _("Perangkat atau barang")
    SERVICE = "layanan", _("Layanan")
    REPORT = "laporan", _("Laporan")
    OTHER = "lain", _("Lainnya")


class MoneyClass(TextChoices):
    """Whose money it is. Each class is kept and told apart; they are never one sum."""

    APBDES = "apbdes", _("APBDes")
    PROVINCE = "hibah_provinsi", _("Hibah provinsi (NPHD)")
    DUES = "iuran", _("Iuran atau swadaya")
    CSR = "csr", _("CSR")


class ActivityState(TextChoices):
    PLANNED = "rencana", _("Direncanakan")
    DONE = "selesai", _("Selesai")
    CANCELLED = "batal", _("Dibatalkan")


class Answer(TextChoices):
    """What a participant says about an activity that is said to have been done together."""

    WAITING = "menunggu", _("Menunggu jawaban")
    CONFIRMED = "ya", _("Membenarkan")
    DENIED = "tidak", _("Menyatakan tidak ikut")


class MeetingKind(TextChoices):
    MUSDES = "musdes", _("Musyawarah Desa")
    MUSDUS = "musdus", _("Musyawarah Dusun")
    MUSRENBANG = "musrenbangdes", _("Musrenbangdes")
    MEETING = "rapat", _("Rapat")


class MeetingState(TextChoices):
    PLANNED = "rencana", _("Akan datang")
    HELD = "selesai", _("Sudah berlangsung")
    CANCELLED = "batal", _("Dibatalkan")


class Element(TextChoices):
    """Unsur: for whom somebody sits in the meeting."""

    GOVERNMENT = "pemdes", _("Pemerintah desa")
    BPD = "bpd", _("BPD")
    RT_RW = "rt_rw", _("RT/RW")
    LEADER = "tokoh", _("Tokoh masyarakat")
    RELIGION = "agama", _("Tokoh agama")
    WOMEN = "perempuan", _("Kelompok perempuan/PKK")
    YOUTH = "pemuda", _("Pemuda/Karang Taruna")
    CADRE = "kader", _("Kader/Posyandu")
    FARMERS = "tani", _("Kelompok tani/usaha")
    POKMAS = "pokmas", _("Pokmas")
    DISABILITY = "difabel", _("Penyandang disabilitas")
    POOR = "miskin", _("Keluarga kurang mampu")
    OUTSIDE = "luar", _("Pihak luar")
    RESIDENT = "warga", _("Warga")


class Gender(TextChoices):
    """As it is written on the list at the door."""

    MAN = "L", _("Laki-laki")
    WOMAN = "P", _("Perempuan")


class Channel(TextChoices):
    LIST = "daftar", _("Daftar hadir kertas")
    QR = "qr", _("Isi sendiri lewat QR")


class Level(IntegerChoices):
    """The IAP2 spectrum: how far the people present decided."""

    INFORM = 1, _("1 Memberi tahu: warga mendengar")
    CONSULT = 2, _("2 Meminta pendapat: warga ditanya, lalu dijawab")
    INVOLVE = 3, _("3 Melibatkan: usul warga masuk ke pilihan")
    COLLABORATE = 4, _("4 Bekerja sama: pilihan disusun bersama")
    EMPOWER = 5, _("5 Menyerahkan keputusan: warga yang memutuskan")


class PartnersPermission(StrEnum):
    VIEW = "partners.view"
    KEEP = "partners.keep"
    OWN = "partners.own"
