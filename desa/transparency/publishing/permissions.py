from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.transparency.publishing.enums import PublishingPermission

EDITORS = (Office.KADES, Office.SEKDES, Office.KAUR_TU)
"""The sekdes is the village's information officer (PPID)."""


def grant_own() -> None:
    grant(PublishingPermission.PUBLISH, *EDITORS)
    grant(
        PublishingPermission.WRITE,
        *EDITORS,
        Office.OPERATOR,
        Office.KAUR_KEUANGAN,
        Office.KAUR_PERENCANAAN,
        Office.KASI_PEMERINTAHAN,
        Office.KASI_KESEJAHTERAAN,
        Office.KASI_PELAYANAN,
        Office.KEPALA_DUSUN,
    )
