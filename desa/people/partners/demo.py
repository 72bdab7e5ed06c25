"""Desa contoh: partners with and without a basis in force, a year of joint work, two forums."""

from base64 import b64decode
from datetime import date, time, timedelta

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.scope import current_village
from desa.people.partners import actions
from desa.people.partners.actions import (
    ActivityFacts,
    BasisFacts,
    DecisionFacts,
    DeliverableFacts,
    FundFacts,
    MeetingFacts,
    MemberFacts,
    Minutes,
    PartnerFacts,
    Report,
)
from desa.people.partners.enums import (
    BasisKind,
    DeliverableKind,
    Element,
    MeetingKind,
    MoneyClass,
    PartnerKind,
)
from desa.people.partners.models import Activity, Meeting, Participation, Partner
from desa.people.partners.queries import dusun, free_accounts, today
from desa.people.partners.rules.sheet import Line

DEMO = SystemActor("desa contoh")
STRIPES = (
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1td"
    "hbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk"
    "pKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAgADADASIAAhEBAxEB/8QAGAAAAwEBAAAAAAAAAAAAAAAAAwQFBgL/xAAn"
    "EAABAgQEBgMAAAAAAAAAAAABAgQAAxESBiE0cwUTRHGBsYKRwf/EABYBAQEBAAAAAAAAAAAAAAAAAAACAf/EABgRAQEB"
    "AQEAAAAAAAAAAAAAAAEAEgIR/9oADAMBAAIRAxEAPwC45eSGlvPmWXVpkTWnaOm7mU6QVyV3JBoTQjPzEnEnTfL8g+Hd"
    "CvdPoRlOnXkwjijKYtKETqqUQALTmfqCuXkhpbz5ll1aZE1p2jLsdc33U+4qYk6b5fkKTtytWbuZTpBXJXckGhNCM/MA"
    "RxRlMWlCJ1VKIAFpzP1C+HdCvdPoREY65vup9wj2+FUxJ03y/IPh3Qr3T6EOuWch3bz5d9taZkUr2jpu2lNUFElFqSak"
    "VJz8wqy69sqx1zfdT7ipiTpvl+Q+jhbKWtK0SaKSQQbjkfuCuWch3bz5d9taZkUr2hScOUksO6Fe6fQiIx1zfdT7jVN2"
    "0pqgokotSTUipOfmAI4WylrStEmikkEG45H7hHh8L//Z"
)
"""A JPEG of a few green stripes: nobody is on it."""

PARTNERS: tuple[tuple[str, str, str, str, str, int, int | None], ...] = (
    ("g4s", PartnerKind.POKMAS, "Pokmas Go4Sumbergedang", "G4S", "Merawat Wi-Fi, situs, dan perangkat desa.", 330, 37),
    ("gps", PartnerKind.POKMAS, "Pokmas GPS", "GPS", "Menggerakkan program desa digital di dusun.", 330, 37),
    ("taruna", PartnerKind.YOUTH, "Karang Taruna Bina Muda", "Karang Taruna", "Pelatihan pemuda dan Lapak.", 500, 600),
    ("pkk", PartnerKind.PKK, "TP PKK Desa", "PKK", "Pos pelayanan, dasawisma, dan kelas ibu.", 700, 400),
    ("lpmd", PartnerKind.LPMD, "LPMD Sumbergedang", "LPMD", "Menampung usul dan gotong royong.", 800, -20),
    ("bumdes", PartnerKind.BUMDES, "BUM Desa Gedang Jaya", "BUM Desa", "Usaha desa.", 900, None),
    ("kampus", PartnerKind.UNIVERSITY, "Universitas Contoh Jawa Timur", "Kampus", "KKN literasi digital.", 200, 160),
    ("isp", PartnerKind.ISP, "CV Jaringan Contoh", "Jaringan Contoh", "Menyambung internet titik dusun.", 300, 65),
)  # fmt: skip
OFFICERS = (
    ("Ketua", "ANTON WIJAYA"),
    ("Sekretaris", "LILIK HANDAYANI"),
    ("Bendahara", "SUGENG RIYADI"),
)
CAME: tuple[tuple[str, str, str], ...] = (
    ("Suparno", "L", Element.RT_RW), ("Siti Aminah", "P", Element.WOMEN),
    ("Sulastri", "P", Element.CADRE), ("Hadi Santoso", "L", Element.BPD),
    ("Anton Wijaya", "L", Element.POKMAS), ("Lilik Handayani", "P", Element.POKMAS),
    ("Mbah Karto", "L", Element.LEADER), ("Nur Kholifah", "P", Element.RELIGION),
    ("Rizky Maulana", "L", Element.YOUTH), ("Fina Lestari", "P", Element.YOUTH),
    ("Wagiman", "L", Element.FARMERS), ("Sri Wahyuni", "P", Element.DISABILITY),
    ("Slamet", "L", Element.RESIDENT), ("Tumini", "P", Element.POOR),
)  # fmt: skip
MINUTES = (
    "Kaur Perencanaan memaparkan titik Wi-Fi dan biaya perawatannya setahun.\n"
    "Warga Sendi mengusulkan satu titik lagi di balai dusun; warga Rajeg meminta jam layanan malam.\n"
    "G4S menjawab bahwa adaptor sering rusak karena listrik turun. Disepakati membeli pelindung listrik.\n"
    "Tujuh dari sembilan usul warga masuk daftar kerja."
)
AGENDA = "1. Pembukaan\n2. Paparan perangkat dan Wi-Fi\n3. Usul warga\n4. Keputusan"


def make_demo(_seed: int) -> None:
    found = {row[0]: _partner(*row[1:]) for row in PARTNERS}
    _members(found["g4s"])
    _account(found["g4s"])
    _agreement(found["kampus"])
    for days_ago, title, keys, funds in _activities():
        _activity(days_ago, title, [found[key] for key in keys], funds)
    _forum(found)
    _coming()


def _day(days_ago: int) -> date:
    return today() - timedelta(days=days_ago)


def _partner(kind: str, name: str, short: str, task: str, age: int, left: int | None) -> Partner:
    facts = PartnerFacts(kind, name, short, task)
    with clock.frozen(clock.now() - timedelta(days=age)):
        partner = actions.register_partner(by=DEMO, facts=facts)
    if left is None:
        return partner
    outside = kind in {PartnerKind.UNIVERSITY, PartnerKind.ISP}
    kind_of = BasisKind.AGREEMENT if outside else BasisKind.DECREE
    begun, ends = _day(age), today() + timedelta(days=left)
    number = f"188/{len(name)}/424.317.2.09/{begun.year}"
    with clock.frozen(clock.now() - timedelta(days=age)):
        basis = BasisFacts(kind_of, number, begun, begun, ends, f"Pembentukan {short}")
        actions.add_basis(by=DEMO, partner=partner, facts=basis)
    return partner


def _members(partner: Partner) -> None:
    for role, name in OFFICERS:
        facts = MemberFacts(name, role, _day(330), is_officer=True)
        actions.add_member(by=DEMO, partner=partner, facts=facts)
    for name in ("Bagus Prasetyo", "Dewi Kartika", "Eko Nugroho"):
        actions.add_member(by=DEMO, partner=partner, facts=MemberFacts(name, "Anggota", _day(200)))


def _account(partner: Partner) -> None:
    for user in free_accounts()[:1]:
        actions.give_account(by=DEMO, partner=partner, user=user)


def _agreement(partner: Partner) -> None:
    basis = partner.bases.get()
    rows = (
        (DeliverableKind.TRAINING, "Tiga kelas literasi digital di dusun", 60),
        (DeliverableKind.HANDOVER, "Semua kata sandi, kode sumber, dan akun domain situs", 10),
        (DeliverableKind.REPORT, "Laporan akhir KKN", -20),
    )
    made = [
        actions.promise_deliverable(
            by=DEMO, basis=basis, facts=DeliverableFacts(kind, title, _day(due))
        )
        for kind, title, due in rows
    ]
    proof = "Daftar hadir tiga kelas di balai dusun, disimpan Kaur TU"
    actions.receive_deliverable(by=DEMO, deliverable=made[0], on=_day(64), evidence=proof)


def _activities() -> tuple[tuple[int, str, tuple[str, ...], tuple[FundFacts, ...]], ...]:
    apbdes, dues, csr = MoneyClass.APBDES, MoneyClass.DUES, MoneyClass.CSR
    grant = FundFacts(
        MoneyClass.PROVINCE,
        Rupiah.of(15_000_000),
        False,
        "900/112/NPHD/2026",
        _day(290),
        "Perangkat",
    )
    return (
        (20, "Kelas HP untuk warga 55 tahun ke atas", ("g4s", "taruna"), (
            FundFacts(dues, Rupiah.of(1_500_000)), FundFacts(csr, Rupiah.of(2_000_000)),)),
        (48, "Perbaikan titik Wi-Fi Balai Dusun Rajeg", ("g4s", "isp"), (
            FundFacts(apbdes, Rupiah.of(850_000)),
            FundFacts(csr, Rupiah.of(1_200_000), True, what="Kabel dan tenaga pasang"),)),
        (75, "KKN: memotret produk Lapak", ("kampus", "taruna", "pkk"), (
            FundFacts(dues, Rupiah.of(400_000)),)),
        (110, "Gotong royong tiang pemancar", ("gps", "g4s", "taruna"), (grant,)),
        (6, "Sosialisasi pengaduan lewat HP", ("gps", "pkk"), ()),
    )  # fmt: skip


def _activity(
    days_ago: int, title: str, partners: list[Partner], funds: tuple[FundFacts, ...]
) -> Activity:
    """The newest one still waits for its partners."""
    with clock.frozen(clock.now() - timedelta(days=days_ago)):
        facts = ActivityFacts(title, today(), "Balai desa")
        made = actions.plan_activity(by=DEMO, facts=facts, partners=partners)
        for fund in funds:
            actions.add_fund(by=DEMO, activity=made, facts=fund)
        proof = _photo() if days_ago > 10 else None
        told = Report(today(), 22, "Berjalan lancar; daftar hadir disimpan di kantor desa.", proof)
        actions.report_activity(by=DEMO, activity=made, report=told)
        if days_ago > 10:
            for row in Participation.objects.filter(activity=made):
                code = actions.make_link(by=DEMO, participation=row)
                actions.answer_by_link(code=code.value, took_part=True)
    return made


def _photo() -> StoredFile:
    content = b64decode(STRIPES)
    return register_file(digest=put_content(content), size=len(content), media_type="image/jpeg")


def _forum(found: dict[str, Partner]) -> None:
    meeting = _called(97, "Perawatan Wi-Fi dan perangkat 2027", MeetingKind.MUSDES)
    with clock.frozen(clock.now() - timedelta(days=90)):
        areas = [row.name for row in dusun()][:11] or [""]
        lines = [
            Line(name, sex, element, areas[number % len(areas)])
            for number, (name, sex, element) in enumerate(CAME)
        ]
        actions.take_list(by=DEMO, meeting=meeting, lines=lines)
        proof = "7 dari 9 usul warga masuk daftar kerja, notulen butir 4"
        words = Minutes("Hadi Santoso", "Lilik Handayani", MINUTES, 4, proof)
        actions.write_minutes(by=DEMO, meeting=meeting, minutes=words)
        _decisions(meeting, found["g4s"])
        actions.issue_record(by=_official(Office.SEKDES) or DEMO, meeting=meeting)
    _follow_up(meeting)


def _decisions(meeting: Meeting, partner: Partner) -> None:
    rows = (
        DecisionFacts(
            "Membeli pelindung listrik untuk 6 titik Wi-Fi", _day(-45), Office.KAUR_PERENCANAAN
        ),
        DecisionFacts("Memeriksa semua adaptor dan mencatat umurnya", _day(-55), "", partner),
        DecisionFacts(
            "Mengumumkan jam layanan malam di papan dusun", _day(-70), Office.KASI_PELAYANAN
        ),
        DecisionFacts("Mengusulkan titik baru Sendi di Musrenbangdes", _day(-120), Office.SEKDES),
    )
    for facts in rows:
        actions.decide(by=DEMO, meeting=meeting, facts=facts)


def _follow_up(meeting: Meeting) -> None:
    first, second, _third, fourth = meeting.decisions.order_by("place")
    with clock.frozen(clock.now() - timedelta(days=50)):
        proof = "Nota belanja dan foto pemasangan di enam titik"
        actions.fulfil(by=DEMO, decision=first, on=today(), evidence=proof)
    with clock.frozen(clock.now() - timedelta(days=40)):
        reason = "Ketua G4S sakit, pemeriksaan diteruskan bulan depan"
        actions.move_due(by=DEMO, decision=second, to=today() + timedelta(days=60), reason=reason)
    with clock.frozen(clock.now() - timedelta(days=3)):
        reason = "Jadwal Musrenbangdes kecamatan mundur"
        actions.move_due(by=DEMO, decision=fourth, to=today() + timedelta(days=45), reason=reason)


def _coming() -> None:
    meeting = _called(7, "Musrenbangdes RKPDes tahun depan", MeetingKind.MUSRENBANG)
    names = [
        "Ketua BPD dan anggota",
        "Ketua LPMD",
        "Ketua RT/RW se-desa",
        "Ketua TP PKK",
        "Ketua G4S",
    ]
    actions.invite(by=DEMO, meeting=meeting, names=names)
    actions.issue_invitation(by=_official(Office.SEKDES) or DEMO, meeting=meeting)


def _called(days_ago: int, title: str, kind: str) -> Meeting:
    """Called that long ago, a week before its day, or two before the one that is to come."""
    ahead = 14 if days_ago == 7 else 7
    with clock.frozen(clock.now() - timedelta(days=days_ago)):
        facts = MeetingFacts(kind, title, _day(-ahead), time(19), "Balai desa", AGENDA, True)
        return actions.call_meeting(by=DEMO, facts=facts)


def _official(office: Office) -> User | None:
    held = Membership.objects.select_related("user").filter(
        village=current_village(), office=office
    )
    row = held.first()
    return row.user if row else None
