"""Assets in real Chromium: axe and narrow screens, with everything an asset can be."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from desa.foundation.accounts.actions import Appointment, appoint
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.actions import Identity, found_village
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import village_scope
from desa.infrastructure.assets.demo import make_demo
from desa.infrastructure.assets.models import Asset, Disposal
from desa.infrastructure.assets.queries import open_orders
from tests.chromium import axe_findings, chromium, opened, too_wide
from tests.factories import enter, official
from tests.infrastructure.assets.conftest import WIB

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db]
Pages = dict[str, str]
SYSTEM = SystemActor("uji")
NOVEMBER = datetime(2026, 11, 24, 9, 0, tzinfo=WIB)
LONG = "Perangkat penerima jaringan tanpa kabel bermerek panjang sekali nomor dua belas milik dusun"


@pytest.fixture(scope="module")
def html(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Pages:
    """The bytes of every page, made before the browser starts; nothing stays."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.frozen(NOVEMBER):
        identity = Identity("35.14.11.2009", "Sumbergedang", "Pandaan", "Pasuruan", "Jawa Timur")
        with village_scope(found_village(by=SYSTEM, identity=identity)) as village:
            for office in (Office.OPERATOR, Office.KAUR_KEUANGAN):
                official(village, office)
            sekdes = official(village, Office.SEKDES)
            found = _pages(sekdes)
        transaction.set_rollback(True)
    return found


@pytest.fixture
def browser(html: Pages, db: None) -> Iterator[Browser]:
    with chromium() as found:
        yield found


def _pages(sekdes: User) -> Pages:
    Area.objects.create(kind="dusun", name="Rajeg")
    appoint(
        by=SYSTEM,
        appointment=Appointment(
            Office.KADES, "Kepala Desa", "Hariyono", date(2024, 1, 1), username="kades"
        ),
    )
    make_demo(1)
    Asset.objects.filter(code="TIK-0002").update(name=LONG, place=LONG, serial="SN-" + "7" * 50)
    broken, gone = open_orders()[0], Disposal.objects.get()
    office = [
        "",
        "baru/",
        "periksa/",
        "periksa/TIK-0002/",
        f"periksa/{gone.asset.code}/",
        "perbaikan/",
        f"perbaikan/{broken.public_id}/tutup/",
        "perawatan/",
        "dana/",
        "dana/isi/",
        "rencana/",
        "impor/",
        "kode/",
        "dihapus/",
        *(f"{row.public_id}/" for row in (broken.asset, gone.asset, _longest())),
        f"{_longest().public_id}/ubah/",
        f"{_longest().public_id}/hapus/",
    ]
    found = {path: _body(Client(), path) for path in ("/aset/", "/en/aset/")}
    client = enter(sekdes)
    return found | {
        f"/kantor/aset/{path}": _body(client, f"/kantor/aset/{path}") for path in office
    }


def _longest() -> Asset:
    return Asset.objects.get(code="TIK-0002")


def _body(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_sticks_out(
    browser: Browser, html: Pages, width: int
) -> None:
    for address, source in html.items():
        page = opened(browser, source, width)
        assert axe_findings(page) == [], address
        assert too_wide(page) == 0, address
        page.close()


def test_the_answers_of_a_check_are_under_the_thumb_without_scrolling(
    browser: Browser, html: Pages
) -> None:
    page = opened(browser, html["/kantor/aset/periksa/TIK-0002/"], 360)
    for words in ("Berfungsi", "Rusak", "Tidak ditemukan"):
        box = page.get_by_role("button", name=words, exact=True).bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["y"] + box["height"] <= 800 - 56
    page.close()


def test_the_public_page_asks_for_little(browser: Browser, html: Pages) -> None:
    page = opened(browser, html["/aset/"], 360)
    count = page.evaluate("performance.getEntriesByType('resource').length")
    assert count + 1 <= 4
    page.close()
