from tests.house.permission_table import Everyone, Row

ROWS = [
    Row("core:display", Everyone()),
    Row("core:gallery", Everyone()),
    Row("core:gallery_office", Everyone()),
]
