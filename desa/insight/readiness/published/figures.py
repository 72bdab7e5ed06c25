"""The Rapor Desa Digital: the eight, and every figure under them."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from desa.insight.readiness import queries
from desa.insight.readiness.models import Measurement
from desa.insight.readiness.published.stage import MEASURED, StageLine, stage
from desa.insight.readiness.published.words import (
    STATUS_WORDS,
    judged_words,
    level_words,
    said,
    value_words,
)
from desa.insight.readiness.rules.aggregate import IndicatorScore
from desa.insight.readiness.rules.catalogue import (
    Indicator,
    SubIndicator,
    catalogue,
    sub_indicator,
)
from desa.insight.readiness.rules.standing import SCORED, Status
from desa.insight.readiness.rules.whole import Known, whole


@dataclass(frozen=True)
class SubLine:
    """A sub-indicator now. `score` is None without a number; `value_words` then says which standing."""

    code: str
    name: str
    plain: str
    status: str
    status_words: str
    value_words: str
    score: int | None
    why: str
    cutoff: date | None
    formula: str
    source: str
    guards: tuple[str, ...]
    basis: str
    needs: str
    url: str
    rows_url: str


@dataclass(frozen=True)
class IndicatorLine:
    """`low` and `high` are the score if everything unknown were 0, or 100."""

    code: str
    name: str
    asks: str
    url: str
    level_words: str
    score: int | None
    low: int
    high: int
    known: int
    of: int
    weakest: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Rapor:
    indicators: tuple[IndicatorLine, ...]
    stage: StageLine | None
    scored: int
    cutoff: date | None
    method: str


def rapor() -> Rapor:
    known = queries.known_figures()
    found = whole(known)
    lines = tuple(
        _indicator(indicator, score, known)
        for indicator, score in zip(catalogue(), found.indicators, strict=True)
    )
    rows = queries.currents()
    last = queries.latest_stage(MEASURED)
    return Rapor(
        indicators=lines,
        stage=stage(last) if last else None,
        scored=sum(1 for line in lines if line.score is not None),
        cutoff=max((row.cutoff for row in rows.values()), default=None),
        method=last.method if last else "",
    )


def indicator(code: str) -> tuple[IndicatorLine, tuple[SubLine, ...]] | None:
    """None for a code that is not one of the eight."""
    found = next((item for item in catalogue() if item.code == code), None)
    if found is None:
        return None
    known, rows = queries.known_figures(), queries.currents()
    place = [item.code for item in catalogue()].index(code)
    line = _indicator(found, whole(known).indicators[place], known)
    return line, tuple(_sub(sub, known, rows.get(sub.code)) for sub in found.subs)


def sub(code: str) -> SubLine | None:
    try:
        found = sub_indicator(code)
    except LookupError:
        return None
    return _sub(found, queries.known_figures(), queries.current(code))


def _indicator(item: Indicator, score: IndicatorScore, known: dict[str, Known]) -> IndicatorLine:
    subs = item.scored_subs
    numbered = [sub for sub in subs if sub.code in known and known[sub.code].score is not None]
    lowest = min(numbered, key=lambda sub: known[sub.code].score or 0.0, default=None)
    names = {sub.code: said(sub.name) for sub in subs}
    return IndicatorLine(
        code=item.code,
        name=said(item.name),
        asks=said(item.asks),
        url=reverse("readiness:indicator", args=[item.code.lower()]),
        level_words=level_words(score.level),
        score=None if score.score is None else round(score.score),
        low=round(score.low),
        high=round(score.high),
        known=len(subs) - len(score.missing),
        of=len(subs),
        weakest=said(lowest.name) if lowest else "",
        missing=tuple(names[code] for code in score.missing),
    )


def _sub(sub: SubIndicator, known: dict[str, Known], row: Measurement | None) -> SubLine:
    figure = known.get(sub.code, Known(Status.NO_DATA, None))
    return SubLine(
        code=sub.code,
        name=said(sub.name),
        plain=said(sub.plain),
        status=figure.status.value,
        status_words=str(STATUS_WORDS[figure.status]),
        value_words=_words(sub, figure),
        score=None if figure.score is None else round(figure.score),
        why=row.why if row else "",
        cutoff=row.cutoff if row else None,
        formula=sub.formula,
        source=sub.source,
        guards=sub.guards,
        basis=sub.basis,
        needs=sub.needs,
        url=reverse("readiness:sub", args=[sub.code.lower()]),
        rows_url=reverse("readiness:rows", args=[sub.code.lower()]) if row and row.rows_id else "",
    )


def _words(sub: SubIndicator, figure: Known) -> str:
    if figure.status is Status.FROM_DOCUMENTS and figure.score is not None:
        return judged_words(figure.score)
    return value_words(sub, figure.status, figure.value if figure.status in SCORED else None)
