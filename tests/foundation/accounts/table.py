from desa.foundation.accounts.actions import issue_link
from desa.foundation.accounts.enums import LinkPurpose, Office
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.models import Village
from tests.factories import officeholder, official
from tests.house.permission_table import POST_ONLY, Arguments, Everyone, Row, SignedIn, only

MANAGERS = only(Office.SEKDES, Office.KADES)


def _link(village: Village) -> Arguments:
    user = official(village, Office.OPERATOR)
    code = issue_link(by=SystemActor("uji"), user=user, purpose=LinkPurpose.PASSWORD)
    return {"code": code.value}


def _holder(village: Village) -> Arguments:
    return {"holder_id": officeholder(user=official(village, Office.KADES)).pk}


ROWS = [
    Row("accounts:sign_in", Everyone()),
    Row("accounts:sign_out", Everyone(), POST_ONLY),
    Row("accounts:link", Everyone(), make=_link),
    Row("accounts:me", SignedIn()),
    Row("accounts:own_password", SignedIn()),
    Row("accounts:choose_language", SignedIn(), POST_ONLY),
    Row("accounts:officials", MANAGERS),
    Row("accounts:end_term", MANAGERS, make=_holder),
    Row("accounts:contact", MANAGERS, make=_holder),
    Row("accounts:password_link", MANAGERS, POST_ONLY, make=_holder),
]
