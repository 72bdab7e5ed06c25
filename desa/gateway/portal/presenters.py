"""The trail in plain sentences: who did what, without names of residents."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.foundation.trail.models import TrailEvent

SENTENCES: dict[str, str | Promise] = {
    "accounts.language.chosen": _("memilih bahasa layar"),
    "accounts.link.issued": _("membuat tautan masuk"),
    "accounts.officeholder.appointed": _("menambah pejabat"),
    "accounts.officeholder.ended": _("mengakhiri jabatan seorang pejabat"),
    "accounts.password.chosen": _("membuat kata sandi"),
    "accounts.user.entered": _("masuk kantor desa"),
    "jobs.job.revived": _("mengulang pekerjaan yang gagal"),
    "letters.letter.approved": _("menyetujui surat"),
    "letters.letter.cancelled": _("membatalkan permohonan surat"),
    "letters.letter.handed_over": _("menyerahkan surat"),
    "letters.letter.refused": _("menolak surat"),
    "letters.letter.replaced": _("mengganti surat"),
    "letters.letter.submitted": _("mengajukan surat untuk disetujui"),
    "letters.letter.voided": _("mencabut surat"),
    "papers.emblem.stored": _("menyimpan lambang"),
    "papers.paper.issued": _("menyimpan berkas surat"),
    "papers.paper.numbered": _("memberi nomor %(number)s"),
    "papers.paper.replaced": _("mencatat surat pengganti"),
    "papers.paper.voided": _("mencabut nomor %(number)s"),
    "papers.policy.decided": _("mengubah aturan kertas"),
    "papers.register.started": _("memajukan nomor dari %(before)s ke %(next)s: %(reason)s"),
    "residents.areas.added": _("menambah dusun, RW, atau RT"),
    "residents.demo.made": _("membuat warga contoh"),
    "residents.register.exported": _("mengekspor data warga"),
    "safekeeping.backup.asked": _("meminta cadangan sekarang"),
    "safekeeping.backup.made": _("membuat cadangan %(name)s"),
    "safekeeping.codes.made": _("membuat kode pemulihan baru"),
    "servicelevels.case.paused": _("menjeda janji sebuah permohonan"),
    "servicelevels.case.resumed": _("melanjutkan janji sebuah permohonan"),
    "servicelevels.holiday.removed": _("menghapus hari libur %(name)s"),
    "servicelevels.holiday.set": _("menetapkan hari libur %(name)s"),
    "servicelevels.holidays.proposed": _("mengusulkan %(count)s hari libur tahun %(year)s"),
    "servicelevels.standard.published": _("menetapkan standar layanan %(service)s"),
    "sheets.batch.done": _("menyimpan impor"),
    "sheets.batch.failed": _("impor terhenti"),
    "sheets.batch.journal_forgotten": _("menghapus catatan pembatalan impor lama"),
    "sheets.batch.previewed": _("memeriksa berkas impor"),
    "sheets.batch.running": _("memulai impor"),
    "sheets.batch.undoing": _("mulai membatalkan impor"),
    "sheets.batch.undone": _("membatalkan impor"),
    "tenancy.hours.dropped": _("menghapus masa khusus jam layanan"),
    "tenancy.hours.set": _("menetapkan jam layanan mulai %(valid_from)s"),
    "tenancy.room.switched": _("menyalakan atau mematikan fitur %(room)s"),
    "tenancy.village.changed": _("mengubah identitas desa"),
    "tenancy.village.founded": _("menyiapkan desa"),
    "trail.looks.chained": _("mengunci catatan siapa melihat data warga"),
    "trail.looks.purged": _("menghapus catatan melihat yang sudah lewat masa simpan"),
}


class _Facts(dict[str, object]):
    """An older event may not know every fact."""

    def __missing__(self, name: str) -> str:
        return "?"


@dataclass(frozen=True)
class Line:
    at: datetime
    actor: str
    sentence: str


def line_of(event: TrailEvent) -> Line:
    """An event that has no words yet is shown by its name rather than left out."""
    words = SENTENCES.get(event.name)
    sentence = str(words) % _Facts(event.facts) if words else event.name
    return Line(event.at, event.actor_label, sentence)
