from desa.empowerment.planning.enums import PlanningPermission
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant

HALL = (
    Office.SEKDES,
    Office.KADES,
    Office.KAUR_TU,
    Office.KAUR_KEUANGAN,
    Office.KAUR_PERENCANAAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.OPERATOR,
)
FIELD = (Office.KEPALA_DUSUN, Office.KADER)
TAKERS = (
    *FIELD,
    Office.OPERATOR,
    Office.KASI_PELAYANAN,
    Office.KAUR_TU,
    Office.KAUR_PERENCANAAN,
    Office.SEKDES,
)
PLANNERS = (Office.KAUR_PERENCANAAN, Office.SEKDES)
HEADS = (Office.SEKDES, Office.KADES)


def grant_own() -> None:
    """Ballots need two people who type; only the heads publish what was decided."""
    grant(PlanningPermission.VIEW, *HALL, *FIELD, Office.BPD)
    grant(PlanningPermission.TAKE, *TAKERS)
    grant(PlanningPermission.HANDLE, *PLANNERS)
    grant(
        PlanningPermission.COUNT,
        *PLANNERS,
        Office.OPERATOR,
        Office.KAUR_TU,
        Office.KASI_PEMERINTAHAN,
        Office.KASI_KESEJAHTERAAN,
        Office.KASI_PELAYANAN,
    )
    grant(PlanningPermission.DECIDE, *HEADS)
    grant(PlanningPermission.SETUP, *PLANNERS)
    grant(PlanningPermission.CONTACT, *PLANNERS, Office.OPERATOR)
