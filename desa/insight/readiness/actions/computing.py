"""The nightly count: every sub-indicator asked from its room, kept when it says something new."""

from datetime import date
from typing import Any

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.ids import new_id
from desa.foundation.core.measures import Reading, Standing, measures
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.tenancy.scope import current_village
from desa.insight.readiness.actions.judging import assessed
from desa.insight.readiness.enums import WHOLE_VILLAGE
from desa.insight.readiness.exceptions import FutureCutoff
from desa.insight.readiness.models import Measurement
from desa.insight.readiness.queries import current, seal_key, sealed_fields
from desa.insight.readiness.rules.catalogue import SubIndicator, catalogue
from desa.insight.readiness.rules.measuring import Figure, PartValue, figure
from desa.insight.readiness.rules.rows import rows_csv
from desa.insight.readiness.rules.seals import seal
from desa.insight.readiness.rules.sources import SWITCHED_OFF, waiting_for
from desa.insight.readiness.rules.standing import Status

CSV = "text/csv"


def compute_measurements(*, by: Actor, until: date) -> list[Measurement]:
    """Every sub-indicator with the state at the end of `until`; gives the rows that were added.

    Each is an action of its own, so that one room's fault keeps no other room's figure back. Raises
    FutureCutoff.
    """
    if until > clock.today(current_village()):
        raise FutureCutoff(until)
    subs = [sub for indicator in catalogue() for sub in indicator.subs]
    return [row for sub in subs if (row := measure_one(by=by, sub=sub, until=until))]


def measure_one(*, by: Actor, sub: SubIndicator, until: date) -> Measurement | None:
    """None when the figure and its rows are those already kept in this month."""
    readings = {part.name: _read(sub, part.name, until) for part in sub.parts}
    found = figure(sub, {name: part_value(reading) for name, reading in readings.items()})
    rows = [(name, reading.evidence) for name, reading in readings.items()]
    if found.status is Status.NO_DATA and (judged := assessed(sub, until)):
        found, rows = judged.figure, [("", judged.evidence)]
    table = rows_csv(rows)
    digest = put_content(table)
    return _keep(by=by, sub=sub, found=found, until=until, rows=(digest, len(table)))


def _read(sub: SubIndicator, part: str, until: date) -> Reading:
    """What the room says; a room that is switched off or not built says so itself."""
    name = f"{sub.code}.{part}" if part else sub.code
    if not (item := measures.find(name)):
        return Reading(Standing.NO_DATA, why=waiting_for(sub.needs))
    if not current_village().has_room(item.room):
        return Reading(Standing.NOT_APPLICABLE, why=SWITCHED_OFF)
    return item.read(until)


def part_value(reading: Reading) -> PartValue:
    return PartValue(
        Status(reading.standing),
        reading.value,
        reading.low,
        reading.high,
        reading.numerator,
        reading.denominator,
        reading.n if reading.n is not None else reading.denominator,
        reading.why,
    )


@action
def _keep(
    *, by: Actor, sub: SubIndicator, found: Figure, until: date, rows: tuple[str, int]
) -> Measurement | None:
    last = current(sub.code, WHOLE_VILLAGE, until)
    values = _values(sub, found, rows[0])
    if last and _same_month(last.cutoff, until) and _says(last, values):
        return None
    same_day = last if last and last.cutoff == until else None
    row = Measurement(
        id=new_id(),
        scope=WHOLE_VILLAGE,
        cutoff=until,
        computed_at=clock.now(),
        computed_by_label=by.actor_label,
        supersedes=same_day,
        rows=register_file(digest=rows[0], size=rows[1], media_type=CSV),
        **values,
    )
    row.village = current_village()
    row.seal = seal(seal_key(), sealed_fields(row))
    row.full_clean()
    row.save(force_insert=True)
    record("readiness.measurement.added", row, by, code=sub.code)
    return row


def _same_month(one: date, other: date) -> bool:
    """A figure that stays the same is kept once a month: often enough not to grow stale."""
    return (one.year, one.month) == (other.year, other.month)


def _says(row: Measurement, values: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in values.items())


def _values(sub: SubIndicator, found: Figure, digest: str) -> dict[str, Any]:
    return {
        "code": sub.code,
        "status": found.status.value,
        "value": _ratio(found.value),
        "score": _ratio(found.score),
        "low": _ratio(found.low),
        "high": _ratio(found.high),
        "numerator": found.numerator,
        "denominator": found.denominator,
        "n": found.n,
        "why": found.why,
        "parts": [list(part) for part in found.parts],
        "method": sub.method,
        "rows_digest": digest,
    }


def _ratio(number: float | None) -> float | None:
    """As the database gives it back: a whole number becomes a float there, and the seal must still fit."""
    return None if number is None else float(number)
