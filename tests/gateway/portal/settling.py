"""What the tests of the settings share."""

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client

from desa.foundation.core.actions import SystemActor

CLERK = SystemActor("uji")
TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
BASE = "/kantor/pengaturan/"
SERVICE = "keterangan-usaha"


def sent(client: Client, page: str, **data: Any) -> Any:
    """Stored: the page is shown again and says so."""
    answer = client.post(BASE + page, data)
    assert answer.status_code == 302, re.findall(
        r'class="err">.*?<span>(.*?)<', answer.content.decode()
    )
    assert "Tersimpan." in client.get(answer["Location"]).content.decode()
    return answer


def refused(client: Client, page: str, words: str, **data: Any) -> None:
    answer = client.post(BASE + page, data)
    assert answer.status_code == 422
    assert words in answer.content.decode()
