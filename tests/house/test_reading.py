"""Who reads English finds English: the office in the account's language, the public under /en/."""

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from desa.foundation.accounts.enums import Language
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from tests.factories import enter, official
from tests.house.permission_table import OPEN, Everyone, Row, allowed, rows_of
from tests.house.reading import indonesian_words
from tests.house.tree import rooms

MADE_UP = {"core:gallery", "core:gallery_office"}  # their samples are Indonesian
PAGES = [row for row in rows_of(rooms()) if row.status == OPEN and row.name not in MADE_UP]


def _english_page(row: Row, village: Village) -> str:
    with village_scope(village):
        address = reverse(row.name, kwargs=dict(row.make(village) if row.make else row.arguments))
    if isinstance(row.who, Everyone):
        return _page(Client(), f"/en{address}")
    office = allowed(row)
    assert office is not None
    user = official(village, office)
    user.language = Language.ENGLISH
    user.save()
    return _page(enter(user), address)


def _page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == OPEN
    assert answer.headers["Content-Language"] == "en"
    is_page = answer.headers["Content-Type"].startswith("text/html")
    return answer.content.decode() if is_page else ""


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row.name)
def test_english_page_holds_no_indonesian_sentence(
    row: Row, village: Village, settings: LazySettings
) -> None:
    assert indonesian_words(_english_page(row, village)) == []


@pytest.mark.parametrize(
    "fault",
    [
        "<p>Surat yang Anda minta</p>",
        "<p><b>Letter</b> sudah siap</p>",
        '<input aria-label="Nama dan dusun">',
        '<a title="Bukan untuk Anda">x</a>',
    ],
)
def test_guard_notices_an_indonesian_sentence(fault: str) -> None:
    assert len(indonesian_words(f"<!doctype html><title>x</title>{fault}")) == 1


def test_guard_lets_village_terms_and_quotations_be() -> None:
    good = (
        '<p>Hamlet (dusun), RT 003, NIK, KK</p><p lang="id">Surat ini untuk warga</p>'
        "<script>// tidak dibaca</script>"
    )
    assert indonesian_words(good) == []
