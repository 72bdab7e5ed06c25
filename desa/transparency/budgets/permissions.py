from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.transparency.budgets.enums import BudgetsPermission

MAKERS = (Office.KAUR_KEUANGAN, Office.SEKDES)
DECIDERS = (Office.SEKDES, Office.KADES)


def grant_own() -> None:
    """The kaur keuangan prepares, sekdes and kades publish; who must know of the money may look."""
    grant(
        BudgetsPermission.BUDGET_VIEW,
        *MAKERS,
        Office.KADES,
        Office.KAUR_TU,
        Office.KAUR_PERENCANAAN,
        Office.KASI_PEMERINTAHAN,
        Office.KASI_KESEJAHTERAAN,
        Office.KASI_PELAYANAN,
        Office.BPD,
        Office.AUDITOR,
    )
    grant(BudgetsPermission.BUDGET_IMPORT, *MAKERS)
    grant(BudgetsPermission.BUDGET_PUBLISH, *DECIDERS)
