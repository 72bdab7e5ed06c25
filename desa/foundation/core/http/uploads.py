"""Uploads stay in memory; one that does not fit is refused, not forgotten without a word."""

from typing import IO

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler

CHUNK, MOST_CHUNKS = 64 * 1024, 4096


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
