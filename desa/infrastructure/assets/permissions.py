from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.infrastructure.assets.enums import AssetsPermission

HALL = (
    Office.KADES,
    Office.SEKDES,
    Office.KAUR_TU,
    Office.KAUR_KEUANGAN,
    Office.KAUR_PERENCANAAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.OPERATOR,
)
KEEPERS = (Office.KADES, Office.SEKDES, Office.KAUR_TU, Office.OPERATOR)
"""The kades holds the power over assets, the sekdes is pembantu pengelola aset desa, the kaur TU dan umum its pengurus (Permendagri 1/2016)."""
HANDS = (*HALL, Office.KEPALA_DUSUN, Office.KADER, Office.POKMAS)
WATCHERS = (*HANDS, Office.BPD, Office.AUDITOR)


def grant_own() -> None:
    grant(AssetsPermission.VIEW, *WATCHERS)
    grant(AssetsPermission.CHECK, *HANDS)
    grant(AssetsPermission.MANAGE, *KEEPERS)
    grant(AssetsPermission.REPAIR, *KEEPERS, Office.POKMAS)
    grant(AssetsPermission.DISPOSE, Office.SEKDES, Office.KADES)
    grant(AssetsPermission.BUDGET, Office.SEKDES, Office.KAUR_KEUANGAN, Office.KAUR_PERENCANAAN)
