"""What the office's pages show."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count

from desa.foundation.core import clock
from desa.infrastructure.connectivity.enums import PointState
from desa.infrastructure.connectivity.models import DownReport, Outage
from desa.infrastructure.connectivity.queries.states import Standing, standings

FRESH = timedelta(hours=24)


@dataclass(frozen=True)
class Line:
    """`reports`: residents who said in the last day that it is off. `doubtful`: the probe says it is on."""

    standing: Standing
    reports: int

    @property
    def doubtful(self) -> bool:
        return self.reports > 0 and self.standing.state is PointState.UP


def lines() -> list[Line]:
    recent = DownReport.objects.filter(at__gte=clock.now() - FRESH)
    counted = dict(recent.values_list("point_id").annotate(Count("pk")))
    return [Line(each, counted.get(each.point.pk, 0)) for each in standings()]


def reports_since(outage: Outage) -> int:
    """Residents who told of it while it lasted."""
    rows = DownReport.objects.filter(point=outage.point_id, at__gte=outage.began_at)
    return rows.filter(at__lte=outage.ended_at or clock.now()).count()


def count_open() -> int:
    """For the rail: outages that nobody has ended."""
    return Outage.objects.filter(ended_at__isnull=True).count()
