"""From a gap to an action: proposed only where the whole interval lies under the target, else measure first."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from desa.insight.readiness.rules.catalogue import SubIndicator, Text, sub_indicator
from desa.insight.readiness.rules.measuring import part_score
from desa.insight.readiness.rules.scoring import BAND, TOP
from desa.insight.readiness.rules.standing import SCORED, Status
from desa.insight.readiness.rules.whole import Known

# Where level 4 begins; 61 of 100 is the Open Budget Survey's "enough for an informed debate".
TARGET = 60.0
MOST = 3


class Call(StrEnum):
    ACT = "bertindak"
    MEASURE = "ukur-dulu"
    NONE = "cukup"


@dataclass(frozen=True)
class Template:
    """`owner` is an office; `cost` in whole rupiah, None while nobody knows it."""

    sub: str
    code: str
    title: Text
    quantity: int
    unit: Text
    owner: str
    basis: str
    effect: Text
    cost: int | None = None


@dataclass(frozen=True)
class Gap:
    """`low` and `high` are the scores that the figure may have."""

    template: Template
    call: Call
    score: float
    low: float
    high: float


@cache
def templates() -> dict[str, Template]:
    text = files("desa.insight.readiness").joinpath("data/actions.toml").read_text("utf-8")
    rows = [_template(row) for row in tomllib.loads(text)["action"]]
    return {row.sub: row for row in rows}


def _template(row: Mapping[str, Any]) -> Template:
    return Template(
        sub=sub_indicator(row["sub"]).code,
        code=row["code"],
        title=Text(row["title"], row["title_en"]),
        quantity=row["quantity"],
        unit=Text(row["unit"], row["unit_en"]),
        owner=row["owner"],
        basis=row["basis"],
        effect=Text(row["effect"], row["effect_en"]),
        cost=row.get("cost"),
    )


def score_interval(sub: SubIndicator, known: Known) -> tuple[float, float] | None:
    """The scores the figure may have; a level judged from documents may lie anywhere in its band."""
    if known.score is None or known.status not in SCORED:
        return None
    if known.status is Status.FROM_DOCUMENTS:
        return (max(0.0, known.score - BAND / 2), min(TOP, known.score + BAND / 2))
    if known.low is None or known.high is None or len(sub.parts) > 1:
        return (known.score, known.score)
    ends = sorted(part_score(sub.parts[0], end) for end in (known.low, known.high))
    return (min(ends[0], known.score), max(ends[1], known.score))


def call(low: float, high: float, target: float = TARGET) -> Call:
    if high < target:
        return Call.ACT
    return Call.MEASURE if low < target else Call.NONE


def gaps(known: Mapping[str, Known], settled: Collection[str] = ()) -> tuple[Gap, ...]:
    """At most three, acts before measurements and the widest gap first; `settled` codes are left out."""
    found = [
        gap
        for code, template in templates().items()
        if code not in settled and code in known and (gap := _gap(template, known[code]))
    ]
    found.sort(key=lambda gap: (gap.call is not Call.ACT, gap.score, gap.template.sub))
    return tuple(found[:MOST])


def _gap(template: Template, known: Known) -> Gap | None:
    ends = score_interval(sub_indicator(template.sub), known)
    if ends is None or known.score is None:
        return None
    decided = call(*ends)
    if decided is Call.NONE:
        return None
    return Gap(template, decided, known.score, *ends)
