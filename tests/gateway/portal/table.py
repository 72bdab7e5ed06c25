"""Which address of the portal is open to whom."""

from desa.foundation.accounts.enums import Office
from tests.house.permission_table import POST_ONLY, Everyone, Row, SignedIn, only

SEARCHERS = only(
    Office.OPERATOR,
    Office.SEKDES,
    Office.KADES,
    Office.KAUR_TU,
    Office.KASI_PELAYANAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
)

ROWS = [
    Row("portal:home", Everyone()),
    Row("portal:setup", Everyone(), 404),
    Row("portal:find", Everyone(), POST_ONLY),
    Row("portal:office", SignedIn()),
    Row("portal:search", SEARCHERS, POST_ONLY),
]
