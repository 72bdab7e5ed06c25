from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from operator import ge, le, lt
from pkgutil import iter_modules

from tools.bench import measurements
from tools.bench.workspace import Workspace

AT_MOST, BELOW, AT_LEAST = le, lt, ge


@dataclass(frozen=True)
class Measurement:
    name: str
    unit: str
    budget: float
    measure: Callable[[Workspace], float]
    holds: Callable[[float, float], bool] = AT_MOST
    programs: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 300  # longer than this counts as failed
    group: str = ""  # `./bench GROUP` runs all of it


@dataclass(frozen=True)
class Result:
    """`value` is None when the measurement failed; that is never within any budget."""

    name: str
    value: float | None
    unit: str
    budget: float
    within: bool


def judge(measurement: Measurement, value: float | None) -> Result:
    within = value is not None and measurement.holds(value, measurement.budget)
    return Result(measurement.name, value, measurement.unit, measurement.budget, within)


def registered() -> dict[str, Measurement]:
    """All measurements of the package, by name, in the order of its files."""
    found: dict[str, Measurement] = {}
    for measurement in _declared():
        if measurement.name in found:
            raise ValueError(f"two measurements are called {measurement.name}")
        found[measurement.name] = measurement
    return found


def _declared() -> Iterator[Measurement]:
    for module in iter_modules(measurements.__path__):
        yield from import_module(f"{measurements.__name__}.{module.name}").MEASUREMENTS
