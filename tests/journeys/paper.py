"""A printed paper as a reader sees it: its words, and what its QR code says."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.foundation.papers.samples import qr_in


def words(pdf: bytes) -> str:
    command = ["pdftotext", "-layout", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def qr(pdf: bytes) -> str:
    """The one QR code, read from a picture at the resolution of an office printer."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "seite"
        command = ["pdftoppm", "-png", "-r", "150", "-", str(target)]
        subprocess.run(command, input=pdf, check=True)
        found = [
            text for page in sorted(Path(folder).iterdir()) for text in qr_in(page.read_bytes())
        ]
    (text,) = found
    return text
