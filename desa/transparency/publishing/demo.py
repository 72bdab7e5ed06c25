"""What desa contoh has to tell; every name and place of it is invented."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.scope import current_village
from desa.transparency.publishing.actions.posts import (
    EventText,
    NoticeText,
    cancel_event,
    publish_post,
    write_post,
)
from desa.transparency.publishing.actions.profile import post_on_board, write_profile
from desa.transparency.publishing.enums import NoticeKind, Section
from desa.transparency.publishing.models import Event
from desa.transparency.publishing.queries import dusun, today
from desa.transparency.publishing.rules.agenda import OPEN_END
from desa.transparency.publishing.rules.expiry import usual_end

DEMO = SystemActor("desa contoh")
EVENTS = (
    (2, time(8), time(11), "Posyandu lansia Dusun Sendi", "Rumah kepala dusun Sendi", "Sendi",
     "Warga 60 tahun ke atas dan keluarganya", "Cek tensi dan gula darah. Bawa buku kesehatan."),
    (4, time(19, 30), None, "Musyawarah Dusun Rajeg", "Balai Dusun Rajeg", "Rajeg",
     "Ketua RT, kader, dan wakil tiap keluarga", "Bahas usulan tahun 2027. Daftar hadir dan hasilnya ditempel di balai dusun."),
    (6, time(9), time(11, 30), "Kelas HP untuk 55 tahun ke atas", "Balai Desa", "",
     "Semua warga 55 tahun ke atas", "Pinjam HP boleh. Anak atau cucu boleh menemani."),
    (9, time(7), time(10), "Kerja bakti saluran air Klampok", "Perempatan Klampok", "Klampok",
     "Warga Klampok", "Bawa cangkul dan sabit."),
    (12, time(8), time(10), "Penyerahan bantuan pupuk", "Gudang Gapoktan", "",
     "Anggota kelompok tani", ""),
)  # fmt: skip
NOTICES = (
    (NoticeKind.ANNOUNCEMENT, True, "Air PAM desa mati sementara di Winog",
     "Pompa sumur Winog diperbaiki.\n\nAir mengalir lagi paling lambat **besok pukul 16.00**. "
     "Air bersih bisa diambil di:\n\n- Balai Desa\n- Musala Winog"),
    (NoticeKind.ANNOUNCEMENT, False, "Loket tutup siang pada hari Jumat",
     "Setiap Jumat loket istirahat pukul 11.30 sampai 13.00. Surat yang dijanjikan hari Jumat "
     "tetap selesai hari itu juga."),
    (NoticeKind.NEWS, False, "Titik Wi-Fi baru di Balai Dusun Rajeg",
     "Pemuda karang taruna memasang satu titik Wi-Fi di Balai Dusun Rajeg. Dipakai gratis sampai "
     "pukul 21.00.\n\n1. Pilih jaringan *Desa Sumbergedang*.\n2. Buka halaman desa.\n3. Selesai."),
)  # fmt: skip
PROFILE = {
    Section.ABOUT: "Sumbergedang adalah desa di kecamatan Pandaan, di kaki gunung, dengan tiga belas "
    "dusun. Ini desa contoh: orang dan angkanya fiktif.",
    Section.VISION: "Desa yang terang: layanan cepat, uang desa terbaca, dan warga ikut memutuskan.",
    Section.MISSION: "1. Surat selesai seperti yang dijanjikan.\n2. Anggaran dan hasilnya dibaca "
    "semua orang.\n3. Usul dan keluhan warga dijawab.\n4. Air, jalan, dan Wi-Fi terjaga.",
    Section.DUTIES: "Pemerintah desa menyelenggarakan pemerintahan, pembangunan, pembinaan, dan "
    "pemberdayaan masyarakat.\n\n- Kepala Desa memimpin.\n- Sekretaris Desa mengurus kantor.\n"
    "- Kaur membantu urusan kantor dan keuangan.\n- Kasi melayani warga.",
}


def _official(office: Office) -> User:
    rows = Membership.objects.select_related("user")
    return rows.get(village=current_village(), office=office).user


def make_demo(_seed: int) -> None:
    operator, sekdes = _official(Office.OPERATOR), _official(Office.SEKDES)
    _make_events(operator, sekdes)
    for kind, urgent, title, source in NOTICES:
        text = NoticeText(kind, title, source, usual_end(kind, today()), urgent)
        publish_post(by=sekdes, post=write_post(by=operator, text=text))
    draft = NoticeText(
        NoticeKind.NEWS,
        "Panen raya padi",
        "Hasil panen menyusul.",
        usual_end(NoticeKind.NEWS, today()),
    )
    write_post(by=operator, text=draft)
    for section, words in PROFILE.items():
        write_profile(by=DEMO, section=section, source=words)
    post_on_board(by=sekdes, item="perki.durkp", place="Papan Balai Desa")


def _make_events(operator: User, sekdes: User) -> None:
    zone, places = ZoneInfo(current_village().timezone), {area.name: area for area in dusun()}
    posts = []
    for days, begins, ends, title, place, dusun_name, invited, note in EVENTS:
        day = today() + timedelta(days=days)
        first = datetime.combine(day, begins, zone)
        last = datetime.combine(day, ends, zone) if ends else first + OPEN_END
        text = EventText(
            title, first, last, place, invited, ends is None, places.get(dusun_name), note
        )
        posts.append(publish_post(by=sekdes, post=write_post(by=operator, text=text)))
    called_off = posts[-1]
    assert isinstance(called_off, Event)
    cancel_event(by=sekdes, event=called_off, reason="Pupuk belum datang. Hari baru menyusul.")
