"""Which address of notifications is open to whom."""

from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import Village
from tests.foundation.notifications.conftest import queued
from tests.house.permission_table import POST_ONLY, Arguments, Row, only

SENDERS = only(
    *(
        office
        for office in Office
        if office not in {Office.RT_RW, Office.KADER, Office.POKMAS, Office.AUDITOR}
    )
)


def _notice(village: Village) -> Arguments:
    return {"notice_id": queued().pk}


ROWS = [
    Row("notifications:outbox", SENDERS),
    Row("notifications:history", SENDERS),
    Row("notifications:mark_sent", SENDERS, POST_ONLY, make=_notice),
    Row("notifications:cancel", SENDERS, POST_ONLY, make=_notice),
    Row("notifications:try_again", SENDERS, POST_ONLY, make=_notice),
]
