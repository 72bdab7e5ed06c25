"""Encrypted, content-addressed files on disk: one AES-256-GCM file per content.

Layout: <root>/<first 2 hex>/<64 hex>; the name is an HMAC of the digest, so that a copied folder does
not even tell whether it holds a known document. File: 12 bytes nonce, ciphertext, 16 bytes tag; the
digest is authenticated with it. Nothing clear is ever written, not even temporarily.
"""

import fcntl
import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desa.foundation.core.durable import sync_folder, write_durably
from desa.foundation.files.exceptions import ContentDamaged, ContentMissing, StoredFileError

NONCE_BYTES = 12


def digest_of(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


class Vault:
    """Files under `root`, readable with the 32 bytes of `key` only."""

    def __init__(self, root: Path, key: bytes) -> None:
        self._root = root
        self._names = hmac.digest(key, b"names", hashlib.sha256)
        self._cipher = AESGCM(hmac.digest(key, b"contents", hashlib.sha256))

    def put(self, content: bytes) -> str:
        """Store durably and give the digest; repeated calls end in one file, a damaged one is healed."""
        digest = digest_of(content)
        path = self.path(digest)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._locked(fcntl.LOCK_SH):
            try:
                self.get(digest)
                os.utime(path)
            except StoredFileError:
                write_durably(path, self._sealed(content, digest))
        # Also for a file that was there: whoever put it may have been killed before this line.
        for folder in (path.parent, self._root, self._root.parent):
            sync_folder(folder)
        return digest

    def get(self, digest: str) -> bytes:
        """Raises ContentMissing or ContentDamaged."""
        try:
            sealed = self.path(digest).read_bytes()
        except FileNotFoundError:
            raise ContentMissing(digest) from None
        try:
            content = self._cipher.decrypt(
                sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], digest.encode()
            )
        except (InvalidTag, ValueError):
            raise ContentDamaged(digest) from None
        if digest_of(content) != digest:
            raise ContentDamaged(digest)
        return content

    def holds(self, digest: str) -> bool:
        """Whether a file of this content lies there; its bytes are not checked."""
        return self.path(digest).exists()

    def older_than(self, moment: float) -> list[Path]:
        """Files last put before `moment` (POSIX time), remains of interrupted writes included."""
        return [path for path in self._root.glob("??/*") if path.stat().st_mtime < moment]

    def sweep(self, paths: Iterable[Path], moment: float) -> int:
        """Delete those that were not put again since `moment`; gives how many."""
        count = 0
        for path in paths:
            with self._locked(fcntl.LOCK_EX), suppress(FileNotFoundError):
                if path.stat().st_mtime < moment:
                    path.unlink()
                    count += 1
        return count

    @contextmanager
    def _locked(self, kind: int) -> Iterator[None]:
        """Between a file's put and its sweeping; a lock of the folder itself, gone with the process."""
        handle = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(handle, kind)
            yield
        finally:
            os.close(handle)

    def path(self, digest: str) -> Path:
        name = hmac.new(self._names, digest.encode(), hashlib.sha256).hexdigest()
        return self._root / name[:2] / name

    def _sealed(self, content: bytes, digest: str) -> bytes:
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, digest.encode())
