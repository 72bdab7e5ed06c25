"""What changed from one version to the next: amounts by a key, whether line, kegiatan or bidang."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from desa.transparency.budgets.rules.lines import Line

K = TypeVar("K", bound=Hashable)
LineKey = tuple[str, str, tuple[str, ...], str]


class Kind(StrEnum):
    ADDED = "baru"
    REMOVED = "dihapus"
    CHANGED = "berubah"


@dataclass(frozen=True)
class Entry:
    name: str
    amount: int


@dataclass(frozen=True)
class Change(Generic[K]):
    """`old` is None for what is new, `new` for what is gone; sen."""

    key: K
    name: str
    old: int | None
    new: int | None

    @property
    def kind(self) -> Kind:
        if self.old is None:
            return Kind.ADDED
        return Kind.REMOVED if self.new is None else Kind.CHANGED

    @property
    def difference(self) -> int:
        return (self.new or 0) - (self.old or 0)


def diff(old: Mapping[K, Entry], new: Mapping[K, Entry]) -> tuple[Change[K], ...]:
    """Only what differs in its amount: first in the order of `new`, then what is gone."""
    changes = [
        Change(key, entry.name, old[key].amount if key in old else None, entry.amount)
        for key, entry in new.items()
        if key not in old or old[key].amount != entry.amount
    ]
    gone = [Change(key, old[key].name, old[key].amount, None) for key in old if key not in new]
    return (*changes, *gone)


def applied(old: Mapping[K, int], changes: Iterable[Change[K]]) -> dict[K, int]:
    """The amounts after the changes."""
    result = dict(old)
    for change in changes:
        if change.new is None:
            del result[change.key]
        else:
            result[change.key] = change.new
    return result


def by_line(lines: Iterable[Line]) -> dict[LineKey, Entry]:
    """Lines that say the same thing twice are one entry: no code tells them apart."""
    entries: dict[LineKey, Entry] = {}
    for line in lines:
        key = (*line.key, line.name.casefold())
        before = entries[key].amount if key in entries else 0
        entries[key] = Entry(line.name, before + line.amount)
    return entries
