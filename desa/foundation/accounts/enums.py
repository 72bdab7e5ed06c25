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


NO_WORK_YET = _("Belum ada pekerjaan di sistem ini.")
DUTIES: dict[Office, Promise] = {
    Office.KADES: _(
        "Menyetujui, mencabut, dan mengganti surat; menerbitkan anggaran dan kabar; mencabut "
        "peraturan; menangani pengaduan dan pertanyaan yang lewat janji; memutuskan usulan, "
        "aset, dan titik internet; mengatur desa dan pejabat."
    ),
    Office.SEKDES: _(
        "Membuat, mencabut, dan mengganti surat; memasukkan dan menerbitkan anggaran; menulis "
        "dan menerbitkan peraturan serta kabar; meneruskan pengaduan dan pertanyaan; mengurus "
        "usulan, aset, titik internet, dan kesiapan desa; mengatur desa dan pejabat."
    ),
    Office.KAUR_KEUANGAN: _(
        "Memasukkan anggaran desa; mengisi dana perawatan aset; menangani pengaduan bidangnya; "
        "menulis kabar desa."
    ),
    Office.KAUR_TU: _(
        "Melayani loket dan membuat surat; menerima pengaduan, pertanyaan, dan usulan; "
        "menerbitkan kabar; menulis peraturan; mengurus aset dan titik internet."
    ),
    Office.KAUR_PERENCANAAN: _(
        "Mengurus usulan warga; mengisi dana perawatan aset; menjawab pertanyaan dan pengaduan "
        "bidangnya; mengurus titik internet dan kesiapan desa; menulis kabar."
    ),
    Office.KASI_PEMERINTAHAN: _(
        "Mengimpor data warga; melihat permohonan surat; menulis peraturan dan kabar; menjawab "
        "pertanyaan dan pengaduan bidangnya."
    ),
    Office.KASI_KESEJAHTERAAN: _(
        "Melihat permohonan surat; menulis kabar; menjawab pertanyaan dan pengaduan bidangnya."
    ),
    Office.KASI_PELAYANAN: _(
        "Melayani loket dan membuat surat; menerima usulan; menerima serta menjawab pengaduan "
        "dan pertanyaan; menulis kabar."
    ),
    Office.OPERATOR: _(
        "Melayani loket dan membuat surat; mengimpor data warga; menerima pengaduan, "
        "pertanyaan, dan usulan; menulis peraturan dan kabar; mengurus aset dan titik internet."
    ),
    Office.KEPALA_DUSUN: _(
        "Menulis kabar dusun dan mengirim pesan; menerima usulan; memeriksa aset; mencatat "
        "perbaikan titik internet."
    ),
    Office.RT_RW: NO_WORK_YET,
    Office.BPD: _(
        "Menangani pengaduan tentang kepala desa dan soal uang; membaca anggaran, peraturan, "
        "dan usulan; menilai kesiapan desa."
    ),
    Office.KADER: _(
        "Menerima usulan, membuat kartu Lapak Desa, memeriksa aset, mengadakan kelas, dan mencatat "
        "pendampingan."
    ),
    Office.POKMAS: _("Mengurus titik internet, perawatan aset, dan Lapak Desa."),
    Office.AUDITOR: _("Membaca anggaran, peraturan, aset, dan kesiapan desa."),
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
