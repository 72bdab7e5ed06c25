"""The study as a first, qualitative reading of the eight indicators: judged levels with their quotes."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Judgement:
    """Levels 1 to 5: the least and the most the words allow, and the likeliest."""

    indicator: str
    sub: str
    low: int
    mode: int
    high: int
    confidence: str
    quote: str

    def __post_init__(self) -> None:
        if not 1 <= self.low <= self.mode <= self.high <= 5:
            raise ValueError(f"{self.sub}: {self.low}, {self.mode}, {self.high}")


@cache
def baseline() -> tuple[Judgement, ...]:
    text = files("desa.insight.readiness").joinpath("data/baseline.toml").read_text("utf-8")
    return tuple(Judgement(**row) for row in tomllib.loads(text)["judgement"])
