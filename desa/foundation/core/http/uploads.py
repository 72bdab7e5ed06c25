"""Uploads stay in memory; one that does not fit is refused, not forgotten without a word."""

import time
from typing import IO, Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload
from django.http import HttpRequest

CHUNK, MOST_CHUNKS = 64 * 1024, 4096
PATIENCE_SECONDS = 10


class BoundedUpload(MemoryFileUploadHandler):
    """Raises RequestDataTooBig for a request above FILE_UPLOAD_MAX_MEMORY_SIZE (bytes)."""

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],  # noqa: N803 - Django's own name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        super().handle_raw_input(input_data, META, content_length, boundary, encoding)
        if not self.activated:
            _read_away(input_data)
            raise RequestDataTooBig("the upload is larger than FILE_UPLOAD_MAX_MEMORY_SIZE")


def _read_away(body: IO[bytes]) -> None:
    """Up to 256 MB: a browser shows no answer that comes before it has sent everything."""
    for _turn in range(MOST_CHUNKS):
        if not body.read(CHUNK):
            return


class CappedUpload(MemoryFileUploadHandler):
    """Drops a file above `most` bytes as soon as it is known, and keeps the fields that came before it.

    The rest of the request is read away for ten seconds at most: a browser shows no answer before it
    has sent everything, and a slow one with 80 MB may not hold a thread for half an hour.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most, self.too_large, self._seen = most, False, 0

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],  # noqa: N803 - Django's own name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        self.activated, self._body = True, input_data

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        self._seen = 0
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self._seen += len(raw_data)
        if self._seen > self.most:
            self.too_large = True
            deadline = time.monotonic() + PATIENCE_SECONDS
            while time.monotonic() < deadline and self._body.read(CHUNK):
                pass
            raise StopUpload(connection_reset=True)
        return super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        return None if self.too_large else super().file_complete(file_size)


def cap_files(request: HttpRequest, most: int) -> CappedUpload:
    """Before anything of the request is read. Afterwards its `too_large` says whether one was dropped."""
    handler = CappedUpload(most)
    request.upload_handlers = [handler]
    return handler
