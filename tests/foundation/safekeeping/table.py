from desa.foundation.accounts.enums import Office
from tests.house.permission_table import POST_ONLY, Row, only

KEEPERS = only(Office.KADES, Office.SEKDES, Office.OPERATOR)
ROWS = [
    Row("safekeeping:health", KEEPERS),
    Row("safekeeping:back_up", KEEPERS, POST_ONLY),
]
