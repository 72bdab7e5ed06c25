"""Which address of readiness is open to whom."""

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.models import Village
from desa.insight.readiness.actions import compute_measurements
from tests.house.permission_table import Arguments, Everyone, Row

CLERK = SystemActor("uji")


def _counted(village: Village) -> Arguments:
    compute_measurements(by=CLERK, until=clock.today(village))
    return {"code": "tra1"}


ROWS = [
    Row("readiness:rapor", Everyone()),
    Row("readiness:method", Everyone()),
    Row("readiness:study", Everyone()),
    Row("readiness:indicator", Everyone(), arguments={"code": "tra"}),
    Row("readiness:sub", Everyone(), arguments={"code": "tra1"}),
    Row("readiness:rows", Everyone(), make=_counted),
    Row("readiness:rows_csv", Everyone(), make=_counted),
]
