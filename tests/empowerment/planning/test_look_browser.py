"""J7 in real Chromium: every page of a year of proposals, axe, and nothing sticks out of a narrow screen."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from desa.empowerment.planning import actions
from desa.empowerment.planning.models import Proposal, Round
from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.actions import Identity, found_village
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from tests.chromium import axe_findings, chromium, opened, too_wide
from tests.empowerment.planning.samples import (
    CLERK,
    DECIDING,
    MERGING,
    PROPOSING,
    RANKING,
    accepted,
    assessed,
    fresh,
    hamlet,
    on,
    proposed,
    published,
    refused,
    year_of_proposals,
)
from tests.factories import enter, official

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db]
Pages = dict[str, str]
NAMES = (
    "form", "wrong", "summary", "received", "closed", "desk", "take", "meeting", "round", "step",
    "detail", "scores", "ballots", "publish", "list", "proposal", "result", "judge", "code",
)  # fmt: skip
TITLE = "Gorong-gorong di perbatasan Winog dan Rajeg"
TYPED = {"title": TITLE, "story": "Banjir tiap Januari.", "origin": "perempuan", "situs": ""}


@pytest.fixture(scope="module")
def html(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Pages:
    """The bytes of every page by a short name, made before the browser starts; nothing stays."""
    with django_db_blocker.unblock(), transaction.atomic():
        identity = Identity("35.14.11.2009", "Sumbergedang", "Pandaan", "Pasuruan", "Jawa Timur")
        with village_scope(found_village(by=CLERK, identity=identity)) as village:
            found = _walk(village)
        transaction.set_rollback(True)
    return found


@pytest.fixture
def browser(html: Pages, db: None) -> Iterator[Browser]:
    with chromium() as found:
        yield found


def _walk(village: Village) -> Pages:
    """From the form on a phone to the question whether the work is good."""
    year, pages = year_of_proposals(), Pages()
    visitor = Client(headers={"Origin": "http://testserver"})
    sekdes = enter(official(village, Office.SEKDES))
    _propose(visitor, sekdes, pages)
    rest = [assessed(year, "Sumur bor di Sendi", 80), proposed(year, "Tugu selamat datang desa")]
    _sort(year, sekdes, pages)
    _rank(village, year, sekdes, pages)
    refused(rest[1])
    accepted(rest[0])
    accepted(Proposal.objects.get(title=TITLE))
    with on(*DECIDING):
        pages["publish"] = _read(sekdes, "/kantor/usulan/putusan/")
    published(year)
    Proposal.objects.filter(title=TITLE).update(state="dikonfirmasi")
    _told(visitor, pages)
    return pages


def _read(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def _propose(visitor: Client, sekdes: Client, pages: Pages) -> None:
    with on(7, 1):
        pages["closed"] = _read(visitor, "/usulan/kirim/")
    with on(*PROPOSING):
        typed = TYPED | {"area": str(hamlet().pk)}
        pages["form"] = _read(visitor, "/usulan/kirim/")
        pages["wrong"] = visitor.post("/usulan/kirim/", {"situs": "x"}).content.decode()
        pages["summary"] = visitor.post("/usulan/kirim/", typed).content.decode()
        sent = visitor.post("/usulan/kirim/", typed | {"kirim_id": str(uuid4())})
        pages["received"] = _read(visitor, sent["Location"])
        for name, path in (("take", "baru/"), ("meeting", "musdus/"), ("round", "tahapan/")):
            pages[name] = _read(sekdes, f"/kantor/usulan/{path}")


def _sort(year: Round, sekdes: Client, pages: Pages) -> None:
    made = Proposal.objects.get(title=TITLE)
    same = proposed(year, "Gorong-gorong perbatasan Rajeg Winog", area=hamlet("Rajeg"))
    with on(*MERGING):
        pages["step"] = _read(sekdes, f"/kantor/usulan/{same.public_id}/langkah/gabung/")
        pages["detail"] = _read(sekdes, f"/kantor/usulan/{same.public_id}/")
        actions.merge_proposals(by=CLERK, proposal=same, into=made)
        told = {"authority": "desa", "cost": "38.000.000", "benefits": "80"}
        sekdes.post(f"/kantor/usulan/{made.public_id}/langkah/nilai/", told)
    assert fresh(made).cost is not None


def _rank(village: Village, year: Round, sekdes: Client, pages: Pages) -> None:
    operator = enter(official(village, Office.OPERATOR))
    with on(*RANKING):
        pages["scores"] = _read(sekdes, "/kantor/usulan/nilai/")
        sekdes.post("/kantor/usulan/nilai/", {"n1": "90", "n2": "80"})
        for sheet in range(1, 12):
            for client in (sekdes, operator):
                data = {"sheet": sheet, "choices": "1 2", "area": hamlet().pk, "sex": ""}
                client.post("/kantor/usulan/pilihan/", data)
        assert sekdes.post("/kantor/usulan/pilihan/hitung/").status_code == 302
        pages["ballots"] = _read(sekdes, "/kantor/usulan/pilihan/")
        pages["desk"] = _read(sekdes, "/kantor/usulan/")


def _told(visitor: Client, pages: Pages) -> None:
    made = Proposal.objects.get(title=TITLE)
    addresses = {
        "list": "/usulan/",
        "proposal": f"/usulan/2027/{made.number}/",
        "result": "/usulan/2027/",
        "judge": f"/usulan/status/{made.status_code}/",
        "code": "/usulan/status/",
    }
    pages.update({name: _read(visitor, path) for name, path in addresses.items()})


@pytest.mark.parametrize("name", NAMES)
def test_page_is_sound_for_everyone_and_fits_a_phone(
    browser: Browser, html: Pages, name: str
) -> None:
    assert axe_findings(opened(browser, html[name])) == []
    narrow = opened(browser, html[name], 360, 800)
    assert axe_findings(narrow) == []
    assert too_wide(narrow) <= 0


def test_journey_ends_with_every_answer_and_the_question(html: Pages) -> None:
    assert "4 dari 4 usulan" in html["result"]
    assert "Tiga cara memilih" in html["result"]
    assert "Apakah pekerjaannya sudah beres?" in html["judge"]
    assert "Digabung" not in html["judge"]
