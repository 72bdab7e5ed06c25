"""Figures as JSON and back: kept with the version they were published with."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from desa.transparency.budgets.rules.figures import Block, Figures, Work
from desa.transparency.budgets.rules.lines import Balance

BLOCKS = ("income", "spending", "receipts", "outlays")
TOTALS = ("totals", "totals_before", "totals_realised")
DAYS = ("published_on", "realised_on")


def to_json(figures: Figures) -> dict[str, Any]:
    kept = asdict(figures)
    return {**kept, **{name: kept[name] and kept[name].isoformat() for name in DAYS}}


def from_json(kept: Mapping[str, Any]) -> Figures:
    fields: dict[str, Any] = dict(kept)
    for name in BLOCKS:
        fields[name] = tuple(_block(block) for block in kept[name])
    for name in TOTALS:
        fields[name] = kept[name] and Balance(**kept[name])
    for name in DAYS:
        fields[name] = kept[name] and date.fromisoformat(kept[name])
    fields["works"] = tuple(Work(**work) for work in kept["works"])
    fields["notes"] = tuple(kept["notes"])
    return Figures(**fields)


def _block(kept: Mapping[str, Any]) -> Block:
    funds = tuple((fund, amount) for fund, amount in kept["funds"])
    return Block(**{**kept, "funds": funds})
