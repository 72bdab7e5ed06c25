"""What everyone may know of the assets: counts, and a year's need beside what the budget gives. Never a
place, a serial number or who keeps it: that would be a list for thieves."""

from dataclasses import dataclass

from desa.infrastructure.assets.engine.catalogue import catalogue, shipped
from desa.infrastructure.assets.enums import Condition
from desa.infrastructure.assets.queries.figures import balance, minimum_now
from desa.infrastructure.assets.queries.register import kept_assets


@dataclass(frozen=True)
class PublishedKind:
    name: str
    total: int
    working: int
    broken: int
    missing: int
    unknown: int


@dataclass(frozen=True)
class PublishedLine:
    code: str
    name: str
    source: str
    amount_sen: int
    url: str


@dataclass(frozen=True)
class PublishedMinimum:
    name: str
    met: bool


@dataclass(frozen=True)
class PublishedAssets:
    """Money in sen. `known` is False while nobody has said what the budget gives: not zero."""

    year: int
    kinds: tuple[PublishedKind, ...]
    total: int
    working: int
    required_sen: int
    replacement_sen: int
    care_sen: int
    fees_sen: int
    estimated_percent: int
    known: bool
    given_sen: int
    missing_sen: int
    lines: tuple[PublishedLine, ...]
    minimum: tuple[PublishedMinimum, ...]


def summary() -> PublishedAssets:
    counted, found = _kinds(), balance()
    need = found.need
    return PublishedAssets(
        year=found.year,
        kinds=counted,
        total=sum(kind.total for kind in counted),
        working=sum(kind.working for kind in counted),
        required_sen=need.required.sen,
        replacement_sen=need.replacement.sen,
        care_sen=need.care.sen,
        fees_sen=need.fees.sen,
        estimated_percent=round(100 * need.estimated_share),
        known=found.given is not None,
        given_sen=found.given.sen if found.given is not None else 0,
        missing_sen=found.missing.sen if found.missing is not None else 0,
        lines=tuple(
            PublishedLine(
                row.line.code,
                row.plan_name or row.line.name,
                row.line.source,
                row.line.amount.sen,
                row.url,
            )
            for row in found.lines
        ),
        minimum=tuple(PublishedMinimum(shipped(row.item), row.met) for row in minimum_now()),
    )


def _kinds() -> tuple[PublishedKind, ...]:
    """In the order of the catalogue, only kinds of which there are any."""
    counts: dict[str, dict[str, int]] = {}
    for kind, condition in kept_assets().values_list("kind", "condition"):
        row = counts.setdefault(kind, dict.fromkeys(Condition.values, 0))
        row[condition] += 1
    return tuple(
        PublishedKind(
            name=shipped(kind),
            total=sum(counts[slug].values()),
            working=counts[slug][Condition.WORKS],
            broken=counts[slug][Condition.BROKEN],
            missing=counts[slug][Condition.MISSING],
            unknown=counts[slug][Condition.UNKNOWN],
        )
        for slug, kind in catalogue().kinds.items()
        if slug in counts
    )
