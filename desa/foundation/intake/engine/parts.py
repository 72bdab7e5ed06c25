"""Parts of files that are still arriving, each encrypted by itself; nothing clear is ever written.

Layout: <root>/<name of the upload>/<offset, 12 digits>. Part: 12 bytes nonce, ciphertext, 16 bytes tag;
upload and offset are authenticated with it, so that parts cannot be exchanged.
"""

import hashlib
import hmac
import re
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desa.foundation.core.durable import write_durably
from desa.foundation.intake.exceptions import UploadIncomplete, WrongOffset

NONCE_BYTES, SEAL_BYTES = 12, 28
NAME = re.compile(r"[0-9a-f]{64}")
OFFSET = re.compile(r"\d{12}")


class Parts:
    """Folders under `root`, readable with the 32 bytes of `key` only. `name` is 64 hex digits."""

    def __init__(self, root: Path, key: bytes) -> None:
        self._root = root
        self._cipher = AESGCM(hmac.digest(key, b"parts", hashlib.sha256))

    def received(self, name: str) -> int:
        """How many bytes have arrived without a gap."""
        sizes, position = self._sizes(name), 0
        while size := sizes.get(position):
            position += size
        return position

    def count(self, name: str) -> int:
        """In how many parts it lies here."""
        return len(self._sizes(name))

    def append(self, name: str, offset: int, content: bytes) -> int:
        """Store durably the part that begins at `offset`; gives how many bytes there are now.

        A part sent again changes nothing. Raises WrongOffset for one that would leave a gap.
        """
        here = self.received(name)
        if offset > here:
            raise WrongOffset(here)
        if offset < here or not content:
            return here
        folder = self._folder(name)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = nonce + self._cipher.encrypt(nonce, content, self._label(name, offset))
        write_durably(folder / f"{offset:012d}", sealed)
        return self.received(name)

    def read(self, name: str, size: int) -> bytes:
        """The whole file. Raises UploadIncomplete."""
        found, position = bytearray(), 0
        with suppress(FileNotFoundError, InvalidTag):
            while position < size:
                sealed = (self._folder(name) / f"{position:012d}").read_bytes()
                nonce, body = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
                found += self._cipher.decrypt(nonce, body, self._label(name, position))
                position = len(found)
        if len(found) != size:
            raise UploadIncomplete(name)
        return bytes(found)

    def forget(self, name: str) -> None:
        shutil.rmtree(self._folder(name), ignore_errors=True)

    def sweep(self, moment: float) -> int:
        """Forget uploads whose last part came before `moment` (POSIX time); gives how many."""
        old = [folder for folder in self._root.glob("*") if folder.stat().st_mtime < moment]
        for folder in old:
            shutil.rmtree(folder, ignore_errors=True)
        return len(old)

    def _sizes(self, name: str) -> dict[int, int]:
        folder = self._folder(name)
        if not folder.is_dir():
            return {}
        parts = [path for path in folder.iterdir() if OFFSET.fullmatch(path.name)]
        return {int(path.name): path.stat().st_size - SEAL_BYTES for path in parts}

    def _folder(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            raise ValueError("an upload is named by 64 hex digits")
        return self._root / name

    def _label(self, name: str, offset: int) -> bytes:
        return f"{name}:{offset}".encode()
