"""Everything a paper says, frozen when it gets its number."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desa.foundation.papers.rules.blocks import Block, block_from_json


@dataclass(frozen=True)
class Letterhead:
    """Three names and the smaller lines below them (address, contact, extra)."""

    kabupaten: str
    kecamatan: str
    desa: str
    lines: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Letterhead":
        return cls(data["kabupaten"], data["kecamatan"], data["desa"], tuple(data["lines"]))


@dataclass(frozen=True)
class Signature:
    """A place to sign: its lines above ("a.n. Kepala Desa", "Mengetahui,"), name and NIP below."""

    capacity: tuple[str, ...]
    name: str
    nip: str = ""
    stamp_duty: bool = False

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Signature":
        return cls(tuple(data["capacity"]), data["name"], data["nip"], data["stamp_duty"])


@dataclass(frozen=True)
class Check:
    """How the paper can be looked up: `link` is in the QR ("" = no QR), `place` is read by people."""

    code: str
    link: str = ""
    place: str = ""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Check":
        return cls(data["code"], data["link"], data["place"])


@dataclass(frozen=True)
class Document:
    """`emblem` is the digest of a stored picture or ""; number and check come with the numbering."""

    letterhead: Letterhead
    title: str
    body: tuple[Block, ...]
    place_and_date: str
    signature: Signature
    others: tuple[Signature, ...] = ()
    notes: tuple[str, ...] = ()
    emblem: str = ""
    language: str = "id"
    number: str = ""
    check: Check | None = None

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Document":
        check = data["check"]
        return cls(
            letterhead=Letterhead.from_json(data["letterhead"]),
            title=data["title"],
            body=tuple(block_from_json(block) for block in data["body"]),
            place_and_date=data["place_and_date"],
            signature=Signature.from_json(data["signature"]),
            others=tuple(Signature.from_json(other) for other in data["others"]),
            notes=tuple(data["notes"]),
            emblem=data["emblem"],
            language=data["language"],
            number=data["number"],
            check=Check.from_json(check) if check else None,
        )
