"""What ships about kinds of assets: how long one lasts, how much hangs on it, what one costs. Pure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desa.foundation.core.values.rupiah import Rupiah


@dataclass(frozen=True)
class Care:
    """Work done before anything breaks, due `every_days`; on time up to `window_days` before or after.

    Raises ValueError when one done work could stand for two times it is due.
    """

    slug: str
    name: str
    english: str
    every_days: int
    window_days: int
    cost: Rupiah

    def __post_init__(self) -> None:
        if self.every_days < 1 or self.window_days < 0 or 2 * self.window_days >= self.every_days:
            raise ValueError(f"{self.slug}: window {self.window_days} of {self.every_days} days")


@dataclass(frozen=True)
class Kind:
    """`life` in years; `criticality` 1 to 5; `price` is our estimate for one."""

    slug: str
    name: str
    english: str
    life: int
    criticality: int
    price: Rupiah
    care: tuple[Care, ...] = ()

    def __post_init__(self) -> None:
        if self.life < 1 or self.criticality not in range(1, 6) or self.price <= Rupiah(0):
            raise ValueError(f"{self.slug}: life {self.life}, criticality {self.criticality}")


@dataclass(frozen=True)
class Minimum:
    """`count` working ones of any of `kinds`; with `use` only those that are used so."""

    slug: str
    name: str
    english: str
    kinds: frozenset[str]
    count: int
    use: str = ""


@dataclass(frozen=True)
class Catalogue:
    price_source: str
    kinds: Mapping[str, Kind]
    minimum: tuple[Minimum, ...]


def read_catalogue(text: str) -> Catalogue:
    """Raises KeyError, TypeError or ValueError for data that lacks a part or has one too many."""
    data: dict[str, Any] = tomllib.loads(text)
    kinds = {item["slug"]: _kind(item) for item in data["kind"]}
    minimum = tuple(
        Minimum(**{**item, "kinds": frozenset(item["kinds"])}) for item in data["minimum"]
    )
    if unknown := {slug for item in minimum for slug in item.kinds} - kinds.keys():
        raise ValueError(f"minimum list names unknown kinds: {sorted(unknown)}")
    return Catalogue(data["price_source"], kinds, minimum)


def _kind(item: Mapping[str, Any]) -> Kind:
    care = tuple(Care(**{**each, "cost": Rupiah.of(each["cost"])}) for each in item.get("care", []))
    return Kind(**{**item, "price": Rupiah.of(item["price"]), "care": care})
