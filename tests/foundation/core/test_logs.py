import logging
import sys
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils.module_loading import import_string

from desa.foundation.core.logs import MaskedFormatter
from desa.foundation.tenancy.models import Village

NIK = "3514995203550001"


def _line(message: str, *arguments: object, error: bool = False) -> str:
    caught = sys.exc_info() if error else None
    record = logging.LogRecord("x", logging.ERROR, "f.py", 1, message, arguments, caught)
    return MaskedFormatter().format(record)


@pytest.mark.parametrize("text", [NIK, f"NIK={NIK};", f"({NIK})", f"KK{NIK}\n"])
def test_number_in_a_line_is_masked(text: str) -> None:
    line = _line("Not Found: %s", text)
    assert NIK not in line
    assert "3514••••••••••••" in line


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/akun/tautan/QzV5LCRlWpp6xY7y7Di1ju14RRBbZ6Rn/", "/akun/tautan/•••/"),
        ("/en/akun/tautan/-_V5LCRlWpp6xY7y7Di1ju14RRBbZ6Rn/", "/en/akun/tautan/•••/"),
        ("/v/7K3M-9QXT-2B4C-8DFH", "/v/•••"),
        ("/surat/status/K7M4QX/", "/surat/status/•••/"),
        (
            "/pengaduan/lapor/QzV5LCRlWpp6xY7y7Di1ju14RRBbZ6Rn/cerita/",
            "/pengaduan/lapor/•••/cerita/",
        ),
        ("/draf/unggah/QzV5LCRlWpp6xY7y7Di1ju14RRBbZ6Rn/", "/draf/unggah/•••/"),
        ("/pengaduan/lapor/", "/pengaduan/lapor/"),
        ("/kantor/surat/status/", "/kantor/surat/status/"),
    ],
)
def test_code_in_an_address_is_masked(path: str, shown: str) -> None:
    """A password refused as too short is logged with the address of a link that still works."""
    assert _line("Unprocessable Entity: %s", path) == f"Unprocessable Entity: {shown}"


def test_traceback_is_masked_too() -> None:
    try:
        raise ValueError(f"Key (nik)=({NIK}) already exists.")
    except ValueError:
        line = _line("Internal Server Error", error=True)
    assert NIK not in line
    assert "ValueError: Key (nik)=(3514••••••••••••) already exists." in line


@pytest.mark.parametrize("text", ["118646135454695424", "081234567890", "2026-11-24 09:34:16,123"])
def test_other_digits_stay(text: str) -> None:
    assert _line("%s", text) == text


def test_every_log_line_of_the_server_goes_through_it() -> None:
    logging_settings: dict[str, Any] = settings.LOGGING
    formatters = logging_settings["formatters"]
    used = [handler["formatter"] for handler in logging_settings["handlers"].values()]
    made = [import_string(formatters[name]["()"]) for name in used]
    assert made == [MaskedFormatter]


def test_address_with_a_number_is_not_written_down(
    client: Client, village: Village, caplog: pytest.LogCaptureFixture
) -> None:
    client.get(f"/v/{NIK}")
    (record,) = [each for each in caplog.records if each.name == "django.request"]
    assert NIK in record.getMessage()
    assert NIK not in MaskedFormatter().format(record)
