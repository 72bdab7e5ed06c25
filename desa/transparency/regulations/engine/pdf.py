"""Looks into a foreign PDF through a child process that can be lost without harm."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import desa

CHILD = "desa.transparency.regulations.engine.pdf_child"
ROOT = Path(desa.__path__[0]).parent
LARGEST = 20 * 1024 * 1024
MEMORY = 768 * 1024 * 1024
CPU_SECONDS, WALL_SECONDS = 20, 30.0
LETTERS_OF_A_TEXT = 40  # fewer than this on a page are stamps and page numbers on a scan


@dataclass(frozen=True)
class PdfFacts:
    """`text` is empty for a scan."""

    pages: int
    text: str


class UnreadablePdf(Exception):
    """`code`: not_pdf, encrypted, damaged, too_large, too_heavy."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def inspect_pdf(
    content: bytes, *, cpu_seconds: int = CPU_SECONDS, wall_seconds: float = WALL_SECONDS
) -> PdfFacts:
    """Raises UnreadablePdf. The child's environment is empty: no key may reach a foreign file."""
    if len(content) > LARGEST:
        raise UnreadablePdf("too_large")
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-X", "utf8", "-m", CHILD, str(MEMORY), str(cpu_seconds)],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={"PYTHONDONTWRITEBYTECODE": "1"},
            timeout=wall_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadablePdf("too_heavy") from None
    return _facts(done)


def _facts(done: "subprocess.CompletedProcess[bytes]") -> PdfFacts:
    """A child that died was killed by one of its limits."""
    if done.returncode != 0 or not done.stdout:
        raise UnreadablePdf("too_heavy")
    said = json.loads(done.stdout)
    if "refused" in said:
        raise UnreadablePdf(said["refused"])
    letters = sum(map(str.isalnum, said["text"]))
    is_scan = letters < LETTERS_OF_A_TEXT * min(said["pages"], 10)
    return PdfFacts(said["pages"], "" if is_scan else said["text"])
