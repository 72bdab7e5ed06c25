"""Which address of readiness is open to whom."""

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.tenancy.models import Village
from desa.insight.readiness.actions import Found, answer_item, compute_measurements
from desa.insight.readiness.rules.checklist import item
from tests.factories import official
from tests.house.permission_table import POST_ONLY, Arguments, Everyone, Row, only
from tests.insight.readiness.evening import running

CLERK = SystemActor("uji")


def _counted(village: Village) -> Arguments:
    compute_measurements(by=CLERK, until=clock.today(village))
    return {"code": "tra1"}


VIEWERS = only(
    Office.KADES,
    Office.SEKDES,
    Office.KAUR_KEUANGAN,
    Office.KAUR_TU,
    Office.KAUR_PERENCANAAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.OPERATOR,
    Office.BPD,
    Office.AUDITOR,
)
ASSESSORS = only(Office.SEKDES, Office.KAUR_PERENCANAAN, Office.BPD)
DECIDERS = only(Office.KADES, Office.SEKDES)


def _proof(village: Village) -> Arguments:
    file = register_file(digest=put_content(b"%PDF-1"), size=6, media_type="application/pdf")
    found = Found(3, "SK", clock.today(village), file)
    by = official(village, Office.SEKDES)
    return {"answer_id": answer_item(by=by, item=item("sk-pokmas"), found=found).pk}


def _running(village: Village) -> Arguments:
    return {"action_id": running(village, official(village, Office.SEKDES)).pk}


ROWS = [
    Row("readiness:progress", VIEWERS),
    Row("readiness:accept", DECIDERS, POST_ONLY, arguments={"code": "tra1"}),
    Row("readiness:call_off", DECIDERS, 302, arguments={"code": "tra1"}),
    Row("readiness:end", DECIDERS, make=_running),
    Row("readiness:assessment", ASSESSORS),
    Row("readiness:sign", ASSESSORS, POST_ONLY),
    Row("readiness:proof", VIEWERS, make=_proof),
    Row("readiness:answer", ASSESSORS, POST_ONLY, arguments={"item": "sk-pokmas"}),
    Row("readiness:assess", ASSESSORS, arguments={"code": "reg"}),
    Row("readiness:rapor", Everyone()),
    Row("readiness:method", Everyone()),
    Row("readiness:study", Everyone()),
    Row("readiness:indicator", Everyone(), arguments={"code": "tra"}),
    Row("readiness:sub", Everyone(), arguments={"code": "tra1"}),
    Row("readiness:rows", Everyone(), make=_counted),
    Row("readiness:rows_csv", Everyone(), make=_counted),
]
