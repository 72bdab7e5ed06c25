"""One resident ready to be registered: read, checked, and free of the database."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Resident:
    """`fields` are Person's own fields by name; an unknown RW or RT is empty."""

    no_kk: str
    shdk: int
    dusun: str
    rw: str
    rt: str
    address: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    row: int = 0  # in the workbook, for the report

    @property
    def nik(self) -> str:
        return str(self.fields["nik"])

    @property
    def place(self) -> tuple[str, str, str]:
        return (self.dusun, self.rw, self.rt)

    @property
    def namesake(self) -> str:
        """The name as two spellings of capitals share it."""
        return str(self.fields["name"]).casefold()

    def values(self) -> dict[str, Any]:
        """All fields of the layout by our names."""
        return {
            **self.fields,
            "no_kk": self.no_kk,
            "shdk": self.shdk,
            "dusun": self.dusun,
            "rw": self.rw,
            "rt": self.rt,
            "address": self.address,
        }
