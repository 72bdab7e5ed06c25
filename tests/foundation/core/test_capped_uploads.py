"""A file that is too large is dropped while it comes in; the words beside it stay."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.handlers.wsgi import WSGIRequest
from django.test import RequestFactory

from desa.foundation.core.http import uploads
from desa.foundation.core.http.uploads import cap_files

MOST = 1024 * 1024


def _request(size: int) -> WSGIRequest:
    file = SimpleUploadedFile("foto.jpg", b"j" * size)
    return RequestFactory().post("/", {"cerita": "lampu mati", "foto": file, "sesudah": "x"})


def test_file_below_the_cap_arrives_whole() -> None:
    request = _request(MOST)
    handler = cap_files(request, MOST)
    (file,) = request.FILES.getlist("foto")
    assert file.size == MOST
    assert request.POST["sesudah"] == "x"
    assert not handler.too_large


def test_file_above_the_cap_is_dropped_and_the_words_before_it_stay() -> None:
    request = _request(MOST + 1)
    handler = cap_files(request, MOST)
    assert request.POST["cerita"] == "lampu mati"
    assert "foto" not in request.FILES
    assert handler.too_large


class _Endless(io.RawIOBase):
    """A body of 80 MB that counts how much of it was read."""

    def __init__(self, head: bytes) -> None:
        self.head, self.count = head, 0

    def read(self, size: int = -1) -> bytes:
        wanted = max(size, 0)
        first, self.head = self.head[:wanted], self.head[wanted:]
        self.count += wanted
        return first + b"j" * (wanted - len(first)) if self.count < 80_000_000 else b""


def _huge() -> tuple[WSGIRequest, Any]:
    head = (
        b'--batas\r\nContent-Disposition: form-data; name="cerita"\r\n\r\nlampu mati\r\n'
        b'--batas\r\nContent-Disposition: form-data; name="foto"; filename="foto.jpg"\r\n\r\n'
    )
    request: Any = RequestFactory().post("/")
    body = _Endless(head)
    request.META |= {"CONTENT_TYPE": "multipart/form-data; boundary=batas"}
    request.META["CONTENT_LENGTH"] = "80000000"
    request.content_type, request.content_params = "multipart/form-data", {"boundary": "batas"}
    request._stream, request._read_started = body, False
    return request, body


def test_eighty_megabytes_are_not_kept() -> None:
    request, body = _huge()
    handler = cap_files(request, MOST)
    assert request.POST["cerita"] == "lampu mati"
    assert handler.too_large
    assert body.count >= 80_000_000, "a browser shows no answer before it has sent everything"


def test_slow_line_is_not_listened_to_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "PATIENCE_SECONDS", 0)
    request, body = _huge()
    handler = cap_files(request, MOST)
    assert request.POST["cerita"] == "lampu mati"
    assert handler.too_large
    assert body.count < 5_000_000
