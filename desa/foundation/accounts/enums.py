from enum import StrEnum

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Office(TextChoices):
    """The offices of a village by their legal title."""

    KADES = "kades", _("Kepala Desa")
    SEKDES = "sekdes", _("Sekretaris Desa")
    KAUR_KEUANGAN = "kaur_keuangan", _("Kaur Keuangan")
    KAUR_TU = "kaur_tu", _("Kaur Tata Usaha dan Umum")
    KAUR_PERENCANAAN = "kaur_perencanaan", _("Kaur Perencanaan")
    KASI_PEMERINTAHAN = "kasi_pemerintahan", _("Kasi Pemerintahan")
    KASI_KESEJAHTERAAN = "kasi_kesejahteraan", _("Kasi Kesejahteraan")
    KASI_PELAYANAN = "kasi_pelayanan", _("Kasi Pelayanan")
    OPERATOR = "operator", _("Operator")
    KEPALA_DUSUN = "kepala_dusun", _("Kepala Dusun")
    RT_RW = "rt_rw", _("Ketua RT/RW")
    BPD = "bpd", _("Anggota BPD")
    KADER = "kader", _("Kader")
    POKMAS = "pokmas", _("Pengurus Pokmas")
    AUDITOR = "auditor", _("Pemeriksa")


class Standing(TextChoices):
    """In what capacity an office is held; the wording above the signature follows it."""

    DEFINITIF = "definitif", _("definitif")
    PLT = "plt", _("Plt. (pelaksana tugas)")
    PLH = "plh", _("Plh. (pelaksana harian)")
    PJ = "pj", _("Pj. (penjabat)")


DUTIES: dict[Office, Promise] = {
    Office.KADES: _("Menyetujui surat dan melihat semua yang menunggu keputusan."),
    Office.SEKDES: _("Memeriksa, mengatur identitas desa, pejabat, dan hari libur."),
    Office.KAUR_KEUANGAN: _("Mengurus keuangan dan penerbitan APBDes."),
    Office.KAUR_TU: _("Mengurus surat, arsip, dan perlengkapan kantor."),
    Office.KAUR_PERENCANAAN: _("Mengurus perencanaan dan laporan."),
    Office.KASI_PEMERINTAHAN: _("Mengurus data penduduk dan wilayah."),
    Office.KASI_KESEJAHTERAAN: _("Mengurus bantuan dan pemberdayaan."),
    Office.KASI_PELAYANAN: _("Melayani warga di loket dan mengurus pengaduan."),
    Office.OPERATOR: _("Melayani loket, membuat surat, dan mengimpor data warga."),
    Office.KEPALA_DUSUN: _("Melihat urusan dusunnya."),
    Office.RT_RW: _("Menegaskan warganya lewat tautan sekali pakai."),
    Office.BPD: _("Mengawasi dan bertanya; tidak mengubah."),
    Office.KADER: _("Mendampingi warga."),
    Office.POKMAS: _("Mengurus kegiatan kelompoknya."),
    Office.AUDITOR: _("Membaca saja, sampai tanggal berakhirnya tugas."),
}


class Language(TextChoices):
    """Languages of the office screens, each by its own name."""

    INDONESIAN = "id", "Bahasa Indonesia"
    ENGLISH = "en", "English"


class LinkPurpose(TextChoices):
    DEMO = "demo", _("masuk ke desa contoh")
    PASSWORD = "password", _("membuat kata sandi")


class AccountsPermission(StrEnum):
    OFFICER_MANAGE = "accounts.officer_manage"
