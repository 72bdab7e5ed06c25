"""Which address of regulations is open to whom."""

from datetime import date

from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import Village
from desa.transparency.regulations.actions import remove_regulation
from tests.house.permission_table import POST_ONLY, Arguments, Everyone, Row, only
from tests.transparency.regulations.samples import CLERK, TEXT_PDF, recorded

KEEPERS = (Office.SEKDES, Office.KAUR_TU, Office.KASI_PEMERINTAHAN, Office.OPERATOR)
READERS = only(
    *KEEPERS,
    Office.KADES,
    Office.KAUR_KEUANGAN,
    Office.KAUR_PERENCANAAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.BPD,
    Office.AUDITOR,
)
EDITORS, ENDERS = only(*KEEPERS), only(Office.SEKDES, Office.KADES)
SLUG = {"slug": "perdes-desa-digital"}


def _one(village: Village) -> Arguments:
    return {"regulation_id": recorded(valid_to=date(2026, 12, 31)).pk}


def _with_file(village: Village) -> Arguments:
    return {"regulation_id": recorded(content=TEXT_PDF).pk}


def _removed(village: Village) -> Arguments:
    return {"regulation_id": remove_regulation(by=CLERK, regulation=recorded()).pk}


ROWS = [
    Row("regulations:shelf", Everyone()),
    Row("regulations:feed", Everyone()),
    Row("regulations:picture", Everyone()),
    Row("regulations:page", Everyone(), make=_one),
    Row("regulations:file", Everyone(), make=_with_file),
    Row("regulations:overview", READERS),
    Row("regulations:missing", READERS),
    Row("regulations:draft", READERS, arguments=SLUG),
    Row("regulations:draft_file", READERS, arguments=SLUG),
    Row("regulations:expiring", READERS),
    Row("regulations:detail", READERS, make=_one),
    Row("regulations:office_file", READERS, make=_with_file),
    Row("regulations:new", EDITORS),
    Row("regulations:correct", EDITORS, make=_one),
    Row("regulations:revoke", ENDERS, make=_one),
    Row("regulations:unrevoke", ENDERS, POST_ONLY, make=_one),
    Row("regulations:remove", ENDERS, POST_ONLY, make=_one),
    Row("regulations:bring_back", ENDERS, POST_ONLY, make=_removed),
]
