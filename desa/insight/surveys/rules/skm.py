"""Survei Kepuasan Masyarakat (PermenPANRB 14/2017): the index with exact weights 1/n.

0.11 or 0.111 for a ninth are in use too and give a perfect survey 99.00 or 99.90; only 1/n gives 100.
Rounding is half up to two decimals before the category is read: the published bands have gaps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

LOWEST, HIGHEST = 1, 4
SCALE = 25
CENT = Decimal("0.01")
GRADES = ((Decimal("88.31"), "A"), (Decimal("76.61"), "B"), (Decimal("65.00"), "C"))
ELEMENTS = {
    "U1": "Persyaratan",
    "U2": "Sistem, mekanisme, dan prosedur",
    "U3": "Waktu penyelesaian",
    "U4": "Biaya/tarif",
    "U5": "Produk spesifikasi jenis pelayanan",
    "U6": "Kompetensi pelaksana",
    "U7": "Perilaku pelaksana",
    "U8": "Penanganan pengaduan, saran, dan masukan",
    "U9": "Sarana dan prasarana",
}


class NoAnswers(ValueError):
    """No element has an answer: there is no index, and it is not zero."""


@dataclass(frozen=True)
class Oddity:
    """An answer that is not 1 to 4. `respondent` counts from 1 in the order of the rows."""

    respondent: int
    element: str
    answer: str


@dataclass(frozen=True)
class ElementResult:
    """`n` answers of 1 to 4 and their mean; None without an answer."""

    element: str
    n: int
    mean: Fraction | None

    @property
    def score(self) -> Decimal | None:
        return None if self.mean is None else rounded(self.mean * SCALE)

    @property
    def grade(self) -> str | None:
        return None if self.score is None else grade_of(self.score)


@dataclass(frozen=True)
class SkmResult:
    """`index` is None when an element has no answer: nine elements, not eight, make an IKM."""

    n: int
    elements: tuple[ElementResult, ...]
    index: Fraction | None

    @property
    def shown(self) -> Decimal | None:
        return None if self.index is None else rounded(self.index)

    @property
    def grade(self) -> str | None:
        return None if self.shown is None else grade_of(self.shown)


def rounded(value: Fraction) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(CENT, rounding=ROUND_HALF_UP)


def grade_of(index: Decimal) -> str:
    """A from 88.31, B from 76.61, C from 65.00, else D."""
    return next((letter for least, letter in GRADES if index >= least), "D")


def skm(answers: Sequence[Mapping[str, int | None]], elements: Sequence[str]) -> SkmResult:
    """Each respondent's answers by element; None where one was left out. All answers given count.

    Raises NoAnswers for no respondents or no elements.
    """
    if not answers or not elements:
        raise NoAnswers
    results = tuple(_element(answers, element) for element in elements)
    means = [result.mean for result in results if result.mean is not None]
    if not means:
        raise NoAnswers
    whole = len(means) == len(elements)
    index = sum(means, Fraction()) / len(elements) * SCALE if whole else None
    return SkmResult(len(answers), results, index)


def _element(answers: Sequence[Mapping[str, int | None]], element: str) -> ElementResult:
    given = [value for row in answers if (value := row.get(element)) is not None]
    mean = Fraction(sum(given), len(given)) if given else None
    return ElementResult(element, len(given), mean)


def oddities(answers: Sequence[Mapping[str, int | None]]) -> tuple[Oddity, ...]:
    """Answers outside the scale, to be checked against the form they came from."""
    return tuple(
        Oddity(number, element, str(value))
        for number, row in enumerate(answers, start=1)
        for element, value in row.items()
        if value is not None and not LOWEST <= value <= HIGHEST
    )


def without(
    answers: Sequence[Mapping[str, int | None]], odd: Sequence[Oddity]
) -> list[dict[str, int | None]]:
    """The same answers with the odd ones left out, to see what they change."""
    out = {(item.respondent, item.element) for item in odd}
    return [
        {key: None if (number, key) in out else value for key, value in row.items()}
        for number, row in enumerate(answers, start=1)
    ]


def krejcie_morgan(population: int) -> int:
    """Respondents for a population: chi2 3.841, P .5, d .05 (Krejcie & Morgan 1970), rounded."""
    if population <= 0:
        return 0
    exact = 3.841 * population * 0.25 / (0.0025 * (population - 1) + 3.841 * 0.25)
    return min(population, int(exact + 0.5))
