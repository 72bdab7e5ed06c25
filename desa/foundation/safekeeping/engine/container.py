"""One encrypted file, written and read as a stream.

    8 bytes  magic and version
    4 bytes  length of the header (big endian), then the header: JSON with the salt, the installation
             and the wrapped keys, so that this file and one recovery code are enough
    pieces of 256 KiB, each AES-256-GCM with 16 bytes of tag; the last one may be shorter

The nonce of a piece is its number and whether it is the last, and its authenticated data is the whole
header: a piece that is changed, moved, left out or cut off is noticed before its bytes are used.
"""

import json
import secrets
import struct
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desa.foundation.core.keys import KEY_BYTES, WorkingKey
from desa.foundation.safekeeping.exceptions import DamagedBackup, NotABackup

MAGIC = b"DESACAD1"
PIECE, TAG = 256 * 1024, 16
LONGEST_HEADER = 1024 * 1024
Header = dict[str, str]

NOT_OURS = "Berkas ini bukan cadangan desa. / This file is not a village backup."
CUT_OFF = (
    "Cadangan ini tidak utuh: terpotong atau berubah pada potongan {number}. Pakai salinan lain. "
    "/ This backup is cut off or changed at piece {number}: use another copy."
)


def _cipher(key: WorkingKey, header: Header) -> AESGCM:
    salt = bytes.fromhex(header["salt"])
    kdf = HKDF(SHA256(), KEY_BYTES, salt=salt, info=b"desa backup")
    return AESGCM(kdf.derive(key.derive("backup")))


def _nonce(number: int, *, last: bool) -> bytes:
    return struct.pack(">QI", number, last)


class SealingWriter:
    """Takes bytes in any portions; nothing is readable before close() wrote the last piece."""

    def __init__(self, file: BinaryIO, key: WorkingKey, facts: Header) -> None:
        header = {**facts, "salt": secrets.token_hex(32)}
        encoded = json.dumps(header).encode()
        self._bound = MAGIC + struct.pack(">I", len(encoded)) + encoded
        self._file, self._cipher = file, _cipher(key, header)
        self._waiting, self._number = bytearray(), 0
        file.write(self._bound)

    def write(self, portion: bytes) -> None:
        self._waiting += portion
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def close(self) -> None:
        self._seal(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _seal(self, piece: bytes, *, last: bool) -> None:
        nonce = _nonce(self._number, last=last)
        self._file.write(self._cipher.encrypt(nonce, piece, self._bound))
        self._number += 1


def read_header(file: BinaryIO) -> Header:
    """What may be read without a key; it is authenticated only by opened_pieces()."""
    start = file.read(len(MAGIC) + 4)
    if not start.startswith(MAGIC) or len(start) != len(MAGIC) + 4:
        raise NotABackup(NOT_OURS)
    length = struct.unpack(">I", start[-4:])[0]
    encoded = file.read(length) if length <= LONGEST_HEADER else b""
    try:
        header = {str(name): str(value) for name, value in json.loads(encoded).items()}
        bytes.fromhex(header["salt"])
    except (ValueError, KeyError, AttributeError):
        raise DamagedBackup(CUT_OFF.format(number=0)) from None
    return header


def opened_pieces(file: BinaryIO, key: WorkingKey) -> Iterator[bytes]:
    """The clear bytes, piece by piece from the start. Raises DamagedBackup at the first bad piece."""
    file.seek(0)
    header = read_header(file)
    end = file.tell()
    file.seek(0)
    bound = file.read(end)
    cipher, number = _cipher(key, header), 0
    ahead = file.read(PIECE + TAG)
    while True:
        sealed, ahead = ahead, file.read(PIECE + TAG)
        try:
            yield cipher.decrypt(_nonce(number, last=not ahead), sealed, bound)
        except (InvalidTag, ValueError):
            raise DamagedBackup(CUT_OFF.format(number=number + 1)) from None
        if not ahead:
            return
        number += 1
