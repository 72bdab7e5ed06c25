"""Stickers that a phone reads, the one page for Musrenbangdes, and the demo that fills both."""

import json
import time
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from desa.foundation.accounts.models import User
from desa.foundation.tenancy.models import Village
from desa.infrastructure.assets import actions
from desa.infrastructure.assets.actions import LineFacts
from desa.infrastructure.assets.engine.sheets import LABELS, ONE_PAGE, picture_sheet
from desa.infrastructure.assets.enums import Condition
from desa.infrastructure.assets.models import Asset
from desa.infrastructure.assets.queries import balance
from desa.infrastructure.assets.queries.printing import (
    label_sheet,
    label_values,
    musrenbang_page,
    musrenbang_values,
)
from tests.infrastructure.assets.conftest import Register, disposed, rp

ADDRESS = "https://sumbergedang.example"


@pytest.fixture
def public(scope: Village) -> Village:
    scope.public_address = ADDRESS
    scope.save()
    return scope


def read_codes(assets: list[Asset], ppi: float = 200) -> set[str]:
    found = set()
    for page in picture_sheet(LABELS, label_values(assets), ppi=ppi):
        picture = Image.open(BytesIO(page)).convert("L")
        found |= {code.text for code in zxingcpp.read_barcodes(picture)}
    return found


@pytest.mark.usefixtures("public")
def test_every_sticker_leads_to_the_check_of_its_own_asset(register: Register) -> None:
    assets = [register(name=f"Router {number}") for number in range(26)]
    assert read_codes(assets) == {
        f"{ADDRESS}/kantor/aset/periksa/{asset.code}/" for asset in assets
    }


@pytest.mark.usefixtures("public")
def test_twenty_four_stickers_fill_a_page(register: Register) -> None:
    assets = [register() for _number in range(25)]
    reader = PdfReader(BytesIO(label_sheet(assets)))
    assert len(reader.pages) == 2
    assert len(PdfReader(BytesIO(label_sheet(assets[:24]))).pages) == 1
    words = reader.pages[0].extract_text()
    assert "TIK-0024" in words
    assert "TIK-0025" not in words
    assert "Milik Desa Sumbergedang" in words


@pytest.mark.usefixtures("scope")
def test_without_an_address_there_is_no_qr_but_the_code(register: Register) -> None:
    asset = register()
    values = label_values([asset])["labels"][0]
    assert (values["qr"], values["code"]) == ("", "TIK-0001")
    assert "kantor desa" in values["words"]
    assert read_codes([asset]) == set()
    assert "TIK-0001" in PdfReader(BytesIO(label_sheet([asset]))).pages[0].extract_text()


@pytest.mark.usefixtures("public")
def test_the_longest_name_stays_on_its_sticker(register: Register) -> None:
    asset = register(name="Perangkat " * 12)
    assert len(PdfReader(BytesIO(label_sheet([asset]))).pages) == 1
    assert read_codes([asset])


def _text(content: bytes) -> str:
    pages = PdfReader(BytesIO(content)).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


def test_the_page_says_what_is_needed_given_and_missing(register: Register, sekdes: User) -> None:
    register("switch", Condition.WORKS, price=rp(7_000_000), yearly_fee=rp(17_400_000))
    register("router", Condition.BROKEN, name="Router rusak")
    facts = LineFacts(2026, "5.2.5.05", "Internet", rp(9_000_000), "APBDes 2026")
    actions.set_upkeep_line(by=sekdes, facts=facts)
    words = _text(musrenbang_page())
    need = 17_400_000 + 1_000_000 + 1_800_000 // 5
    for part in (
        f"Rp{need:,}".replace(",", "."),
        "Rp9.000.000",
        f"Kurang Rp{need - 9_000_000:,}".replace(",", "."),
        "Router rusak",
        "(perkiraan)",
        "20 % nilai perangkat",
        "Sambungan internet",
    ):
        assert part in words


def test_the_page_says_when_nobody_knows_the_budget(register: Register) -> None:
    register()
    words = _text(musrenbang_page())
    assert "belum diisi" in words
    assert "Kurang Rp" not in words


@pytest.mark.usefixtures("keeper")
def test_the_page_of_a_village_without_assets_is_a_page() -> None:
    assert "Tercatat 0" in _text(musrenbang_page())


def test_enough_money_is_said_as_enough(register: Register, sekdes: User) -> None:
    register("switch", price=rp(7_000_000))
    facts = LineFacts(2026, "5.2.5.05", "Internet", rp(9_000_000), "APBDes 2026")
    actions.set_upkeep_line(by=sekdes, facts=facts)
    assert "Anggaran cukup" in _text(musrenbang_page())


def test_a_hundred_broken_assets_still_make_one_page(register: Register) -> None:
    for _number in range(30):
        register("komputer", Condition.BROKEN, name="Komputer meja kantor dengan nama panjang " * 2)
    values = musrenbang_values()
    assert len(values["urgent"]) == 8
    assert json.dumps(values)
    assert len(picture_sheet(ONE_PAGE, values)) == 1


def test_what_was_written_off_is_on_no_page(register: Register, sekdes: User) -> None:
    asset = register("router", Condition.BROKEN, name="Router rusak")
    disposed(sekdes, asset)
    assert musrenbang_values()["total"] == 0


@pytest.mark.usefixtures("public")
def test_the_list_of_a_thousand_is_quick(register: Register, sekdes: User) -> None:
    """One sum of upkeep over 1,000 assets well within a page's time."""
    first = register(price=rp(1_000_000))
    rows = [
        Asset(
            code=f"TIK-{number:04}",
            kind="router",
            name="Router",
            registered_on=first.registered_on,
            registered_at=first.registered_at,
            registered_by_label="uji",
        )
        for number in range(2, 1001)
    ]
    Asset.objects.bulk_create(rows)
    before = time.perf_counter()
    assert balance(2026).need.unpriced == 999
    assert time.perf_counter() - before < 2
