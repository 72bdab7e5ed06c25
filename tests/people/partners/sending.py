"""Sending the forms of the office's pages."""

import re
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

DESK, MEETINGS = "/kantor/mitra/", "/kantor/mitra/musyawarah/"
HIDDEN = re.compile(r'name="kirim_id" value="([^"]+)"')


def html_of(client: Client, address: str = DESK) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def key_of(client: Client, address: str) -> str:
    return str(HIDDEN.findall(html_of(client, address))[0])


def sent(client: Client, address: str, **data: object) -> str:
    """The form at this address, sent; gives where it leads."""
    page = html_of(client, address)
    if keys := HIDDEN.findall(page):
        data["kirim_id"] = keys[0]
    answer = client.post(address, data)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return str(answer["Location"])


def refused(client: Client, address: str, **data: object) -> str:
    if keys := HIDDEN.findall(html_of(client, address)):
        data["kirim_id"] = keys[0]
    answer = client.post(address, data)
    assert answer.status_code == 422
    return answer.content.decode()


def photo() -> SimpleUploadedFile:
    written = BytesIO()
    Image.new("RGB", (60, 40), "#0b5d3b").save(written, "JPEG")
    return SimpleUploadedFile("foto.jpg", written.getvalue(), "image/jpeg")
