from enum import StrEnum

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant


class SafekeepingPermission(StrEnum):
    HEALTH_VIEW = "safekeeping.health_view"


def grant_own() -> None:
    grant(SafekeepingPermission.HEALTH_VIEW, Office.KADES, Office.SEKDES, Office.OPERATOR)
