from tests.house.permission_table import POST_ONLY, Row, SignedIn

FORM = {"form": "intake.sample", "subject_id": 1}

ROWS = [
    Row("intake:autosave", SignedIn(), POST_ONLY, arguments=FORM),
    Row("intake:discard", SignedIn(), POST_ONLY, arguments=FORM),
]
