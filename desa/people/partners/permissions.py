from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.people.partners.enums import PartnersPermission

KEEPERS = (
    Office.SEKDES,
    Office.KAUR_TU,
    Office.KAUR_PERENCANAAN,
    Office.KASI_KESEJAHTERAAN,
    Office.OPERATOR,
)
READERS = (
    Office.KADES,
    Office.KAUR_KEUANGAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_PELAYANAN,
    Office.BPD,
    Office.AUDITOR,
)


def grant_own() -> None:
    """An account of a partner (Pokmas) opens its own page and nothing else of this room."""
    grant(PartnersPermission.VIEW, *KEEPERS, *READERS)
    grant(PartnersPermission.KEEP, *KEEPERS)
    grant(PartnersPermission.OWN, Office.POKMAS)
