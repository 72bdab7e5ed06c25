from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.transparency.regulations.enums import RegulationsPermission

KEEPERS = (Office.SEKDES, Office.KAUR_TU, Office.KASI_PEMERINTAHAN, Office.OPERATOR)
READERS = (
    Office.KADES,
    Office.KAUR_KEUANGAN,
    Office.KAUR_PERENCANAAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.BPD,
    Office.AUDITOR,
)


def grant_own() -> None:
    grant(RegulationsPermission.VIEW, *KEEPERS, *READERS)
    grant(RegulationsPermission.EDIT, *KEEPERS)
    grant(RegulationsPermission.END, Office.SEKDES, Office.KADES)
