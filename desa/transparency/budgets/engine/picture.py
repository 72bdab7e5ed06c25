"""The picture made small enough for a poor line."""

import subprocess
import sys
from pathlib import Path

from desa.foundation.core.typesetting import RenderingFailed

CHILD = Path(__file__).with_name("picture_child.py")
SECONDS = 30


def smaller(png: bytes) -> bytes:
    """The same picture in few colours. Raises RenderingFailed."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program, our own picture through a pipe
            [sys.executable, "-I", str(CHILD)],
            input=png,
            env={},
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as problem:
        raise RenderingFailed("the picture could not be made smaller") from problem
    return done.stdout
