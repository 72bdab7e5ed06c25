from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.gateway.portal.enums import PortalPermission


def grant_own() -> None:
    grant(
        PortalPermission.SEARCH,
        Office.OPERATOR,
        Office.SEKDES,
        Office.KADES,
        Office.KAUR_TU,
        Office.KASI_PELAYANAN,
        Office.KASI_PEMERINTAHAN,
        Office.KASI_KESEJAHTERAAN,
    )
    grant(PortalPermission.SETTINGS, Office.SEKDES, Office.KADES)
    grant(
        PortalPermission.MEASURES,
        Office.KADES,
        Office.SEKDES,
        Office.KAUR_KEUANGAN,
        Office.KAUR_TU,
        Office.KAUR_PERENCANAAN,
        Office.KASI_PEMERINTAHAN,
        Office.KASI_KESEJAHTERAAN,
        Office.KASI_PELAYANAN,
        Office.OPERATOR,
        Office.KEPALA_DUSUN,
        Office.BPD,
        Office.AUDITOR,
    )
