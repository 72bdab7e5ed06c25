"""The stage with its uncertainty. Loads numpy: only for jobs and commands, never for the web process."""

from collections import defaultdict
from dataclasses import asdict
from datetime import date
from typing import Any

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.ids import new_id
from desa.foundation.tenancy.scope import current_village
from desa.insight.readiness.engine.simulation import Simulated, Uncertain, simulate
from desa.insight.readiness.models import StageReading
from desa.insight.readiness.queries import (
    known_figures,
    latest_stage,
    seal_key,
    stage_fields,
)
from desa.insight.readiness.rules.baseline import baseline
from desa.insight.readiness.rules.catalogue import SubIndicator, Unit, catalogue
from desa.insight.readiness.rules.scoring import Goalposts, level_of
from desa.insight.readiness.rules.seals import seal
from desa.insight.readiness.rules.standing import SCORED, Status
from desa.insight.readiness.rules.whole import Known, Whole, method_of_all, whole

SCORE = Goalposts(0, (20, 40, 60, 80), 100)
MEASURED, STUDY = "terukur", "studi"


def compute_stage(*, by: Actor, until: date) -> StageReading:
    """Of what is measured until that day; the same reading again when nothing changed."""
    known = known_figures(until)
    found = whole(known)
    drawn = _drawn(known, found)
    simulated = simulate(drawn) if drawn else None
    return _keep(by=by, basis=MEASURED, until=until, found=found, simulated=simulated)


def compute_study(*, by: Actor) -> StageReading:
    """The study's own stage, once: judged levels with their quotes, dated to the study."""
    if last := latest_stage(STUDY):
        return last
    drawn: dict[str, list[Uncertain]] = defaultdict(list)
    for row in baseline():
        drawn[row.indicator].append(Uncertain(row.sub, row.low, row.mode, row.high))
    today = clock.today(current_village())
    return _keep(by=by, basis=STUDY, until=today, found=None, simulated=simulate(drawn))


def _drawn(known: dict[str, Known], found: Whole) -> dict[str, list[Uncertain]]:
    """Only indicators with a score: one that may not be given a point gets no interval either."""
    scored = {score.code for score in found.indicators if score.score is not None}
    return {
        indicator.code: [
            _uncertain(sub, known[sub.code])
            for sub in indicator.scored_subs
            if sub.code in known and known[sub.code].status in SCORED
        ]
        for indicator in catalogue()
        if indicator.code in scored
    }


def _uncertain(sub: SubIndicator, figure: Known) -> Uncertain:
    """What people judged from documents is as wide as its band, like the levels of the study."""
    if figure.status is Status.FROM_DOCUMENTS and figure.score is not None:
        level = float(level_of(figure.score))
        return Uncertain(sub.code, level, level, level)
    posts = sub.parts[0].goalposts
    if len(sub.parts) > 1 or figure.value is None or posts is None:
        if sub.parts[0].unit is Unit.LEVEL and len(sub.parts) == 1 and figure.value is not None:
            return Uncertain(sub.code, figure.value, figure.value, figure.value)
        score = figure.score or 0.0
        return Uncertain(sub.code, score, score, score, SCORE)
    low = figure.value if figure.low is None else min(figure.low, figure.value)
    high = figure.value if figure.high is None else max(figure.high, figure.value)
    return Uncertain(sub.code, low, figure.value, high, posts)


@action
def _keep(
    *, by: Actor, basis: str, until: date, found: Whole | None, simulated: Simulated | None
) -> StageReading:
    values = _values(basis, found, simulated)
    last = latest_stage(basis)
    if last and last.cutoff == until and all(getattr(last, k) == v for k, v in values.items()):
        return last
    row = StageReading(id=new_id(), cutoff=until, computed_at=clock.now(), **values)
    row.village = current_village()
    row.seal = seal(seal_key(), stage_fields(row))
    row.full_clean()
    row.save(force_insert=True)
    record("readiness.stage.added", row, by, basis=basis)
    return row


def _values(basis: str, found: Whole | None, simulated: Simulated | None) -> dict[str, Any]:
    chances = dict(simulated.stages) if simulated else {}
    likeliest = max(chances, key=lambda stage: chances[stage]) if chances else None
    overall = found.overall if found else None
    return {
        "basis": basis,
        "stage": overall.stage if overall else likeliest,
        "gate": overall.gate if overall else "",
        "weakest": (overall.weakest or "") if overall else "",
        "figures": _figures(found, simulated),
        "method": method_of_all(),
    }


def _figures(found: Whole | None, simulated: Simulated | None) -> dict[str, Any]:
    """As JSON gives it back: lists for tuples."""
    scores = [asdict(score) for score in found.indicators] if found else []
    for score in scores:
        score["missing"] = list(score["missing"])
    return {
        "score": found.overall.score if found else None,
        "arithmetic": found.overall.arithmetic if found else None,
        "indicators": scores,
        "spread": [simulated.p5, simulated.p50, simulated.p95] if simulated else None,
        "chances": [list(pair) for pair in simulated.stages] if simulated else [],
        "bottom": [list(pair) for pair in simulated.bottom] if simulated else [],
        "indicator_spread": [list(row) for row in simulated.indicators] if simulated else [],
    }
