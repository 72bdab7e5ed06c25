from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant
from desa.services.complaints.enums import ComplaintPermission

HALL = (
    Office.SEKDES,
    Office.KAUR_TU,
    Office.KAUR_KEUANGAN,
    Office.KAUR_PERENCANAAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.OPERATOR,
)
COUNTER = (Office.OPERATOR, Office.KASI_PELAYANAN, Office.KAUR_TU, Office.SEKDES)


def grant_own() -> None:
    """A complaint about an official is narrower still: rules/conflict.py says who may know of it."""
    grant(ComplaintPermission.VIEW, *HALL, Office.KADES, Office.BPD)
    grant(ComplaintPermission.HANDLE, *HALL, Office.KADES, Office.BPD)
    grant(ComplaintPermission.TAKE, *COUNTER)
    grant(ComplaintPermission.CONTACT, *COUNTER, Office.KADES, Office.BPD)
    grant(ComplaintPermission.PUBLISH, *COUNTER)
    grant(ComplaintPermission.EXPORT, Office.SEKDES, Office.KADES, Office.BPD)
