from desa.foundation.accounts.enums import Office
from tests.house.permission_table import Row, only

ROWS = [Row("safekeeping:health", only(Office.KADES, Office.SEKDES, Office.OPERATOR))]
