"""A small budget of the invented village, in rupiah; it balances."""

from datetime import date

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.actions import put_content
from desa.transparency.budgets.actions import finish_publishing, start_publishing
from desa.transparency.budgets.actions.publishing import DATA_TYPES, Made
from desa.transparency.budgets.enums import Axis, Medium, Stage
from desa.transparency.budgets.models import Activity, BudgetLine, BudgetName, BudgetVersion
from desa.transparency.budgets.queries import figures, lines_of, names_of
from desa.transparency.budgets.rules.lines import Line
from desa.transparency.budgets.rules.package import LINES_CSV, files_of, packed

CLERK = SystemActor("uji")

ADDRESS = "desa.example/pengaduan, 0343-631000"


def line(
    kegiatan: str,
    akun: str,
    rupiah: int,
    fund: str = "DDS",
    *,
    before: int | None = None,
    realised: int | None = None,
    name: str = "",
) -> Line:
    return Line(
        kegiatan=kegiatan,
        akun=akun,
        funds=(fund,),
        name=name or f"Belanja {akun}",
        amount=rupiah * 100,
        before=None if before is None else before * 100,
        realised=None if realised is None else realised * 100,
    )


LINES = (
    line("", "4.1.1", 45_000_000, "PAD", name="Hasil usaha desa"),
    line("", "4.2.1", 312_450_000, name="Dana Desa"),
    line("", "4.2.3", 498_700_000, "ADD", name="Alokasi Dana Desa"),
    line("1.1.01", "5.1.1.01", 400_000_000, "ADD", name="Penghasilan tetap kepala desa"),
    line("1.1.04", "5.2.1.01", 98_700_000, "ADD", name="Belanja perlengkapan kantor"),
    line("2.3.10", "5.3.5.01", 96_500_000, name="Jalan lingkungan Dusun Rajeg"),
    line("2.3.11", "5.3.5.02", 200_000_000, name="Saluran air Dusun Winog"),
    line("2.3.11", "5.2.1.05", 50_000_000, name="Honor tim pelaksana"),
    line("3.1.02", "5.2.1.01", 25_950_000, "PAD", name="Pos kamling"),
    line("", "6.1.1", 15_000_000, "SiLPA", name="SiLPA tahun sebelumnya"),
)
NAMES = {
    (Axis.KEGIATAN, "1"): "BIDANG PENYELENGGARAAN PEMERINTAHAN DESA",
    (Axis.KEGIATAN, "1.1"): "Penghasilan tetap, tunjangan, dan operasional",
    (Axis.KEGIATAN, "1.1.01"): "Penyediaan penghasilan tetap kepala desa",
    (Axis.KEGIATAN, "1.1.04"): "Penyediaan operasional pemerintah desa",
    (Axis.KEGIATAN, "2"): "BIDANG PELAKSANAAN PEMBANGUNAN DESA",
    (Axis.KEGIATAN, "2.3"): "Pekerjaan umum dan penataan ruang",
    (Axis.KEGIATAN, "2.3.10"): "Jalan lingkungan Dusun Rajeg",
    (Axis.KEGIATAN, "2.3.11"): "Saluran air Dusun Winog",
    (Axis.KEGIATAN, "3"): "BIDANG PEMBINAAN KEMASYARAKATAN",
    (Axis.KEGIATAN, "3.1.02"): "Pos keamanan desa",
    (Axis.AKUN, "4.1"): "PENDAPATAN ASLI DESA",
    (Axis.AKUN, "4.2.1"): "Dana Desa",
    (Axis.AKUN, "4.2.3"): "Alokasi Dana Desa",
}


def prepared(
    year: int = 2026,
    stage: Stage = Stage.ENACTED,
    number: int = 1,
    lines: tuple[Line, ...] = LINES,
    **fields: object,
) -> BudgetVersion:
    """A version as an import leaves it, in the open village."""
    version = BudgetVersion(
        year=year,
        stage=stage,
        number=number,
        digest="0" * 64,
        created_by_label="uji",
        **fields,
    )
    version.save()
    add_lines(version, lines)
    BudgetName.objects.bulk_create(
        BudgetName(version=version, axis=axis, code=code, name=name)
        for (axis, code), name in NAMES.items()
    )
    return version


def add_lines(version: BudgetVersion, lines: tuple[Line, ...]) -> None:
    def money(sen: int | None) -> Rupiah | None:
        return None if sen is None else Rupiah(sen)

    BudgetLine.objects.bulk_create(
        BudgetLine(
            version=version,
            position=place,
            kegiatan=each.kegiatan,
            akun=each.akun,
            funds=list(each.funds),
            name=each.name,
            amount=Rupiah(each.amount),
            before=money(each.before),
            realised=money(each.realised),
        )
        for place, each in enumerate(lines, start=1)
    )


def complete(**fields: object) -> BudgetVersion:
    """A version to which nothing is missing for publishing."""
    known: dict[str, object] = {
        "legal_number": "6 Tahun 2025",
        "legal_date": date(2025, 12, 22),
        "bpd_date": date(2025, 12, 20),
        "complaint_address": ADDRESS,
    }
    version = prepared(**{**known, **fields})  # type: ignore[arg-type]
    codes = set(version.lines.exclude(kegiatan="").values_list("kegiatan", flat=True))
    Activity.objects.bulk_create(
        Activity(version=version, kegiatan=code, office=Office.KASI_KESEJAHTERAAN)
        for code in sorted(codes)
    )
    return version


def publish(version: BudgetVersion) -> BudgetVersion:
    """With its data; the printed media are left out, which take their time."""
    start_publishing(by=CLERK, version=version)
    version.refresh_from_db()
    shown = figures(version)
    tables = files_of(shown, version.stage, lines_of(version), names_of(version))
    contents = {Medium.CSV: tables[LINES_CSV], Medium.PACKAGE: packed(tables)}
    made = [
        Made(medium, put_content(content), len(content), DATA_TYPES[medium])
        for medium, content in contents.items()
    ]
    finish_publishing(by=CLERK, version=version, shown=shown, made=made, at=clock.now())
    version.refresh_from_db()
    return version


def published(**fields: object) -> BudgetVersion:
    return publish(complete(**fields))
