"""Reads the emblem a village uploads, in a child process: a hostile picture cannot take us along."""

import subprocess
import sys

from desa.foundation.papers.exceptions import EmblemRefused

LARGEST_BYTES = 8 * 1024 * 1024
SECONDS = 15
MEMORY_BYTES = 768 * 1024 * 1024
KINDS = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"RIFF": "WEBP",
    b"GIF8": "GIF",
}

# Runs with nothing of the house loaded: it reads a picture on stdin and writes a small PNG on stdout.
CHILD = """
import io, resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
from PIL import Image
Image.MAX_IMAGE_PIXELS = 60_000_000
with Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=["{kind}"]) as picture:
    picture = picture.convert("RGBA")
    picture.thumbnail((480, 480))
    picture.save(sys.stdout.buffer, "PNG", optimize=True)
"""


def shrink_emblem(content: bytes) -> bytes:
    """A PNG of at most 480 x 480. Raises EmblemRefused, whose text says what to do."""
    if len(content) > LARGEST_BYTES:
        raise EmblemRefused("Gambar lambang terlalu besar. Paling besar 8 MB.")
    if content.startswith(b"%PDF"):
        raise EmblemRefused("Ini berkas PDF, bukan gambar. Simpan lambang sebagai PNG atau JPG.")
    kind = next((kind for start, kind in KINDS.items() if content.startswith(start)), None)
    if kind is None:
        raise EmblemRefused("Berkas ini bukan gambar. Pilih lambang berbentuk PNG atau JPG.")
    return _shrunk_in_child(content, kind)


def _shrunk_in_child(content: bytes, kind: str) -> bytes:
    program = CHILD.format(memory=MEMORY_BYTES, seconds=SECONDS, kind=kind)
    try:
        done = subprocess.run(  # noqa: S603 - our own program, the file goes through a pipe
            [sys.executable, "-I", "-c", program],
            input=content,
            capture_output=True,
            timeout=SECONDS * 2,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise EmblemRefused("Gambar ini rusak. Buka, simpan ulang, lalu coba lagi.") from None
    return done.stdout
