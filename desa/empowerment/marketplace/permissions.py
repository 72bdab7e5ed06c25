from desa.empowerment.marketplace.enums import MarketplacePermission
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant

COUNTER = (Office.OPERATOR, Office.KASI_PELAYANAN, Office.KAUR_TU, Office.SEKDES)
MAKERS = (Office.KADER, Office.POKMAS, Office.KASI_KESEJAHTERAAN, Office.KEPALA_DUSUN)
"""Karang Taruna works with the accounts of kader; a Pokmas has its own."""
READERS = (Office.KADES, Office.KAUR_PERENCANAAN, Office.BPD)


def grant_own() -> None:
    grant(MarketplacePermission.VIEW, *COUNTER, *MAKERS, *READERS)
    grant(MarketplacePermission.EDIT, *COUNTER, *MAKERS)
    grant(MarketplacePermission.VOUCH, *COUNTER)
    grant(
        MarketplacePermission.ARRANGE,
        Office.SEKDES,
        Office.OPERATOR,
        Office.KASI_KESEJAHTERAAN,
        Office.POKMAS,
    )
