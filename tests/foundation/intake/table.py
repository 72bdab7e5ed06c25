from collections.abc import Mapping

from desa.foundation.intake.actions import begin_upload
from desa.foundation.tenancy.models import Village
from tests.house.permission_table import POST_ONLY, Everyone, Row, SignedIn

FORM = {"form": "intake.sample", "subject_id": 1}


def _upload(village: Village) -> Mapping[str, object]:
    return {"key": begin_upload(purpose="intake.sample", size=3).value}


ROWS = [
    Row("intake:begin", Everyone(), POST_ONLY),
    Row("intake:parts", Everyone(), make=_upload),
    Row("intake:autosave", SignedIn(), POST_ONLY, arguments=FORM),
    Row("intake:discard", SignedIn(), POST_ONLY, arguments=FORM),
]
