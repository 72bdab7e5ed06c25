from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.infrastructure.connectivity.enums import ConnectivityPermission

EDITORS = (Office.OPERATOR, Office.KAUR_TU, Office.KAUR_PERENCANAAN, Office.SEKDES, Office.POKMAS)
PLANNERS = (Office.KAUR_PERENCANAAN, Office.SEKDES, Office.KADES, Office.POKMAS)
REPAIRERS = (*EDITORS, Office.KADES, Office.KEPALA_DUSUN)
VIEWERS = frozenset(
    {*EDITORS, *PLANNERS, Office.KAUR_KEUANGAN, Office.KASI_KESEJAHTERAAN, Office.KASI_PELAYANAN}
    | {Office.KASI_PEMERINTAHAN, Office.KEPALA_DUSUN, Office.BPD, Office.KADER, Office.AUDITOR}
)


def grant_own() -> None:
    """Pokmas Go4Sumbergedang keeps the points running, so it edits and repairs them."""
    grant(ConnectivityPermission.VIEW, *VIEWERS)
    grant(ConnectivityPermission.EDIT, *EDITORS)
    grant(ConnectivityPermission.REPAIR, *REPAIRERS)
    grant(ConnectivityPermission.PLAN, *PLANNERS)
