"""Complaints of desa contoh, in every state a complaint can be in; all of it is invented."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core import clock
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.services.complaints import actions
from desa.services.complaints.enums import About, AnswerVia, Channel, Wish
from desa.services.complaints.models import Complaint
from desa.services.complaints.queries import late_complaints

WEB, WA, DESK = Channel.WEB, Channel.WHATSAPP, Channel.COUNTER


@dataclass(frozen=True)
class Told:
    """`days`: how long ago it came; `walk` what happened since."""

    days: int
    category: str
    text: str
    place: str
    channel: Channel
    walk: str
    landmark: str = ""
    about: About = About.NOBODY
    words: str = ""


TOLD = (
    Told(9, "pju", "Lampu jalan mati dekat musala Winog", "Winog", WA, "nur", "dekat musala",
         words="Lampu jalan dekat musala Winog mati sejak Sabtu malam."),
    Told(8, "pju", "Lampu sebelah musala padam, gelap kalau ke Subuh", "Winog", WEB, "gabung"),
    Told(1, "pju", "Tiang lampu miring di pertigaan Rajeg", "Rajeg", WEB, "baru", "pertigaan"),
    Told(3, "jalan", "Jalan berlubang depan balai dusun, sudah dua motor jatuh", "Rajeg", DESK, "kerja",
         "depan balai dusun", words="Lubang di jalan depan balai dusun Rajeg."),
    Told(6, "jalan", "Selokan mampet, air naik ke jalan kalau hujan", "Klampok", WEB, "tanggapi",
         words="Selokan Klampok tersumbat, air naik ke jalan."),
    Told(25, "jalan", "Jembatan kecil ke sawah lapuk", "Sukun", WEB, "selesai",
         words="Jembatan kayu ke sawah Sukun lapuk."),
    Told(20, "jalan", "Aspal jalan raya mengelupas", "Tengger", WEB, "alih", "jalan raya",
         words="Aspal jalan raya di Tengger mengelupas."),
    Told(2, "air", "Air PAM keruh sejak kemarin", "Winog", WA, "periksa", words="Air di Winog keruh."),
    Told(12, "air", "Pipa bocor di gang masuk", "Buluresik", WEB, "selesai", "gang masuk",
         words="Pipa air bocor di gang masuk Buluresik."),
    Told(30, "air", "Air hanya nyala malam", "Pandansili", DESK, "sunyi",
         words="Air di Pandansili hanya mengalir malam hari."),
    Told(4, "sampah", "Sampah menumpuk di pinggir sungai", "Ngampir", WEB, "kerja", "pinggir sungai",
         words="Sampah menumpuk di pinggir sungai Ngampir."),
    Told(16, "sampah", "Orang bakar sampah tiap sore", "Kemisik", WEB, "selesai",
         words="Sampah dibakar di tempat terbuka tiap sore."),
    Told(11, "keamanan", "Motor knalpot bising lewat tengah malam", "Sendi", WA, "selesai",
         words="Motor berknalpot bising lewat tengah malam di Sendi."),
    Told(5, "keamanan", "Pos ronda tidak dipakai lagi", "Kedondong", WEB, "lewat"),
    Told(2, "layanan", "Antre lama, loket kosong waktu jam buka", "Jatiroso", WEB, "periksa"),
    Told(18, "layanan", "Surat domisili selesai tiga hari, katanya sehari", "Klurahan", DESK, "selesai",
         words="Surat domisili terlambat dua hari dari janji."),
    Told(10, "bansos", "Tetangga yang mampu dapat bantuan, kami tidak", "Sukun", WEB, "kerja",
         words="Daftar penerima bantuan dipertanyakan."),
    Told(28, "bansos", "Kartu bantuan belum sampai", "Sendi", DESK, "selesai",
         words="Kartu bantuan satu keluarga belum sampai."),
    Told(3, "wifi", "Wi-Fi balai desa tidak bisa masuk", "", WEB, "tanggapi",
         words="Wi-Fi balai desa tidak bisa dipakai."),
    Told(13, "wifi", "Wi-Fi Klampok lambat kalau sore", "Klampok", WEB, "sunyi",
         words="Wi-Fi Klampok lambat di sore hari."),
    Told(4, "perangkat", "Petugas loket membentak ibu saya", "", WEB, "baru", about=About.OPERATOR),
    Told(7, "perangkat", "Kepala dusun minta uang rokok untuk tanda tangan", "", WEB, "periksa",
         about=About.HAMLET),
    Told(6, "uang", "Ada pungutan untuk bantuan yang mestinya gratis", "", WEB, "baru"),
    Told(1, "lainnya", "JUAL PULSA MURAH HUBUNGI KAMI", "", WEB, "spam"),
    Told(14, "lainnya", "Minta jalan rumah saya disemen", "Tengger", DESK, "tolak",
         words="Permintaan menyemen jalan di tanah pribadi."),
    Told(0, "lainnya", "Mobil parkir menutup jalan ke makam", "Kedondong", WEB, "baru", "jalan ke makam"),
)  # fmt: skip


def make_demo(_seed: int) -> None:
    operator, sekdes = _official(Office.OPERATOR), _official(Office.SEKDES)
    dusun = {area.name: area for area in Area.objects.filter(kind=AreaKind.DUSUN)}
    made: dict[str, Complaint] = {}
    for told in TOLD:
        with clock.frozen(_moment(told.days)):
            case = _file(told, operator, dusun.get(told.place))
        made.setdefault(told.walk, case)
        WALKS.get(told.walk, _stay)(told, case, sekdes, made)
        if told.words:
            actions.summarise(by=sekdes, complaint=case, summary=told.words)
    for case in late_complaints():
        actions.escalate_late(complaint=case)


def _moment(days_ago: float, hour: int = 9) -> datetime:
    """A morning some days ago, never later than now."""
    zone, now = ZoneInfo(current_village().timezone), clock.now()
    day = (now.astimezone(zone) - timedelta(days=days_ago)).date()
    return min(datetime.combine(day, time(hour, 5), zone), now)


def _official(office: Office) -> User:
    rows = Membership.objects.select_related("user")
    return rows.get(village=current_village(), office=office).user


def _file(told: Told, operator: User, area: Area | None) -> Complaint:
    by = actions.REPORTER if told.channel == WEB else operator
    from_chat = told.channel == WA
    report = actions.Report(
        category=told.category,
        text=told.text,
        channel=told.channel,
        area=area,
        landmark=told.landmark,
        about=told.about,
        name="Nur Laila" if from_chat else "",
        phone="0812-0000-0021" if from_chat else "",
        wish=Wish.NO_CALL if from_chat else Wish.ANY,
    )
    return actions.file_complaint(by=by, report=report)


def _stay(told: Told, case: Complaint, by: User, made: dict[str, Complaint]) -> None:
    """Nothing happened yet."""


def _verify(told: Told, case: Complaint, by: User, made: dict[str, Complaint]) -> None:
    with clock.frozen(_moment(told.days, 11)):
        actions.verify_complaint(by=by, complaint=case)


def _work(told: Told, case: Complaint, by: User, made: dict[str, Complaint]) -> None:
    _verify(told, case, by, made)
    with clock.frozen(_moment(told.days - 1, 10)):
        actions.start_work(by=by, complaint=case, words="Sudah dilihat di tempat, bahan disiapkan")


def _answer(told: Told, case: Complaint, by: User, made: dict[str, Complaint]) -> None:
    _work(told, case, by, made)
    with clock.frozen(_moment(told.days - 2, 14)):
        actions.answer_complaint(by=by, complaint=case, answer="Sudah dikerjakan hari ini")


def _finish(told: Told, case: Complaint, by: User, made: dict[str, Complaint]) -> None:
    _answer(told, case, by, made)
    with clock.frozen(_moment(told.days - 3, 19)):
        _say(case, good=True)


def _silent(told: Told, case: Complaint, by: User, made: dict[str, Complaint]) -> None:
    _answer(told, case, by, made)
    with clock.frozen(_moment(told.days - 17, 9)):
        actions.close_unanswered(complaint=case)


def _refuse(told: Told, case: Complaint, by: User, made: dict[str, Complaint]) -> None:
    with clock.frozen(_moment(told.days - 1, 10)):
        reason = "Jalan di tanah pribadi tidak dikerjakan dengan uang desa"
        actions.refuse_complaint(by=by, complaint=case, reason=reason)


def _forward(told: Told, case: Complaint, by: User, made: dict[str, Complaint]) -> None:
    with clock.frozen(_moment(told.days - 1, 10)):
        where, reason = "Dinas PU Kabupaten", "Jalan kabupaten, bukan jalan desa"
        actions.forward_complaint(
            by=by, complaint=case, where=where, reason=reason, outside_number="PU-118"
        )


def _spam(told: Told, case: Complaint, by: User, made: dict[str, Complaint]) -> None:
    actions.mark_spam(by=by, complaint=case, reason="Iklan, bukan laporan")


def _join(told: Told, case: Complaint, by: User, made: dict[str, Complaint]) -> None:
    with clock.frozen(_moment(told.days, 11)):
        actions.join_complaints(by=by, complaint=case, into=made["nur"])


def _nur(told: Told, case: Complaint, by: User, made: dict[str, Complaint]) -> None:
    """J4: late, taken up, done, "belum", opened again, done again; Nur is asked a second time."""
    _verify(told, case, by, made)
    with clock.frozen(_moment(told.days - 2, 10)):
        actions.start_work(by=by, complaint=case, words="Stok lampu habis, lampu dipesan")
    with clock.frozen(_moment(4, 16)):
        actions.escalate_late(complaint=case)
        actions.answer_complaint(by=by, complaint=case, answer="Lampu sudah diganti")
    with clock.frozen(_moment(3, 19)):
        _say(case, good=False)
    with clock.frozen(_moment(1, 14)):
        answer = "Kabel yang putus sudah disambung"
        actions.answer_complaint(by=by, complaint=case, answer=answer)


def _say(case: Complaint, *, good: bool) -> None:
    by = actions.REPORTER
    actions.reporter_says(by=by, complaint=case, good=good, via=AnswerVia.CODE)


WALKS: dict[str, Callable[[Told, Complaint, User, dict[str, Complaint]], None]] = {
    "nur": _nur,
    "gabung": _join,
    "periksa": _verify,
    "kerja": _work,
    "tanggapi": _answer,
    "selesai": _finish,
    "sunyi": _silent,
    "tolak": _refuse,
    "alih": _forward,
    "spam": _spam,
}
