"""Behind a TLS proxy the office's forms arrive: their origin is https, whatever the proxy speaks to us."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.tenancy.models import Village
from tests.factories import enter

OFFICIALS = "/kantor/akun/pejabat/"


@pytest.fixture
def browser(village: Village, make_official: Callable[[Village, Office], User]) -> Client:
    browser = enter(make_official(village, Office.SEKDES))
    browser.handler.enforce_csrf_checks = True
    return browser


def _send(browser: Client, origin: str) -> int:
    page = browser.get(OFFICIALS).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    form = {"csrfmiddlewaretoken": token[1]}
    headers = {"Host": "testserver", "Origin": origin, "Referer": f"{origin}{OFFICIALS}"}
    return browser.post(OFFICIALS, form, headers=headers).status_code


@pytest.mark.parametrize(
    ("origin", "status"), [("https://testserver", 422), ("http://testserver", 403)]
)
def test_office_form_behind_a_tls_proxy(
    browser: Client, settings: Any, origin: str, status: int
) -> None:
    settings.HTTPS = True
    assert _send(browser, origin) == status


@pytest.mark.parametrize(
    ("origin", "status"), [("http://testserver", 422), ("https://jahat.example", 403)]
)
def test_office_form_on_plain_http(browser: Client, origin: str, status: int) -> None:
    assert _send(browser, origin) == status
