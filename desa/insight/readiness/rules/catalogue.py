"""The eight indicators and their sub-indicators as data, checked when they are read.

A sub-indicator's `method` is the fingerprint of everything its score depends on: another formula or
breakpoint is another method, and a chart breaks its line there.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from importlib.resources import files
from json import dumps
from typing import Any

from desa.insight.readiness.rules.scoring import Goalposts
from desa.insight.readiness.rules.standing import Cadence


class Unit(StrEnum):
    SHARE = "share"
    RATIO = "ratio"
    DAYS = "days"
    INDEX = "index"
    LEVEL = "level"
    SCORE = "score"


class Combine(StrEnum):
    """How parts become one score: the lowest of them, or the mean of those that are known."""

    MIN = "min"
    MEAN = "mean"


class CatalogueFault(ValueError):
    """What is wrong with the data file, in the words of its author."""


@dataclass(frozen=True)
class Text:
    id: str
    en: str

    def of(self, language: str) -> str:
        return self.en if language == "en" else self.id


@dataclass(frozen=True)
class Part:
    name: str
    title: Text
    unit: Unit
    goalposts: Goalposts | None


@dataclass(frozen=True)
class SubIndicator:
    """`parts` holds one nameless part for a sub-indicator that one measure gives whole."""

    code: str
    name: Text
    plain: Text
    formula: str
    source: str
    basis: str
    cadence: Cadence
    needs: str
    guards: tuple[str, ...]
    parts: tuple[Part, ...]
    combine: Combine = Combine.MEAN
    scored: bool = True

    @property
    def indicator(self) -> str:
        return self.code.rstrip("0123456789")

    @property
    def method(self) -> str:
        posts = [(part.name, part.unit, part.goalposts) for part in self.parts]
        material = [
            self.code,
            self.formula,
            self.combine,
            [[name, unit, asdict(goal) if goal else None] for name, unit, goal in posts],
        ]
        return sha256(dumps(material, sort_keys=True).encode()).hexdigest()[:12]

    @property
    def measure_names(self) -> tuple[str, ...]:
        return tuple(f"{self.code}.{part.name}" if part.name else self.code for part in self.parts)


@dataclass(frozen=True)
class Indicator:
    code: str
    name: Text
    asks: Text
    subs: tuple[SubIndicator, ...]

    @property
    def scored_subs(self) -> tuple[SubIndicator, ...]:
        return tuple(sub for sub in self.subs if sub.scored)


@cache
def catalogue() -> tuple[Indicator, ...]:
    text = files("desa.insight.readiness").joinpath("data/indicators.toml").read_text("utf-8")
    return read_catalogue(tomllib.loads(text))


def read_catalogue(data: Mapping[str, Any]) -> tuple[Indicator, ...]:
    """Raises CatalogueFault, which names the code that is wrong."""
    subs = [_sub(row) for row in data["sub"]]
    codes = [sub.code for sub in subs]
    if twice := {code for code in codes if codes.count(code) > 1}:
        raise CatalogueFault(f"{min(twice)} is described twice")
    known = {row["code"] for row in data["indicator"]}
    if strangers := {sub.code for sub in subs if sub.indicator not in known}:
        raise CatalogueFault(f"{min(strangers)} belongs to no indicator")
    return tuple(_indicator(row, subs) for row in data["indicator"])


def sub_indicator(code: str) -> SubIndicator:
    """Raises LookupError for a code that is not in the catalogue."""
    for indicator in catalogue():
        for sub in indicator.subs:
            if sub.code == code:
                return sub
    raise LookupError(code)


def _indicator(row: Mapping[str, Any], subs: Iterable[SubIndicator]) -> Indicator:
    own = tuple(sub for sub in subs if sub.indicator == row["code"])
    if not any(sub.scored for sub in own):
        raise CatalogueFault(f"{row['code']} has nothing that is scored")
    return Indicator(row["code"], _text(row, "name"), _text(row, "asks"), own)


def _sub(row: Mapping[str, Any]) -> SubIndicator:
    try:
        parts = tuple(_part(part) for part in row["part"]) if "part" in row else (_whole(row),)
        return SubIndicator(
            code=row["code"],
            name=_text(row, "name"),
            plain=_text(row, "plain"),
            formula=row["formula"],
            source=row["source"],
            basis=row["basis"],
            cadence=Cadence(row["cadence"]),
            needs=row["needs"],
            guards=tuple(row["guards"]),
            parts=parts,
            combine=Combine(row.get("combine", Combine.MEAN)),
            scored=row.get("scored", True),
        )
    except (KeyError, ValueError) as problem:
        raise CatalogueFault(f"{row.get('code', '?')}: {problem}") from problem


def _text(row: Mapping[str, Any], name: str) -> Text:
    return Text(row[name], row[f"{name}_en"])


def _part(row: Mapping[str, Any]) -> Part:
    return Part(row["name"], _text(row, "title"), Unit(row["unit"]), _goalposts(row))


def _whole(row: Mapping[str, Any]) -> Part:
    return Part("", _text(row, "name"), Unit(row["unit"]), _goalposts(row))


def _goalposts(row: Mapping[str, Any]) -> Goalposts | None:
    """A ladder needs none, and what is not scored has none; everything else must say where it stands."""
    if "breaks" in row:
        one, two, three, four = row["breaks"]
        return Goalposts(row["worst"], (one, two, three, four), row["best"])
    if row["unit"] != Unit.LEVEL and row.get("scored", True):
        raise ValueError("no breakpoints")
    return None
