from desa.empowerment.literacy.enums import LiteracyPermission
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.permissions import grant

HALL = (
    Office.SEKDES,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.OPERATOR,
)
"""Who sees and writes of every dusun; a cadre only of their own (queries/reach.py)."""


def grant_own() -> None:
    """A cadre never types the paper that proves their own help, and no score of a person is seen by
    more than the two who answer for the staff."""
    grant(LiteracyPermission.VIEW, *HALL, Office.KADES, Office.KADER)
    grant(LiteracyPermission.TEACH, *HALL, Office.KADER)
    grant(LiteracyPermission.ASSIST, *HALL, Office.KADER)
    grant(LiteracyPermission.PAPER, *HALL)
    grant(LiteracyPermission.CADRES, Office.SEKDES, Office.KADES, Office.KASI_KESEJAHTERAAN)
    grant(LiteracyPermission.SKILLS, Office.SEKDES, Office.KADES)
