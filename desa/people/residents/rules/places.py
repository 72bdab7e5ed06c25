"""A place in the village as it is written: Dusun Sendi RT 003/RW 001."""

from dataclasses import dataclass

from desa.foundation.core.values.addresses import RtRw
from desa.foundation.core.values.names import fold_name


@dataclass(frozen=True)
class Place:
    """Names of the three levels; an unknown one is empty."""

    dusun: str = ""
    rw: str = ""
    rt: str = ""

    def __str__(self) -> str:
        numbers = str(RtRw(self.rt or None, self.rw or None))
        return " ".join(
            part for part in (f"Dusun {self.dusun}" if self.dusun else "", numbers) if part
        )

    def lies_in(self, dusun_word: str, rt: str = "", rw: str = "") -> bool:
        """Whether the words someone typed may mean this place; empty words ask nothing."""
        if dusun_word and not any(
            part.startswith(dusun_word) for part in fold_name(self.dusun).split()
        ):
            return False
        return (not rt or self.rt == rt) and (not rw or self.rw == rw)
