"""The village as a whole, measured, and as the study read it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desa.insight.readiness import queries
from desa.insight.readiness.models import StageReading
from desa.insight.readiness.published.words import LEVEL_NAMES, LEVEL_SENTENCES, name_of, said
from desa.insight.readiness.rules.aggregate import stage_words
from desa.insight.readiness.rules.baseline import baseline
from desa.insight.readiness.rules.catalogue import (
    Indicator,
    catalogue,
)
from desa.insight.readiness.rules.scoring import score_of_level

MEASURED, STUDY = "terukur", "studi"


@dataclass(frozen=True)
class StageLine:
    """The village as a whole; `stages` is one stage, or two when none is sure enough."""

    words: str
    sentence: str
    stage: int
    score: int
    low: int
    high: int
    chance: int
    weakest: str
    gate: str


@dataclass(frozen=True)
class StudyLine:
    """What the study said of an indicator, drawn apart and never joined to what is measured."""

    code: str
    name: str
    score: int
    low: int
    high: int
    quotes: tuple[str, ...]


def stage(row: StageReading) -> StageLine | None:
    """None while fewer than six indicators have a score."""
    spread = row.figures.get("spread")
    if row.stage is None or not spread:
        return None
    chances = {int(stage): float(chance) for stage, chance in row.figures["chances"]}
    stages = stage_words(chances)
    names = [str(LEVEL_NAMES[stage]) for stage in stages]
    words = names[0] if len(names) == 1 else _("antara %(one)s dan %(two)s") % _pair(names)
    return StageLine(
        words=words,
        sentence=str(LEVEL_SENTENCES[stages[0]]),
        stage=row.stage,
        score=round(row.figures["score"] if row.figures["score"] is not None else spread[1]),
        low=round(spread[0]),
        high=round(spread[2]),
        chance=round(100 * sum(chances[stage] for stage in stages)),
        weakest=name_of(row.weakest),
        gate=name_of(row.gate),
    )


def _pair(names: list[str]) -> dict[str, str]:
    return {"one": names[0], "two": names[1]}


def study() -> tuple[tuple[StudyLine, ...], StageLine | None]:
    """The eight as the study judged them, with its own stage."""
    last = queries.latest_stage(STUDY)
    return tuple(_study(item) for item in catalogue()), stage(last) if last else None


def _study(item: Indicator) -> StudyLine:
    rows = [row for row in baseline() if row.indicator == item.code]

    def mean(levels: list[int]) -> int:
        return round(sum(score_of_level(level) for level in levels) / len(levels))

    return StudyLine(
        code=item.code,
        name=said(item.name),
        score=mean([row.mode for row in rows]),
        low=mean([row.low for row in rows]),
        high=mean([row.high for row in rows]),
        quotes=tuple(row.quote for row in rows),
    )
