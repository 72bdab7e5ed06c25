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
        "Menyetujui, mencabut, dan mengganti surat; menangani pengaduan dan pertanyaan yang lewat janji; "
        "mengatur desa dan pejabat."
    ),
    Office.SEKDES: _(
        "Membuat, mencabut, dan mengganti surat; menerbitkan peraturan dan kabar; meneruskan pengaduan dan "
        "pertanyaan; mengatur desa dan pejabat."
    ),
    Office.KAUR_KEUANGAN: _("Menangani pengaduan bidangnya dan menulis kabar desa."),
    Office.KAUR_TU: _(
        "Melayani loket, membuat surat, menerima pengaduan dan pertanyaan, menerbitkan kabar dan peraturan."
    ),
    Office.KAUR_PERENCANAAN: _("Menjawab pertanyaan dan pengaduan bidangnya."),
    Office.KASI_PEMERINTAHAN: _(
        "Mengimpor data warga, melihat permohonan surat, menjawab pertanyaan dan pengaduan bidangnya."
    ),
    Office.KASI_KESEJAHTERAAN: _(
        "Melihat permohonan surat, menjawab pertanyaan dan pengaduan bidangnya."
    ),
    Office.KASI_PELAYANAN: _(
        "Melayani loket, membuat surat, menerima serta menjawab pengaduan dan pertanyaan."
    ),
    Office.OPERATOR: _(
        "Melayani loket, membuat surat, mengimpor data warga, menerima pengaduan dan pertanyaan."
    ),
    Office.KEPALA_DUSUN: _("Menulis kabar dusun dan mengirim pesan."),
    Office.RT_RW: NO_WORK_YET,
    Office.BPD: _("Menangani pengaduan tentang kepala desa, dan membaca peraturan."),
    Office.KADER: NO_WORK_YET,
    Office.POKMAS: NO_WORK_YET,
    Office.AUDITOR: _("Membaca peraturan desa."),
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
