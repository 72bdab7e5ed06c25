"""The office pages in real Chromium: axe, and a phone as wide as 360 px."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.actions import Identity, found_village
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from tests.chromium import axe_findings, chromium, opened, too_wide
from tests.factories import enter, official
from tests.insight.readiness.evening import fill, measured, running, whole_sub

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]
CLERK = SystemActor("uji")
NIGHT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LIST = "/kantor/rapor/penilaian/"
NAMES = ["desk", "english", "list", "items", "refused", "end"]


@pytest.fixture(scope="module")
def html(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> dict[str, str]:
    """The bytes of every page by a short name, made before the browser starts; nothing stays."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.frozen(NIGHT):
        identity = Identity("35.14.11.2009", "Sumbergedang", "Pandaan", "Pasuruan", "Jawa Timur")
        with village_scope(found_village(by=CLERK, identity=identity)) as village:
            found = _pages(village)
        transaction.set_rollback(True)
    return found


@pytest.fixture
def browser(html: dict[str, str], db: None) -> Iterator[Browser]:
    with chromium() as found:
        yield found


def _pages(village: Village) -> dict[str, str]:
    sekdes, kades = official(village, Office.SEKDES), official(village, Office.KADES)
    fill(sekdes, whole_sub("REG1", 3))
    row = running(village, kades)
    for code, score in (("TRA1", 30), ("INF3", 12)):
        measured(code, score)
    desk, head = enter(sekdes), enter(kades)
    pages = {
        "desk": head.get("/kantor/rapor/").content,
        "list": desk.get(LIST).content,
        "items": desk.get(f"{LIST}reg/").content.replace(b"<details", b"<details open"),
        "refused": desk.post(f"{LIST}butir/sk-pokmas/", {}).content,
        "end": head.get(f"/kantor/rapor/tindakan/berjalan/{row.pk}/").content,
    }
    kades.language = "en"
    kades.save()
    pages["english"] = head.get("/kantor/rapor/").content
    return {name: page.decode() for name, page in pages.items()}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", NAMES)
def test_page_has_no_findings_and_fits(
    browser: Browser, html: dict[str, str], name: str, width: int
) -> None:
    page = opened(browser, html[name], width)
    assert axe_findings(page) == []
    assert too_wide(page) == 0
