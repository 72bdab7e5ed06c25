"""What the points that stand already cost in a year."""

from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.connectivity.models import Point


def upkeep_now() -> Rupiah:
    return Rupiah.total(Point.objects.values_list("yearly_cost", flat=True))
