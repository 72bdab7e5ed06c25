from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.insight.readiness.enums import ReadinessPermission

VIEWERS = (
    Office.KADES,
    Office.SEKDES,
    Office.KAUR_KEUANGAN,
    Office.KAUR_TU,
    Office.KAUR_PERENCANAAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.OPERATOR,
    Office.BPD,
    Office.AUDITOR,
)


def grant_own() -> None:
    grant(ReadinessPermission.READINESS_VIEW, *VIEWERS)
    grant(ReadinessPermission.READINESS_ASSESS, Office.SEKDES, Office.KAUR_PERENCANAAN, Office.BPD)
    grant(ReadinessPermission.READINESS_PUBLISH, Office.KADES, Office.SEKDES)
