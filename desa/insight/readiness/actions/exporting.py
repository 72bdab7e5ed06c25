"""Everything that is published, as files a stranger can count again: tidy tables and the script that does it.

Column names as in SDMX; how each column is to be read stands in csv-metadata.json (CSVW).
"""

import csv
import json
from collections.abc import Iterable, Sequence
from importlib.resources import files
from io import StringIO
from typing import Any

from desa.foundation.core.measures import Evidence
from desa.foundation.core.values.cells import as_text
from desa.foundation.tenancy.scope import current_village
from desa.insight.readiness.models import Measurement, StageReading
from desa.insight.readiness.queries import evidence_of
from desa.insight.readiness.rules.catalogue import Part, SubIndicator, catalogue, sub_indicator
from desa.insight.readiness.rules.measuring import part_score
from desa.insight.readiness.rules.origins import GIVEN, WAYS, origin
from desa.insight.readiness.rules.standing import MAX_AGE

MEASUREMENTS = (
    "ID", "REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "SCORE", "LOW", "HIGH",
    "NUMERATOR", "DENOMINATOR", "N", "PART_SCORES", "VALUE_FROM", "ROWS_FILE", "ROWS_DIGEST", "METHOD",
    "SUPERSEDES", "COMMENT",
)  # fmt: skip
CODEBOOK = (
    "INDICATOR", "PART", "NAME", "NAME_EN", "FORMULA", "SOURCE", "UNIT", "WORST", "B1", "B2", "B3", "B4",
    "BEST", "COMBINE", "SCORED", "BASIS", "CADENCE", "MAX_AGE_DAYS", "METHOD",
)  # fmt: skip
STAGES = (
    "REF_AREA", "TIME_PERIOD", "STAGE", "GATE", "WEAKEST", "SCORE", "ARITHMETIC", "P5", "P50", "P95",
    "CHANCE_1", "CHANCE_2", "CHANCE_3", "CHANCE_4", "CHANCE_5", "METHOD",
)  # fmt: skip
INDICATORS = ("TIME_PERIOD", "INDICATOR", "SCORE", "LOW", "HIGH", "COMPLETENESS", "MISSING")
ROWS = ("part", "label", "value", "open", "on", "note")
Table = list[dict[str, Any]]


def export_files() -> dict[str, bytes]:
    """Path in the folder -> bytes; the same figures give the same bytes."""
    rows = list(Measurement.objects.order_by("cutoff", "id").select_related("rows"))
    tables: dict[str, bytes] = {}
    measured: Table = []
    for row in rows:
        evidence = evidence_of(row)
        if evidence:
            tables[_rows_file(row)] = _csv(ROWS, _row_lines(evidence))
        measured.append(_measurement(row, evidence))
    stages = _latest_of_each_day(StageReading.objects.filter(basis="terukur").order_by("id"))
    tables |= {
        "measurements.csv": _csv(MEASUREMENTS, measured),
        "codebook.csv": _csv(CODEBOOK, _codebook()),
        "stage.csv": _csv(STAGES, [_stage(row) for row in stages]),
        "indicators.csv": _csv(INDICATORS, [line for row in stages for line in _scores(row)]),
    }
    data = files("desa.insight.readiness").joinpath("data")
    tables["recompute.py"] = data.joinpath("recompute.txt").read_bytes()
    tables["BACA-SAYA.txt"] = data.joinpath("BACA-SAYA.txt").read_bytes()
    tables["csv-metadata.json"] = _described(tables)
    return dict(sorted(tables.items()))


def _rows_file(row: Measurement) -> str:
    return f"rows/{row.code}-{row.rows_digest[:12]}.csv"


def _latest_of_each_day(rows: Iterable[StageReading]) -> list[StageReading]:
    found = {row.cutoff: row for row in rows}
    return [found[day] for day in sorted(found)]


def _measurement(row: Measurement, evidence: Sequence[tuple[str, Evidence]]) -> dict[str, Any]:
    return {
        "ID": row.pk,
        "REF_AREA": current_village().code,
        "INDICATOR": row.code,
        "TIME_PERIOD": row.cutoff.isoformat(),
        "OBS_VALUE": row.value,
        "OBS_STATUS": row.status,
        "SCORE": row.score,
        "LOW": row.low,
        "HIGH": row.high,
        "NUMERATOR": row.numerator,
        "DENOMINATOR": row.denominator,
        "N": row.n,
        "PART_SCORES": ";".join(f"{name}={score!r}" for name, score in row.parts),
        "VALUE_FROM": _value_from(row, evidence),
        "ROWS_FILE": _rows_file(row) if evidence else "",
        "ROWS_DIGEST": row.rows_digest,
        "METHOD": row.method,
        "SUPERSEDES": row.supersedes_id,
        "COMMENT": row.why,
    }


def _value_from(row: Measurement, evidence: Sequence[tuple[str, Evidence]]) -> str:
    """One word for every part, in the order of the codebook."""
    sub = sub_indicator(row.code)
    if row.value is None or sub.method != row.method:
        return "|".join(GIVEN for _ in sub.parts)
    if len(sub.parts) == 1:
        own = [item for _part, item in evidence]
        return origin(row.value, own, row.numerator, row.denominator)
    scores = {name: float(score) for name, score in row.parts}
    return "|".join(_part_from(part, scores.get(part.name), evidence) for part in sub.parts)


def _part_from(part: Part, score: float | None, evidence: Sequence[tuple[str, Evidence]]) -> str:
    """The value of a part is not kept, its score is: the way must lead to that score."""
    own = [item for name, item in evidence if name == part.name]
    if score is None or not own:
        return GIVEN
    for name, way in WAYS.items():
        again = way(own)
        if again is not None and abs(part_score(part, again) - score) <= 1e-10:
            return name
    return GIVEN


def _row_lines(evidence: Sequence[tuple[str, Evidence]]) -> Table:
    """Rows that are not for everyone keep their value and lose their words."""
    return [
        {
            "part": part,
            "label": item.label if item.public else f"baris {number}",
            "value": repr(float(item.value)),
            "open": int(item.open),
            "on": item.on.isoformat() if item.on else "",
            "note": item.note if item.public else "",
        }
        for number, (part, item) in enumerate(evidence, start=1)
    ]


def _codebook() -> Table:
    return [
        _book(sub, part)
        for indicator in catalogue()
        for sub in indicator.subs
        for part in sub.parts
    ]


def _book(sub: SubIndicator, part: Part) -> dict[str, Any]:
    goal = part.goalposts
    points = (
        dict(zip(("WORST", "B1", "B2", "B3", "B4", "BEST"), goal.points, strict=True))
        if goal
        else {}
    )
    return {
        **points,
        "INDICATOR": sub.code,
        "PART": part.name,
        "NAME": sub.name.id,
        "NAME_EN": sub.name.en,
        "FORMULA": sub.formula,
        "SOURCE": sub.source,
        "UNIT": part.unit.value,
        "COMBINE": sub.combine.value,
        "SCORED": int(sub.scored),
        "BASIS": sub.basis,
        "CADENCE": sub.cadence.value,
        "MAX_AGE_DAYS": MAX_AGE[sub.cadence].days,
        "METHOD": sub.method,
    }


def _stage(row: StageReading) -> dict[str, Any]:
    spread = row.figures["spread"] or [None, None, None]
    chances = {f"CHANCE_{stage}": chance for stage, chance in row.figures["chances"]}
    return {
        **chances,
        "REF_AREA": current_village().code,
        "TIME_PERIOD": row.cutoff.isoformat(),
        "STAGE": row.stage,
        "GATE": row.gate,
        "WEAKEST": row.weakest,
        "SCORE": row.figures["score"],
        "ARITHMETIC": row.figures["arithmetic"],
        "P5": spread[0],
        "P50": spread[1],
        "P95": spread[2],
        "METHOD": row.method,
    }


def _scores(row: StageReading) -> Table:
    return [
        {
            "TIME_PERIOD": row.cutoff.isoformat(),
            "INDICATOR": score["code"],
            "SCORE": score["score"],
            "LOW": score["low"],
            "HIGH": score["high"],
            "COMPLETENESS": score["completeness"],
            "MISSING": " ".join(score["missing"]),
        }
        for score in row.figures["indicators"]
    ]


def _csv(columns: Sequence[str], rows: Table) -> bytes:
    out = StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue().encode()


def _cell(value: Any) -> Any:
    """Floats to the last bit; a text that a spreadsheet would take for a formula is made text."""
    if isinstance(value, float):
        return repr(value)
    return as_text(value) if isinstance(value, str) else value


def _described(tables: dict[str, bytes]) -> bytes:
    described = [
        {
            "url": name,
            "tableSchema": {
                "columns": [
                    {"name": column} for column in content.decode().split("\n", 1)[0].split(",")
                ]
            },
        }
        for name, content in sorted(tables.items())
        if name.endswith(".csv")
    ]
    whole = {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": f"Rapor Desa Digital {current_village().name}",
        "dc:license": "https://creativecommons.org/licenses/by/4.0/",
        "tables": described,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()
