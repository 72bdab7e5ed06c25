"""Regulations of desa contoh: most in force, one amended, one revoked, two expired, no umbrella yet."""

import textwrap
from dataclasses import dataclass, field
from datetime import date

from desa.foundation.core.actions import SystemActor
from desa.foundation.files.actions import put_content
from desa.transparency.regulations.actions import Entry, Facts, NewFile, record_regulation
from desa.transparency.regulations.engine.pdf import PdfFacts
from desa.transparency.regulations.engine.plain_pdf import plain_pdf
from desa.transparency.regulations.enums import SHORT, Kind, RelationKind, Topic
from desa.transparency.regulations.models import Regulation
from desa.transparency.regulations.rules.lines import PlanLine

DEMO = SystemActor("desa contoh")
AMENDS, REVOKES = RelationKind.AMENDS, RelationKind.REVOKES
IMPLEMENTS, RESTS_ON = RelationKind.IMPLEMENTS, RelationKind.RESTS_ON
TEXT, SCAN, NONE = "text", "scan", ""


@dataclass(frozen=True)
class Sample:
    """`day` is when it was set; `ties` point to earlier samples by their key."""

    key: str
    kind: Kind
    number: str
    day: date
    title: str
    topic: Topic = Topic.GENERAL
    since: date | None = None
    until: date | None = None
    ties: tuple[tuple[RelationKind, str], ...] = ()
    lines: tuple[PlanLine, ...] = ()
    members: tuple[tuple[str, str], ...] = ()
    fulfils: tuple[str, ...] = ()
    subjects: str = ""
    basis: str = ""
    file: str = TEXT
    promulgated: bool = True
    content: tuple[str, ...] = field(default=())


def _line(code: str, year: int = 2026) -> PlanLine:
    return PlanLine("apbdes", year, code)


PERDES, PERKADES, SK, JOINT = Kind.PERDES, Kind.PERKADES, Kind.DECREE, Kind.JOINT
END_2025, END_2026 = date(2025, 12, 31), date(2026, 12, 31)
SAMPLES: tuple[Sample, ...] = (
    Sample("pungutan", PERDES, "2", date(2019, 3, 12), "Pungutan Desa", Topic.LEVY,
           subjects="pungutan, pasar desa", basis="UU 6/2014 Pasal 69", file=SCAN),
    Sample("sotk", PERDES, "3", date(2020, 2, 18), "Susunan Organisasi dan Tata Kerja Pemerintah Desa",
           Topic.ORGANISATION, subjects="perangkat desa", basis="Permendagri 84/2015"),
    Sample("rpjm", PERDES, "1", date(2020, 5, 11), "Rencana Pembangunan Jangka Menengah Desa 2020–2027",
           Topic.TERM_PLAN, until=date(2027, 12, 31), subjects="perencanaan",
           basis="Permendagri 114/2014"),
    Sample("lkd", PERDES, "5", date(2021, 9, 14), "Lembaga Kemasyarakatan Desa",
           subjects="RT, RW, Karang Taruna, Pokmas", basis="Permendagri 18/2018"),
    Sample("wifi-lama", PERKADES, "3", date(2021, 11, 2), "Pemakaian Wi-Fi Balai Desa",
           subjects="internet", file=SCAN),
    Sample("pungutan-2", PERDES, "4", date(2023, 6, 20), "Perubahan atas Peraturan Desa Nomor 2 Tahun 2019 tentang Pungutan Desa",
           Topic.LEVY, ties=((AMENDS, "pungutan"),), subjects="pungutan"),
    Sample("digital", PERKADES, "2", date(2024, 4, 23), "Program Sumbergedang Baru: Desa Digital",
           ties=((REVOKES, "wifi-lama"), (IMPLEMENTS, "rpjm")), lines=(_line("2.6.03"),),
           fulfils=("program-desa-digital",), subjects="desa digital, internet, layanan",
           basis="Permendagri 114/2014"),
    Sample("bersama", JOINT, "1", date(2024, 8, 6), "Kerja Sama Pengelolaan Sampah Antardesa",
           subjects="sampah, kerja sama desa", basis="Permendagri 96/2017", file=NONE),
    Sample("aset", PERDES, "3", date(2024, 10, 1), "Pengelolaan Aset Desa",
           subjects="aset desa", basis="Permendagri 1/2016", file=SCAN),
    Sample("g4s-2025", SK, "188/04/424.317.2.09/2025", date(2025, 1, 13), "Pembentukan Pokmas G4S Tahun 2025",
           until=END_2025, ties=((IMPLEMENTS, "digital"),), fulfils=("sk-pokmas-g4s",), file=SCAN),
    Sample("operator-2025", SK, "188/05/424.317.2.09/2025", date(2025, 1, 13), "Operator Sistem Informasi Desa Tahun 2025",
           until=END_2025, ties=((IMPLEMENTS, "digital"),), fulfils=("sk-operator",), file=SCAN),
    Sample("rkp", PERDES, "6", date(2025, 9, 25), "Rencana Kerja Pemerintah Desa Tahun 2026",
           Topic.WORK_PLAN, since=date(2026, 1, 1), until=END_2026, ties=((IMPLEMENTS, "rpjm"),),
           subjects="perencanaan, RKPDes"),
    Sample("apbdes", PERDES, "8", date(2025, 12, 29), "Anggaran Pendapatan dan Belanja Desa Tahun Anggaran 2026",
           Topic.BUDGET, since=date(2026, 1, 1), until=END_2026, ties=((IMPLEMENTS, "rkp"),),
           lines=(_line("1.4.08"), _line("2.6.03")), subjects="APBDes, anggaran",
           basis="Permendagri 20/2018"),
    Sample("penjabaran", PERKADES, "5", date(2025, 12, 30), "Penjabaran APBDes Tahun Anggaran 2026",
           since=date(2026, 1, 1), until=END_2026, ties=((IMPLEMENTS, "apbdes"),),
           subjects="APBDes, anggaran"),
    Sample("gps", SK, "188/03/424.317.2.09/2026", date(2026, 1, 12), "Pembentukan Pokmas GPS",
           until=date(2028, 12, 31), ties=((IMPLEMENTS, "digital"), (RESTS_ON, "lkd")),
           fulfils=("sk-pokmas-gps",), subjects="Pokmas",
           members=(("Ketua", "Ahmad Fauzi"), ("Sekretaris", "Lestari"))),
    Sample("g4s", SK, "188/04/424.317.2.09/2026", date(2026, 1, 12), "Pembentukan Pokmas G4S",
           until=END_2026, ties=((IMPLEMENTS, "digital"), (RESTS_ON, "lkd"), (IMPLEMENTS, "apbdes")),
           lines=(_line("2.6.03"),), fulfils=("sk-pokmas-g4s",), subjects="Pokmas, Wi-Fi",
           basis="UU 6/2014 Pasal 94\nPermendagri 18/2018",
           members=(("Ketua", "Rizky Pratama"), ("Sekretaris", "Nur Hidayah"),
                    ("Bendahara", "Siti Aminah"))),
    Sample("operator", SK, "188/06/424.317.2.09/2026", date(2026, 1, 12), "Operator Sistem Informasi Desa",
           until=END_2026, ties=((IMPLEMENTS, "digital"),), lines=(_line("1.4.08"),),
           fulfils=("sk-operator",), members=(("Operator", "Dewi Anggraini"),), file=SCAN),
    Sample("maklumat", Kind.OTHER, "1", date(2026, 2, 3), "Maklumat Pelayanan Desa",
           fulfils=("maklumat-layanan",), subjects="layanan surat", ties=((IMPLEMENTS, "digital"),),
           basis="UU 25/2009 Pasal 22", file=NONE,
        promulgated=False),
)  # fmt: skip


def make_demo(_seed: int) -> None:
    made: dict[str, Regulation] = {}
    for sample in SAMPLES:
        made[sample.key] = record_regulation(
            by=DEMO, entry=_entry(sample, made), file=_file(sample)
        )


def _entry(sample: Sample, made: dict[str, Regulation]) -> Entry:
    is_perdes = sample.kind == Kind.PERDES
    order = sample.kind in {Kind.PERDES, Kind.PERKADES, Kind.JOINT} and sample.promulgated
    facts = Facts(
        kind=sample.kind,
        number=sample.number,
        year=sample.day.year,
        title=sample.title,
        topic=sample.topic,
        enacted_on=sample.day,
        promulgated_on=sample.day if order else None,
        bpd_agreed_on=sample.day.replace(day=max(1, sample.day.day - 7)) if is_perdes else None,
        evaluated_on=sample.day.replace(day=max(1, sample.day.day - 2))
        if is_perdes and sample.topic in {Topic.BUDGET, Topic.LEVY}
        else None,
        valid_from=sample.since or sample.day,
        valid_to=sample.until,
        subjects=sample.subjects,
        basis=sample.basis,
        instruments=sample.fulfils,
    )
    ties = tuple((kind, made[key].pk) for kind, key in sample.ties)
    return Entry(facts, ties, sample.lines, sample.members)


def _file(sample: Sample) -> NewFile | None:
    """Of our own making, so no child needs to look into it."""
    if not sample.file:
        return None
    lines = _words(sample) if sample.file == TEXT else []
    content = plain_pdf(lines)
    return NewFile(put_content(content), len(content), PdfFacts(1, "\n".join(lines)))


def _words(sample: Sample) -> list[str]:
    head = [
        "CONTOH - bukan naskah resmi",
        f"{SHORT[sample.kind]} NOMOR {sample.number} TAHUN {sample.day.year}",
        "TENTANG",
        *textwrap.wrap(sample.title.upper(), 60),
    ]
    body = (
        "Menimbang bahwa untuk ketertiban penyelenggaraan pemerintahan desa perlu ditetapkan aturan ini. "
        f"Pasal 1. Aturan ini mengatur {sample.subjects or sample.title.lower()}. "
        "Pasal 2. Biaya yang timbul dibebankan pada APBDes. Pasal 3. Aturan ini diumumkan kepada warga."
    )
    return [*head, "", *textwrap.wrap(body, 80)]
