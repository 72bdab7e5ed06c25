"""Is this installation well? Answers without personal or village data; also when the database is gone."""

import os
import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import Error
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.durable import write_durably
from desa.foundation.jobs.queries import dead_count, longest_wait
from desa.foundation.safekeeping.engine.journal import BackupJournal, read_journal
from desa.foundation.safekeeping.enums import Health
from desa.foundation.safekeeping.rules import LATE_JOB, LITTLE_DISK, NO_DISK, backup_is_late
from desa.foundation.tenancy.models import Village


@dataclass(frozen=True)
class Reading:
    """One thing looked at; `value` in the unit that `name` ends with."""

    name: str
    state: Health
    text: str | Promise
    value: int | None = None

    @property
    def chip(self) -> str:
        """Its colour and icon among the design's chips."""
        return {Health.OK: "ok", Health.WARN: "late", Health.FAIL: "no"}[self.state]


def readings() -> list[Reading]:
    database = _database()
    later = [_jobs(), _dead()] if database.state == Health.OK else []
    return [database, _writable(), _disk(), *later, _backup()]


def worst(found: list[Reading]) -> Health:
    ranks = list(Health)
    return max((reading.state for reading in found), key=ranks.index)


def _database() -> Reading:
    try:
        Village.objects.count()
    except Error:
        text = _("Basis data tidak terbaca. Nyalakan ulang komputer server; kalau tetap, pulihkan.")
        return Reading("database", Health.FAIL, text)
    return Reading("database", Health.OK, _("Basis data terbaca."))


def _writable() -> Reading:
    """Asked of the disk itself: a full or worn-out one still claims to be writable."""
    probe: Path = settings.DATA_DIR / f".probe-{os.getpid()}"
    try:
        write_durably(probe, b"desa")
        probe.unlink()
    except OSError:
        text = _("Folder data tidak dapat ditulis. Periksa hak akses dan disk server.")
        return Reading("writable", Health.FAIL, text)
    return Reading("writable", Health.OK, _("Folder data dapat ditulis."))


def _disk() -> Reading:
    try:
        free = shutil.disk_usage(settings.DATA_DIR).free
    except OSError:
        return Reading("disk_free_mb", Health.FAIL, _("Folder data tidak ditemukan."))
    words = {"free": f"{free / 1e9:.1f}".replace(".", ",")}
    if free < NO_DISK:
        text = _("Disk penuh: sisa %(free)s GB. Kosongkan sebelum bekerja lagi.")
        return Reading("disk_free_mb", Health.FAIL, text % words, free // 1_000_000)
    if free < LITTLE_DISK:
        text = _("Disk hampir penuh: sisa %(free)s GB. Pindahkan berkas yang tidak perlu.")
        return Reading("disk_free_mb", Health.WARN, text % words, free // 1_000_000)
    return Reading(
        "disk_free_mb", Health.OK, _("Sisa ruang disk %(free)s GB.") % words, free // 1_000_000
    )


def _jobs() -> Reading:
    wait = longest_wait()
    seconds = int(wait.total_seconds())
    if wait > LATE_JOB:
        text = _("Pekerjaan tertunda %(minutes)s menit. Nyalakan ulang aplikasi di server.")
        return Reading(
            "oldest_job_s", Health.WARN, text % {"minutes": seconds // 60}, value=seconds
        )
    return Reading("oldest_job_s", Health.OK, _("Pekerjaan di belakang layar lancar."), seconds)


def _dead() -> Reading:
    dead = dead_count()
    if dead:
        text = _("%(count)s pekerjaan gagal dan perlu dilihat.") % {"count": dead}
        return Reading("dead_jobs", Health.WARN, text, dead)
    return Reading("dead_jobs", Health.OK, _("Tidak ada pekerjaan yang gagal."), 0)


def has_backup() -> bool:
    """Whether a backup of this installation was ever made."""
    return read_journal(settings.FOLDER).last is not None


def _backup() -> Reading:
    journal = read_journal(settings.FOLDER)
    age = clock.now() - journal.last if journal.last else None
    hours = age // timedelta(hours=1) if age is not None else None
    state, text = _backup_words(journal, hours)
    return Reading("backup_age_h", state, text, hours)


def _backup_words(journal: BackupJournal, hours: int | None) -> tuple[Health, str | Promise]:
    if journal.failed_at:
        return Health.WARN, _("Cadangan terakhir gagal. Periksa tempat cadangan, lalu ulangi.")
    if journal.missing_files:
        text = _("%(count)s berkas hilang saat dicadangkan. Hubungi pendamping teknis.")
        return Health.WARN, text % {"count": journal.missing_files}
    if settings.DEMO:
        return Health.OK, _("Data contoh tidak perlu dicadangkan.")
    if hours is None:
        return Health.WARN, _("Belum pernah dicadangkan. Pasang flash disk, lalu buat cadangan.")
    if backup_is_late(clock.now(), journal.last):
        text = _("Cadangan terakhir %(hours)s jam yang lalu. Buat cadangan baru hari ini.")
        return Health.WARN, text % {"hours": hours}
    return Health.OK, _("Cadangan terakhir %(hours)s jam yang lalu.") % {"hours": hours}
