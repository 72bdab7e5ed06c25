"""One act, every medium: what was published is read back from each of them and compared to the sen."""

import csv
import io
import json
import zipfile
from collections import defaultdict

import pytest
from django.test import Client
from PIL import Image

from desa.foundation.tenancy.models import Village
from desa.transparency.budgets.actions import publish_now, start_publishing
from desa.transparency.budgets.enums import Medium
from desa.transparency.budgets.models import BudgetVersion
from desa.transparency.budgets.queries import figures
from tests.transparency.budgets.reading import (
    Sums,
    picture_as_pdf,
    qr_in,
    read_totals,
    text_of,
)
from tests.transparency.budgets.samples import CLERK, complete

pytestmark = pytest.mark.slow
ADDRESS = "/apbdes/2026/ditetapkan-1/"
PAPERS = (Medium.BOARD, Medium.BOARD_PLAIN, Medium.BANNER, Medium.HANDOUT, Medium.SPEECH)
SUMS = {
    "income": 856_150_000_00,
    "spending": 871_150_000_00,
    "surplus": -15_000_000_00,
    "receipts": 15_000_000_00,
    "outlays": 0,
    "left": 0,
}


@pytest.fixture
def version(scope: Village) -> BudgetVersion:
    scope.public_address = "https://desa.example"
    scope.save()
    started = start_publishing(by=CLERK, version=complete())
    publish_now(by=CLERK, version=started)
    started.refresh_from_db()
    return started


def _file(client: Client, medium: Medium) -> bytes:
    answer = client.get(f"{ADDRESS}berkas/{medium}/")
    assert answer.status_code == 200, medium
    return answer.content or b"".join(answer)


def _table(content: bytes) -> Sums:
    """Sen by the side of the money, from the open data."""
    sums: dict[str, int] = defaultdict(int)
    for row in csv.DictReader(io.StringIO(content.decode())):
        side = {"4": "income", "5": "spending"}.get(row["akun_kode"], "")
        if not side:
            side = "receipts" if row["arah"] == "revenue" else "outlays"
        sums[side] += int(row["anggaran"].replace(".", ""))
    return dict(sums)


def test_every_medium_of_one_act_shows_the_sums_that_were_published(
    client: Client, version: BudgetVersion
) -> None:
    for medium in PAPERS:
        found = read_totals(medium, _file(client, medium))
        assert {key: SUMS[key] for key in found} == found, medium
    picture = read_totals(Medium.PICTURE, picture_as_pdf(figures(version)))
    assert {key: SUMS[key] for key in picture} == picture


def test_page_shows_them_too(client: Client, version: BudgetVersion) -> None:
    page = client.get(ADDRESS).content.decode()
    for words in ("Rp871.150.000", "Rp0, pas"):
        assert words in page


def test_table_and_package_hold_the_same_lines(client: Client, version: BudgetVersion) -> None:
    alone = _file(client, Medium.CSV)
    with zipfile.ZipFile(io.BytesIO(_file(client, Medium.PACKAGE))) as package:
        described = json.loads(package.read("datapackage.json"))
        packed = package.read(described["resources"][0]["path"])
    assert packed == alone
    known = {"income", "spending", "receipts"}
    assert {key: value for key, value in _table(alone).items() if value} == {
        key: SUMS[key] for key in known
    }


def test_one_name_of_the_version_stands_on_everything(
    client: Client, version: BudgetVersion
) -> None:
    name = version.version_id
    assert name in client.get(ADDRESS).content.decode()
    for medium in PAPERS:
        content = _file(client, medium)
        text = content.decode() if medium is Medium.SPEECH else text_of(content)
        assert name in text, medium
    assert name in text_of(picture_as_pdf(figures(version)))


def test_picture_is_a_picture_whose_code_leads_to_the_page(
    client: Client, version: BudgetVersion
) -> None:
    picture = Image.open(io.BytesIO(_file(client, Medium.PICTURE)))
    assert picture.size == (1080, 1350)
    assert qr_in(picture.convert("RGB")) == [f"https://desa.example{ADDRESS}"]
