"""The example village: a first evening of two offices, then counted once, so that the Rapor speaks."""

from datetime import date, timedelta

from desa.foundation.accounts.actions import Appointment, appoint
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.scope import current_village
from desa.insight.readiness.actions import (
    Found,
    answer_item,
    compute_measurements,
    sign_assessment,
)
from desa.insight.readiness.rules.checklist import checklist, needs_proof

MAKER = SystemActor("desa contoh")
LEVELS = {
    "sk-pokmas": 3, "aturan-program": 2, "perdes-informasi": 2, "sk-pengelola": 3, "aturan-aset": 1,
    "langkah-perdes": 3, "masa-berlaku": 3, "perdes-payung": 1, "baris-anggaran": 3,
    "penanggung-jawab": 2, "bukti-pelaksanaan": 2, "pemberitahuan-data": 2, "masa-simpan": 1,
    "perangkat-hidup": 3, "buku-inventaris": 3, "jalur-internet": 3, "ups-listrik": 2,
    "komputer-printer": 3, "anggaran-rawat": 2, "biaya-setahun": 1, "jadwal-rawat": 1,
    "catatan-perbaikan": 2, "umur-perangkat": 2, "cadangan-data": 2, "uji-pulih": 1,
    "dasar-mitra": 3, "kegiatan-bersama": 3, "daftar-hadir": 3, "suara-warga": 3,
    "putusan-dikerjakan": 2, "usulan-dijawab": 2, "sumber-luar": 3, "antar-mitra": 2,
    "laporan-kabupaten": 4, "titik-tiap-dusun": 2, "peta-jangkauan": 2, "catatan-padam": 2,
    "uji-kecepatan": 2, "dusun-setara": 1, "pembagian-bandwidth": 2,
}  # fmt: skip


def make_demo(seed: int) -> None:
    from desa.insight.readiness.actions.staging import compute_stage, compute_study

    _first_evening()
    today = clock.today(current_village())
    compute_measurements(by=MAKER, until=today)
    compute_stage(by=MAKER, until=today)
    compute_study(by=MAKER)


def _first_evening() -> None:
    seat = Appointment(Office.BPD, "Anggota BPD", "Mulyono", date(2024, 1, 1), username="bpd")
    appoint(by=MAKER, appointment=seat)
    first, second = _holder(Office.SEKDES), _holder(Office.BPD)
    day = clock.today(current_village()) - timedelta(days=1)
    for item in checklist():
        level = LEVELS[item.code]
        document = item.proof.id if needs_proof(level) else ""
        answer_item(by=first, item=item, found=Found(level, document, day))
    sign_assessment(by=second)


def _holder(office: Office) -> User:
    held = Membership.objects.select_related("user")
    return held.get(village=current_village(), office=office).user
