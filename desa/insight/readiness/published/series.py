"""What a figure was before, and the rows it was counted from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from desa.foundation.core.measures import Evidence
from desa.insight.readiness import queries
from desa.insight.readiness.models import Measurement
from desa.insight.readiness.published.words import judged_words, number, value_words
from desa.insight.readiness.rules.catalogue import (
    sub_indicator,
)
from desa.insight.readiness.rules.standing import Status


@dataclass(frozen=True)
class HistoryPoint:
    """`broken` when this point is counted by another method than the one before."""

    cutoff: date
    score: int | None
    words: str
    method: str
    broken: bool


@dataclass(frozen=True)
class EvidenceLine:
    label: str
    value_words: str
    value: str
    on: date | None
    note: str
    url: str


def history(code: str) -> tuple[HistoryPoint, ...]:
    points, method = [], ""
    for row in queries.history(code):
        way, words = _way(row)
        broken = bool(method) and way != method
        points.append(HistoryPoint(row.cutoff, _whole(row.score), words, way, broken))
        method = way
    return tuple(points)


def _way(row: Measurement) -> tuple[str, str]:
    """How it was found and what it says: what was judged from documents is another way than counting."""
    if Status(row.status) is Status.FROM_DOCUMENTS and row.score is not None:
        return f"{row.method}-dokumen", judged_words(row.score)
    return row.method, value_words(sub_indicator(row.code), Status(row.status), row.value)


def _whole(score: float | None) -> int | None:
    return None if score is None else round(score)


def evidence(code: str) -> tuple[EvidenceLine, ...]:
    """Every row that was counted; one that is not for everyone keeps its value and loses its words."""
    row = queries.current(code)
    if row is None:
        return ()
    return tuple(_row(place, item) for place, item in enumerate(_rows(row), start=1))


def _rows(row: Measurement) -> Iterable[Evidence]:
    return (item for _part, item in queries.evidence_of(row))


def _row(place: int, item: Evidence) -> EvidenceLine:
    words = number(item.value, 2)
    if not item.public:
        hidden = _("Baris %(n)s") % {"n": place}
        return EvidenceLine(hidden, words, repr(item.value), item.on, "", "")
    return EvidenceLine(
        item.label, words, repr(item.value), item.on, item.note, _open_to_all(item.url)
    )


def _open_to_all(url: str) -> str:
    """An address of the office is of no use to a reader of the Rapor."""
    return "" if url.startswith("/kantor/") else url


@dataclass(frozen=True)
class Chart:
    """Lines of points on a field of 600 x 200; one line for each method, so that none is joined to another."""

    lines: tuple[str, ...]
    dots: tuple[tuple[int, int, str], ...]
    breaks: tuple[int, ...]


WIDTH, HEIGHT = 600, 200


def chart(points: tuple[HistoryPoint, ...]) -> Chart | None:
    """None with fewer than two points that have a score."""
    scored = [point for point in points if point.score is not None]
    if len(scored) < 2:
        return None
    first, span = scored[0].cutoff, (scored[-1].cutoff - scored[0].cutoff).days or 1
    dots: list[tuple[int, int, str]] = []
    lines: list[list[str]] = []
    method = ""
    breaks = []
    for point in scored:
        x = round(WIDTH * (point.cutoff - first).days / span)
        y = round(HEIGHT * (1 - (point.score or 0) / 100))
        if point.method != method:
            lines.append([])
            breaks += [x] if method else []
            method = point.method
        lines[-1].append(f"{x},{y}")
        dots.append((x, y, point.words))
    return Chart(tuple(" ".join(line) for line in lines), tuple(dots), tuple(breaks))
