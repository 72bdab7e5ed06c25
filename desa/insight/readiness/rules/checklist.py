"""The first evening: what people judged from documents, and the level that this gives a sub-indicator."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from desa.insight.readiness.rules.catalogue import SubIndicator, Text, Unit, sub_indicator
from desa.insight.readiness.rules.measuring import Figure
from desa.insight.readiness.rules.scoring import LEVELS, score_of_level
from desa.insight.readiness.rules.standing import Status

PROOF_FROM = 3


@dataclass(frozen=True)
class Item:
    """`proof` says which paper or photo shows what `ask` asks for."""

    code: str
    sub: str
    ask: Text
    proof: Text


@cache
def checklist() -> tuple[Item, ...]:
    text = files("desa.insight.readiness").joinpath("data/checklist.toml").read_text("utf-8")
    return read_checklist(tomllib.loads(text))


def read_checklist(data: Mapping[str, Any]) -> tuple[Item, ...]:
    """Raises ValueError for a code used twice, LookupError for a sub-indicator that does not exist."""
    items = tuple(
        Item(
            row["code"],
            sub_indicator(row["sub"]).code,
            Text(row["ask"], row["ask_en"]),
            Text(row["proof"], row["proof_en"]),
        )
        for row in data["item"]
    )
    codes = [item.code for item in items]
    if twice := {code for code in codes if codes.count(code) > 1}:
        raise ValueError(f"{min(twice)} is asked twice")
    return items


def items_of(sub: str) -> tuple[Item, ...]:
    return tuple(item for item in checklist() if item.sub == sub)


def item(code: str) -> Item:
    """Raises LookupError for a code that is not asked."""
    for found in checklist():
        if found.code == code:
            return found
    raise LookupError(code)


def needs_proof(level: int) -> bool:
    """From "in use" upwards someone must be able to look it up."""
    return level >= PROOF_FROM


def level_of_answers(levels: Iterable[int]) -> int:
    """The mean rounded down, and at most one above the weakest: one good paper does not hide a gap.

    Raises ValueError for no answer at all or one that is not on the ladder.
    """
    given = list(levels)
    if not given or any(not 1 <= level <= LEVELS for level in given):
        raise ValueError(f"levels {given}")
    return min(sum(given) // len(given), min(given) + 1)


def sub_level(sub: str, answers: Mapping[str, int]) -> int | None:
    """`answers` by the code of the item. None while an item of this sub-indicator is not answered."""
    items = items_of(sub)
    if not items or any(item.code not in answers for item in items):
        return None
    return level_of_answers(answers[item.code] for item in items)


def assessed_figure(sub: SubIndicator, level: int, why: str) -> Figure:
    """A judged level is no measured value: the score is the middle of its band, the value only a ladder's."""
    ladder = len(sub.parts) == 1 and sub.parts[0].unit is Unit.LEVEL
    return Figure(
        code=sub.code,
        status=Status.FROM_DOCUMENTS,
        value=float(level) if ladder else None,
        score=score_of_level(level),
        low=None,
        high=None,
        numerator=None,
        denominator=None,
        n=None,
        why=why,
    )
