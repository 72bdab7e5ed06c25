"""Codes that look alike and are not: each has a type, so that none is taken for another."""

import re
import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar, Self

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.errors import mark as _

_SEPARATORS = re.compile(r"[\s\-‐‑–.]+")
_LINK = re.compile(r"[A-Za-z0-9_-]{32}")


@dataclass(frozen=True)
class _SpokenCode:
    """Read out at the counter or typed from paper; case, spaces and dashes do not matter."""

    value: str
    alphabet: ClassVar[str]
    length: ClassVar[int]
    group: ClassVar[int]
    lookalikes: ClassVar[dict[int, int]] = {}

    def __post_init__(self) -> None:
        if len(self.value) != self.length or not set(self.value) <= set(self.alphabet):
            raise self._problem()

    @classmethod
    def new(cls) -> Self:
        return cls("".join(secrets.choice(cls.alphabet) for _place in range(cls.length)))

    @classmethod
    def parse(cls, text: str) -> Self:
        compact = _SEPARATORS.sub("", text).upper()
        return cls(compact.translate(cls.lookalikes))

    @classmethod
    def _problem(cls) -> ValueProblem:
        text = _("Kode ini keliru. Kode terdiri dari %(length)s huruf dan angka.")
        return ValueProblem("code", text, {"length": cls.length})

    @property
    def display(self) -> str:
        places = range(0, self.length, self.group)
        return "-".join(self.value[start : start + self.group] for start in places)

    def __str__(self) -> str:
        return self.display


@dataclass(frozen=True)
class StatusCode(_SpokenCode):
    """Says how far a request is, and shows no name. Six characters, shown as K7M-4QX.

    No 0 O 1 I L, which sound or look alike, and no other vowel, so that no code is a rude word.
    """

    alphabet: ClassVar[str] = "23456789BCDFGHJKMNPQRSTVWXYZ"
    length: ClassVar[int] = 6
    group: ClassVar[int] = 3


@dataclass(frozen=True)
class SetupCode(_SpokenCode):
    """Printed at the terminal, typed on the first page: who holds it has the machine. K7M4-QX2P."""

    alphabet: ClassVar[str] = StatusCode.alphabet
    length: ClassVar[int] = 8
    group: ClassVar[int] = 4

    @classmethod
    def derived(cls, material: bytes) -> Self:
        """The same bytes (at least 16) give the same code."""
        number, letters = int.from_bytes(material, "big"), []
        for _place in range(cls.length):
            number, place = divmod(number, len(cls.alphabet))
            letters.append(cls.alphabet[place])
        return cls("".join(letters))


@dataclass(frozen=True)
class VerifyCode(_SpokenCode):
    """In the QR of a paper: 16 characters of Crockford's base32, 80 bits, shown in fours."""

    alphabet: ClassVar[str] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    length: ClassVar[int] = 16
    group: ClassVar[int] = 4
    lookalikes: ClassVar[dict[int, int]] = str.maketrans("OIL", "011")


@dataclass(frozen=True, repr=False)
class LinkCode:
    """The secret part of a link that works once: 192 bits. `str()` and `repr()` hide it."""

    value: str

    def __post_init__(self) -> None:
        if not _LINK.fullmatch(self.value):
            text = _("Tautan ini tidak lengkap. Minta tautan baru di kantor desa.")
            raise ValueProblem("link", text)

    @classmethod
    def new(cls) -> "LinkCode":
        return cls(secrets.token_urlsafe(24))

    @classmethod
    def parse(cls, text: str) -> "LinkCode":
        return cls(text.strip())

    @property
    def digest(self) -> str:
        """What the database keeps (SHA-256, hex): a stolen table opens no link."""
        return sha256(self.value.encode()).hexdigest()

    def __str__(self) -> str:
        return "LinkCode(•••)"

    __repr__ = __str__
