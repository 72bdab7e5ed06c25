"""Which address of questions is open to whom."""

from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import Village
from tests.house.permission_table import OPEN, POST_ONLY, Arguments, Everyone, Row, only
from tests.people.questions.samples import KEY, KIND, asked

IMPLEMENTERS = (
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.KAUR_TU,
    Office.KAUR_PERENCANAAN,
)
HEADS = (Office.SEKDES, Office.KADES)
VIEWERS = only(*IMPLEMENTERS, *HEADS, Office.OPERATOR, Office.KAUR_KEUANGAN)
ANSWERERS = only(*IMPLEMENTERS, *HEADS)
COUNTER = only(Office.OPERATOR, Office.KASI_PELAYANAN, Office.KAUR_TU, Office.SEKDES)
FIGURE = {"kind": KIND, "key": KEY}


def _question(village: Village) -> Arguments:
    return {"question_id": asked().pk}


def _status(village: Village) -> Arguments:
    return {"code": asked().status_code}


ROWS = [
    Row("questions:questions", Everyone()),
    Row("questions:ask_status", Everyone()),
    Row("questions:status", Everyone(), make=_status),
    Row("questions:question", Everyone(), make=_question),
    Row("questions:ask", Everyone(), arguments=FIGURE),
    Row("questions:overview", VIEWERS),
    Row("questions:detail", VIEWERS, make=_question),
    Row("questions:answer", ANSWERERS, POST_ONLY, make=_question),
    Row("questions:show", ANSWERERS, POST_ONLY, make=_question),
    Row("questions:close", only(*HEADS), OPEN, make=_question),
    Row("questions:find", COUNTER),
    Row("questions:take", COUNTER, arguments=FIGURE),
]
