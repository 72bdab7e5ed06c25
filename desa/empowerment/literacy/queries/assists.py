"""Help as it was written down and confirmed."""

from datetime import datetime

from django.db.models import QuerySet

from desa.empowerment.literacy.models import Assist
from desa.empowerment.literacy.policies import ASSISTS_COUNT
from desa.empowerment.literacy.rules.bursts import hurried


def assist_by_code(code: str) -> Assist | None:
    """`code` without dashes."""
    return Assist.objects.select_related("dusun", "cadre").filter(code=code).first()


def confirmed_assists(before: datetime) -> QuerySet[Assist]:
    """Those of the thirty days before this moment that a resident had confirmed by then."""
    return Assist.objects.filter(
        at__gte=before - ASSISTS_COUNT, at__lt=before, confirmed_at__lt=before
    )


def hurried_of(assists: list[Assist]) -> frozenset[int]:
    """Ids of the shown ones that one cadre wrote down too fast after each other."""
    cadres = {item.cadre_id for item in assists}
    found: set[int] = set()
    for cadre in cadres:
        found |= hurried((item.pk, item.at) for item in assists if item.cadre_id == cadre)
    return frozenset(found)
