"""Weights that make a sample look like the register: iterative proportional fitting over its margins.

Deming & Stephan (1940). Weights are trimmed to a tenth and ten times their mean, so that nobody speaks
for a whole dusun; `deff` is Kish's 1 + cv^2 of what came out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

ROUNDS, CLOSE = 200, 1e-6
LEAST, MOST = 0.1, 10.0
Margins = Mapping[str, Mapping[str, float]]
Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Raked:
    """`weights` in the order of the respondents, mean 1. `off` is the largest share still missing."""

    weights: tuple[float, ...]
    converged: bool
    deff: float
    off: float


class EmptyCell(ValueError):
    """The register has people where the sample has nobody; `margin` and `value` say where."""

    def __init__(self, margin: str, value: str) -> None:
        super().__init__(f"{margin}={value}")
        self.margin, self.value = margin, value


def rake(respondents: Sequence[Mapping[str, str]], margins: Margins) -> Raked:
    """`margins`: for dusun, age, sex the people of each value in the register.

    Raises EmptyCell, which asks for merging values; ValueError without respondents. Weights that do not
    converge are given back as such: they are not to be used for a figure.
    """
    if not respondents:
        raise ValueError("no respondents")
    members = [
        (_members(respondents, margin, value), people / sum(values.values()))
        for margin, values in margins.items()
        for value, people in values.items()
        if people > 0
    ]
    weights = np.ones(len(respondents))
    for _ in range(ROUNDS):
        for rows, share in members:
            weights[rows] *= share * weights.sum() / weights[rows].sum()
        weights = _trimmed(weights)
        if _off(weights, members) < CLOSE:
            break
    off = _off(weights, members)
    deff = 1 + float(np.var(weights)) / float(weights.mean()) ** 2
    return Raked(tuple(float(w) for w in weights), off < CLOSE, deff, off)


def _trimmed(weights: Array) -> Array:
    """Mean 1 with none outside the limits: what trimming takes away is given back to the others."""
    for _ in range(50):
        weights = np.clip(weights / weights.mean(), LEAST, MOST)
        if abs(weights.mean() - 1) < CLOSE / 10:
            break
    return weights


def _members(
    respondents: Sequence[Mapping[str, str]], margin: str, value: str
) -> npt.NDArray[np.intp]:
    rows = [i for i, person in enumerate(respondents) if person.get(margin) == value]
    if not rows:
        raise EmptyCell(margin, value)
    return np.array(rows, dtype=np.intp)


def _off(weights: Array, members: Sequence[tuple[npt.NDArray[np.intp], float]]) -> float:
    total = weights.sum()
    return float(
        max((abs(weights[rows].sum() / total - share) for rows, share in members), default=0)
    )
