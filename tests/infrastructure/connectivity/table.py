"""Which address of the Wi-Fi is open to whom."""

from tests.house.permission_table import POST_ONLY, Everyone, Row

ROWS = [
    Row("connectivity:post", Everyone(), POST_ONLY),
]
