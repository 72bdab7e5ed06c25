"""Recovery codes: the working key wrapped once for each holder, so that either code opens it again.

A code is 32 characters of Crockford's base32 in groups of four: 150 random bits and two check
characters (the number modulo the prime 1021), which tell a typing mistake before anything is tried.
"""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from desa.foundation.core.durable import write_durably
from desa.foundation.core.ids import ALPHABET
from desa.foundation.core.keys import KEY_BYTES, WorkingKey

HOLDERS = ("kades", "sekdes")
SECRET_LENGTH, CHECK_LENGTH, GROUP = 30, 2, 4
CHECK_MODULUS = 1021
# 16 MB and about 50 ms: the code itself holds 150 bits, so this only slows a thief down further.
SCRYPT = {"n": 2**14, "r": 8, "p": 1}
VERSION = 1
_LOOKALIKES = str.maketrans("OIL", "011", " -–.\t\r\n")


class RecoveryProblem(ValueError):
    """Why a recovery code does not open the key; nothing was changed."""


class MistypedCode(RecoveryProblem):
    """The code cannot be right: wrong length, a foreign character, or its check characters disagree."""


class WrongCode(RecoveryProblem):
    """A well-formed code, but not one of this installation's."""


class DamagedRecovery(RecoveryProblem):
    """The wrapped keys themselves cannot be read."""


def _checked(secret: str) -> str:
    number = 0
    for character in secret:
        number = number * 32 + ALPHABET.index(character)
    high, low = divmod(number % CHECK_MODULUS, 32)
    return secret + ALPHABET[high] + ALPHABET[low]


@dataclass(frozen=True, repr=False)
class RecoveryCode:
    """A code that is well formed; whether it opens anything is another question."""

    value: str

    @classmethod
    def new(cls) -> "RecoveryCode":
        return cls(_checked("".join(secrets.choice(ALPHABET) for _place in range(SECRET_LENGTH))))

    @classmethod
    def derived(cls, key: WorkingKey, page: str, holder: str) -> "RecoveryCode":
        """The code that one showing of a page has for a holder: seen again after a typing mistake, kept nowhere."""
        number = int.from_bytes(key.derive(f"recovery code {holder} {page}"), "big")
        places = (number >> (5 * place) & 31 for place in range(SECRET_LENGTH))
        return cls(_checked("".join(ALPHABET[place] for place in places)))

    @classmethod
    def parse(cls, text: str) -> "RecoveryCode":
        """Case, spaces, dashes and the look-alikes O, I and L do not matter. Raises MistypedCode."""
        compact = text.upper().translate(_LOOKALIKES)
        if len(compact) != SECRET_LENGTH + CHECK_LENGTH or not set(compact) <= set(ALPHABET):
            raise MistypedCode(f"{len(compact)} characters")
        if _checked(compact[:SECRET_LENGTH]) != compact:
            raise MistypedCode("check characters")
        return cls(compact)

    def __str__(self) -> str:
        return "-".join(
            self.value[start : start + GROUP] for start in range(0, len(self.value), GROUP)
        )


def _wrapping_cipher(code: RecoveryCode, entry: dict[str, str | int]) -> AESGCM:
    salt = bytes.fromhex(str(entry["salt"]))
    kdf = Scrypt(salt, KEY_BYTES, n=int(entry["n"]), r=int(entry["r"]), p=int(entry["p"]))
    return AESGCM(kdf.derive(code.value.encode()))


def _bound(holder: str) -> bytes:
    return f"desa recovery {VERSION} {holder}".encode()


def wrap(key: WorkingKey, code: RecoveryCode, holder: str) -> dict[str, str | int]:
    """The key as only this code opens it, ready for JSON."""
    entry: dict[str, str | int] = {"holder": holder, "salt": secrets.token_hex(16), **SCRYPT}
    nonce = secrets.token_bytes(12)
    sealed = _wrapping_cipher(code, entry).encrypt(nonce, key.material, _bound(holder))
    return {**entry, "nonce": nonce.hex(), "wrapped": sealed.hex()}


def make_codes(
    key: WorkingKey, codes: dict[str, RecoveryCode] | None = None
) -> tuple[dict[str, RecoveryCode], str]:
    """Codes by holder (new ones unless given), and the text of recovery.json that they open."""
    codes = codes or {holder: RecoveryCode.new() for holder in HOLDERS}
    entries = [wrap(key, code, holder) for holder, code in codes.items()]
    return codes, json.dumps({"version": VERSION, "keys": entries}, indent=1)


def unwrap(document: str, code: RecoveryCode) -> tuple[str, WorkingKey]:
    """Whose code it is, and the key. Raises WrongCode or DamagedRecovery."""
    try:
        for entry in json.loads(document)["keys"]:
            if material := _open(entry, code):
                return str(entry["holder"]), WorkingKey(material)
    except (ValueError, KeyError, TypeError) as problem:
        raise DamagedRecovery(str(problem)) from problem
    raise WrongCode("no wrapped key opens with this code")


def _open(entry: dict[str, str | int], code: RecoveryCode) -> bytes | None:
    if any(int(entry[name]) > limit for name, limit in SCRYPT.items()):
        raise ValueError("costlier than this version ever wrote")
    sealed, nonce = bytes.fromhex(str(entry["wrapped"])), bytes.fromhex(str(entry["nonce"]))
    try:
        return _wrapping_cipher(code, entry).decrypt(nonce, sealed, _bound(str(entry["holder"])))
    except InvalidTag:
        return None


def write_recovery(
    path: Path, key: WorkingKey, codes: dict[str, RecoveryCode] | None = None
) -> dict[str, RecoveryCode]:
    """Put the key, wrapped by these or by new codes, at `path`; codes made earlier open nothing any more."""
    codes, document = make_codes(key, codes)
    write_durably(path, document.encode())
    return codes
