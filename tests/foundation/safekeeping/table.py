from desa.foundation.accounts.enums import Office
from tests.house.permission_table import POST_ONLY, Row, only

KEEPERS = only(Office.KADES, Office.SEKDES, Office.OPERATOR)
ROWS = [
    Row("safekeeping:health", KEEPERS),
    Row("safekeeping:try_again", KEEPERS, POST_ONLY, arguments={"job_id": 1}),
    Row("safekeeping:back_up", KEEPERS, POST_ONLY),
]
