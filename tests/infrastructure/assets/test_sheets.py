"""The workbook of assets: what goes out comes in again, and a wrong cell is named."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from desa.foundation.accounts.enums import Office
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.sheets.queries.workbooks import OutSheet, read_workbook_bytes, write_workbook
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.infrastructure.assets import actions
from desa.infrastructure.assets.enums import Condition, Origin, Use
from desa.infrastructure.assets.exceptions import AssetRefused
from desa.infrastructure.assets.models import Asset
from desa.infrastructure.assets.rules.sheet import COLUMNS, SheetRow, column_places, read_rows
from tests.factories import enter, officeholder
from tests.infrastructure.assets.conftest import Officials, Register, rp

pytestmark = pytest.mark.django_db
HEAD = ("jenis", "nama", "keadaan", "harga", "dibeli", "dusun")
GOOD = ("router", "Router MikroTik", "rusak", 1_050_000, 2021, "Rajeg")


@pytest.fixture
def clerk(hall: Officials) -> Client:
    Area.objects.create(kind=AreaKind.DUSUN, name="Rajeg")
    return enter(hall[Office.KAUR_TU])


def book(*rows: tuple[object, ...], head: tuple[str, ...] = HEAD) -> SimpleUploadedFile:
    content = write_workbook([OutSheet("Aset", head, rows)])  # type: ignore[arg-type]
    return SimpleUploadedFile("aset.xlsx", content)


def upload(client: Client, file: SimpleUploadedFile, key: str = "") -> tuple[int, str]:
    form = {"kirim_id": key or str(uuid4()), "file": file}
    response = client.post(reverse("assets:import"), form)
    return response.status_code, response.content.decode()


def test_a_good_sheet_is_taken_whole(clerk: Client) -> None:
    status, _page = upload(clerk, book(GOOD, ("Pencetak", "Printer", "", None, None, None)))
    assert status == 302
    first, second = Asset.objects.order_by("code")
    assert (first.price, first.condition, str(first.area)) == (
        rp(1_050_000),
        Condition.BROKEN,
        "Rajeg",
    )
    assert (first.bought_on, first.bought_year_only) == (date(2021, 7, 1), True)
    assert (second.kind, second.price, second.condition) == ("printer", None, Condition.UNKNOWN)


def test_the_same_upload_twice_counts_once(clerk: Client) -> None:
    key = str(uuid4())
    upload(clerk, book(GOOD), key)
    upload(clerk, book(GOOD), key)
    assert Asset.objects.count() == 1


def test_one_wrong_cell_keeps_everything_out_and_is_named(clerk: Client) -> None:
    wrong = ("kulkas", "Kulkas", "hancur", "1,050,000", "31-02-2021", "Entah")
    status, page = upload(clerk, book(GOOD, wrong))
    assert status == 422
    assert "5 sel tidak terbaca" in page
    for words in ("kulkas", "hancur", "Apakah maksudnya", "dusun"):
        assert words in page
    assert not Asset.objects.exists()


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (book(GOOD, head=("apa", "nama", "keadaan", "harga", "dibeli", "dusun")), "jenis"),
        (book(*[GOOD] * 501), "500"),
        (SimpleUploadedFile("aset.xlsx", b"bukan lembar kerja"), ""),
    ],
)
def test_a_sheet_that_cannot_be_read_is_refused_in_words(
    clerk: Client, file: SimpleUploadedFile, words: str
) -> None:
    status, page = upload(clerk, file)
    assert (status, words in page) == (422, True)
    assert not Asset.objects.exists()


def test_an_empty_sheet_is_refused(clerk: Client) -> None:
    assert upload(clerk, book())[0] == 409


def test_what_goes_out_comes_in_again(clerk: Client, register: Register) -> None:
    area = Area.objects.get()
    register(
        "printer",
        Condition.WORKS,
        name="Printer loket",
        price=rp(1_900_000),
        price_estimated=True,
        bought_on=date(2023, 5, 12),
        area=area,
        place="loket",
        serial="0012",
        use=Use.SPARE,
        origin=Origin.CSR,
        warranty_until=date(2027, 1, 1),
        yearly_fee=rp(120_000),
    )
    content = clerk.get(reverse("assets:export")).content
    assert content.startswith(b"PK")
    file = SimpleUploadedFile("aset.xlsx", content)
    assert upload(clerk, file)[0] == 409
    original = Asset.objects.get()
    Asset.objects.update(code="TIK-0900")
    assert upload(clerk, SimpleUploadedFile("aset.xlsx", content))[0] == 302
    copy = Asset.objects.exclude(pk=original.pk).get()
    for name in actions.AssetFacts.__dataclass_fields__:
        assert getattr(copy, name) == getattr(original, name), name


def test_the_workbook_holds_no_custodian(clerk: Client, register: Register) -> None:
    register(holder=officeholder(Office.KAUR_TU))
    content = clerk.get(reverse("assets:export")).content
    sheet = read_workbook_bytes(content, "aset.xlsx").sheets[0]
    assert tuple(sheet.rows[0].cells) == COLUMNS
    assert not any("HARIYONO" in str(cell) for row in sheet.rows for cell in row.cells)


def test_a_row_with_a_code_of_ours_is_refused(register: Register, hall: Officials) -> None:
    asset = register()
    row = SheetRow(2, {"kode": asset.code, "jenis": "router", "nama": "Router"})
    with pytest.raises(AssetRefused, match="sudah tercatat"):
        actions.import_assets(by=hall[Office.SEKDES], rows=[row], key=uuid4())


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("harga", "1.050.000", Rupiah.of(1_050_000)),
        ("harga", 1050000.0, Rupiah.of(1_050_000)),
        ("harga", "", None),
        ("dibeli", "2023", (date(2023, 7, 1), True)),
        ("dibeli", date(2023, 5, 12), (date(2023, 5, 12), False)),
        ("dibeli", None, (None, False)),
        ("garansi_sampai", "17 Agustus 2026", date(2026, 8, 17)),
        ("harga_perkiraan", "Ya", True),
        ("harga_perkiraan", None, False),
        ("nomor_seri", 12.0, "12"),
    ],
)
def test_cells_are_read_as_people_fill_them(column: str, cell: object, value: object) -> None:
    head = ("jenis", "nama", column)
    rows, faults = read_rows(
        head, [(2, ("router", "Router", cell))], {"jenis": {"router": "router"}}
    )
    assert faults == []
    assert rows[0].values[column] == value


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("harga", -5, "minus"),
        ("harga", "-5.000", "minus"),
        ("nama", "", "empty"),
        ("jenis", "x", "choice"),
    ],
)
def test_a_cell_that_cannot_be_is_a_fault(column: str, cell: object, code: str) -> None:
    cells = {"jenis": "router", "nama": "Router", "harga": None, column: cell}
    known = {"jenis": {"router": "router"}}
    _rows, [fault] = read_rows(tuple(cells), [(7, tuple(cells.values()))], known)
    assert (fault.number, fault.column, fault.problem.code) == (7, column, code)


def test_columns_stand_in_any_order_and_strange_ones_are_passed_over() -> None:
    assert column_places(["Nama", "warna", " JENIS ", "nomor seri"]) == {
        "jenis": 2,
        "nama": 0,
        "nomor_seri": 3,
    }
    with pytest.raises(ValueProblem, match="nama"):
        column_places(["jenis"])
