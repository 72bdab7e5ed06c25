from enum import StrEnum

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant


class SafekeepingPermission(StrEnum):
    HEALTH_VIEW = "safekeeping.health_view"
    BACKUP_MAKE = "safekeeping.backup_make"


def grant_own() -> None:
    grant(SafekeepingPermission.HEALTH_VIEW, Office.KADES, Office.SEKDES, Office.OPERATOR)
    grant(SafekeepingPermission.BACKUP_MAKE, Office.KADES, Office.SEKDES, Office.OPERATOR)
