"""Forms of public pages are taken from our own pages only."""

import pytest
from django.test import Client

from desa.foundation.tenancy.models import Village

FORM = "/v/"


@pytest.mark.parametrize("header", ["origin", "referer"])
@pytest.mark.parametrize(
    "claimed",
    ["http://evil.example", "null", "http://[", "http://testserver.evil.example", "testserver", ""],
)
def test_form_of_another_page_is_refused_whatever_it_calls_itself(
    client: Client, village: Village, header: str, claimed: str
) -> None:
    answer = client.post(FORM, {"code": "x"}, headers={header: claimed})
    assert answer.status_code == 403
    assert "dari halaman lain" in answer.content.decode()


def test_form_of_our_own_page_is_read(client: Client, village: Village) -> None:
    answer = client.post(FORM, {"code": "x"}, headers={"origin": "http://testserver"})
    assert answer.status_code != 403
