"""The working key: 32 bytes in a private file outside the data folder, and the keys made from it."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32


@dataclass(frozen=True, repr=False)
class WorkingKey:
    material: bytes

    def derive(self, purpose: str) -> bytes:
        """32 bytes for one purpose ("database", "files", "trail"...); purposes do not reveal each other."""
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose.encode()).derive(self.material)


def read_key(path: Path) -> WorkingKey:
    """Raises FileNotFoundError when absent, ValueError when it is not a key."""
    material = bytes.fromhex(path.read_text(encoding="ascii").strip())
    if len(material) != KEY_BYTES:
        raise ValueError("not a working key")
    return WorkingKey(material)


def write_key(path: Path, key: WorkingKey) -> None:
    """Write once, readable by the owner only; never overwrites a key."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key.material.hex())
        file.flush()
        os.fsync(file.fileno())


def new_key() -> WorkingKey:
    return WorkingKey(secrets.token_bytes(KEY_BYTES))
