"""The core of the engine on a public composite index: 51 countries, 49 indicators, three levels.

Steps 1 to 4 (denominate, impute, screen, treat outliers) belong to that index and stand here; normalising,
weighting and aggregating are ours. Both results of COINr (Becker et al. 2022, doi:10.21105/joss.04567).
"""

import csv
import os
from collections import Counter, defaultdict
from collections.abc import Callable
from math import log, sqrt
from pathlib import Path

import pytest

from desa.insight.readiness.rules.aggregate import arithmetic, geometric
from desa.insight.readiness.rules.scoring import Goalposts

Table = dict[str, dict[str, float]]
Row = dict[str, str]
Mean = Callable[[list[float], list[float]], float]


def _rows(name: str) -> list[Row]:
    path = Path(os.environ["DESA_SHARED"]) / "data/benchmarks/asem" / name
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _denominated(units: list[Row], meta: list[Row]) -> dict[str, dict[str, float | None]]:
    found: dict[str, dict[str, float | None]] = {}
    for item in meta:
        by = item["denominator"]
        found[item["code"]] = {
            unit["uCode"]: float(unit[item["code"]]) / (float(unit[by]) if by else 1)
            if unit[item["code"]] and (not by or unit[by])
            else None
            for unit in units
        }
    return found


def _imputed(values: dict[str, float | None], group: dict[str, str]) -> dict[str, float]:
    known: dict[str, list[float]] = defaultdict(list)
    for unit, value in values.items():
        if value is not None:
            known[group[unit]].append(value)
    means = {name: sum(held) / len(held) for name, held in known.items()}
    return {unit: means[group[unit]] if v is None else v for unit, v in values.items()}


def _moment(values: list[float], power: int) -> float:
    mean = sum(values) / len(values)
    return sum((value - mean) ** power for value in values)


def _passes(values: list[float]) -> bool:
    n, s2 = len(values), _moment(values, 2)
    skew = sqrt(n) * _moment(values, 3) / s2**1.5 * sqrt(n * (n - 1)) / (n - 2)
    r = n * _moment(values, 4) / s2**2
    kurtosis = ((n + 1) * (r - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
    return abs(skew) < 2 or kurtosis < 3.5


def _winsorised(values: list[float], most: int) -> tuple[list[float], bool]:
    """One end at a time; how many points moved is the size of the tied groups at both ends."""
    now, high, low = list(values), 0, 0
    while not _passes(now) and high + low < most:
        if _moment(now, 3) >= 0:
            top, following = max(now), max(v for v in now if v < max(now))
            high = now.count(top)
            now = [following if v == top else v for v in now]
        else:
            bottom, following = min(now), min(v for v in now if v > min(now))
            low = now.count(bottom)
            now = [following if v == bottom else v for v in now]
    return now, _passes(now)


def _treated(values: dict[str, float], most: int) -> tuple[dict[str, float], str]:
    held = list(values.values())
    if _passes(held):
        return values, "none"
    now, good = _winsorised(held, most)
    if good:
        return dict(zip(values, now, strict=True)), "winsorised"
    low, reach = min(held), max(held) - min(held)
    logs = [log(v - low + 0.01 * reach) for v in held]
    return dict(zip(values, logs, strict=True)), "log_CT"


def _normalised(values: dict[str, float], direction: int, floor: float) -> dict[str, float]:
    """Our goalposts laid evenly between the ends are the min-max of the published index."""
    low, high = min(values.values()), max(values.values())
    ends = (low, high) if direction > 0 else (high, low)
    step = (ends[1] - ends[0]) / 5
    breaks = tuple(ends[0] + step * k for k in range(1, 5))
    posts = Goalposts(ends[0], (breaks[0], breaks[1], breaks[2], breaks[3]), ends[1])
    return {unit: floor + posts.score(v) * (100 - floor) / 100 for unit, v in values.items()}


def _index(most: int, floor: float, mean: Mean) -> tuple[Table, Counter[str]]:
    units, meta = _rows("indicators.csv"), _rows("meta.csv")
    items = [item for item in meta if item["level"] == "1"]
    group = {unit["uCode"]: unit["EurAsia_group"] for unit in units}
    scores: Table = {}
    done: Counter[str] = Counter()
    for code, raw in _denominated(units, items).items():
        treated, how = _treated(_imputed(raw, group), most)
        done[how] += 1
        direction = next(int(item["direction"]) for item in items if item["code"] == code)
        scores[code] = _normalised(treated, direction, floor)
    for level in "234":
        for parent in (item["code"] for item in meta if item["level"] == level):
            parts = [item for item in meta if item["parent"] == parent]
            weights = [float(part["weight"]) for part in parts]
            scores[parent] = {
                unit: mean([scores[part["code"]][unit] for part in parts], weights)
                for unit in group
            }
    return scores, done


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "most", "floor", "mean", "treated"),
    [
        ("expected.csv", 5, 0.0, arithmetic, {"winsorised": 15, "none": 34}),
        ("expected_geometric.csv", 1, 1.0, geometric, {"winsorised": 4, "log_CT": 11, "none": 34}),
    ],
)
def test_published_index_comes_out(
    file: str, most: int, floor: float, mean: Mean, treated: dict[str, int]
) -> None:
    scores, done = _index(most, floor, mean)
    expected = _rows(file)
    columns = [name for name in expected[0] if name not in {"uCode", "rank"}]
    worst = max(
        abs(scores[column][row["uCode"]] - float(row[column]))
        for row in expected
        for column in columns
    )
    assert len(expected) == 51
    assert worst < 1e-9
    assert dict(done) == treated


@pytest.mark.shared
def test_published_ranks_come_out() -> None:
    scores, _ = _index(5, 0.0, arithmetic)
    order = sorted(scores["Index"], key=lambda unit: -scores["Index"][unit])
    ranks = {row["uCode"]: int(row["rank"]) for row in _rows("expected.csv")}
    assert {unit: place for place, unit in enumerate(order, start=1)} == ranks
