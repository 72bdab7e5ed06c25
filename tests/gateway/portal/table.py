"""Which address of the portal is open to whom."""

from datetime import date

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.models import Holiday, Village
from desa.services.letters.actions import publish_usual_standards
from tests.house.permission_table import POST_ONLY, Arguments, Everyone, Row, SignedIn, only

SEARCHERS = only(
    Office.OPERATOR,
    Office.SEKDES,
    Office.KADES,
    Office.KAUR_TU,
    Office.KASI_PELAYANAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
)

MEASURERS = only(
    *SEARCHERS,
    Office.KAUR_KEUANGAN,
    Office.KAUR_PERENCANAAN,
    Office.KEPALA_DUSUN,
    Office.BPD,
    Office.AUDITOR,
)
SETTLERS = only(Office.SEKDES, Office.KADES)


def _standard(village: Village) -> Arguments:
    publish_usual_standards(by=SystemActor("uji"))
    return {"service": "keterangan-usaha"}


def _holiday(village: Village) -> Arguments:
    return {"holiday_id": Holiday.objects.create(day=date(2026, 12, 31), name="Bersih Desa").pk}


ROWS = [
    Row("portal:home", Everyone()),
    Row("portal:setup", Everyone(), 404),
    Row("portal:find", Everyone(), POST_ONLY),
    Row("portal:office", SignedIn()),
    Row("portal:search", SEARCHERS, POST_ONLY),
    Row("portal:measures", MEASURERS),
    Row("portal:measure", MEASURERS, arguments={"name": "TRA1"}),
    Row("portal:measure_file", MEASURERS, arguments={"name": "TRA1"}),
    Row("portal:history", SETTLERS),
    Row("portal:settings", SETTLERS),
    Row("portal:identity", SETTLERS),
    Row("portal:rooms", SETTLERS),
    Row("portal:paper", SETTLERS),
    Row("portal:paper_sample", SETTLERS),
    Row("portal:register", SETTLERS),
    Row("portal:hours", SETTLERS),
    Row("portal:drop_hours", SETTLERS, POST_ONLY),
    Row("portal:holidays", SETTLERS),
    Row("portal:holidays_of", SETTLERS, arguments={"year": clock.now().year}),
    Row("portal:propose_holidays", SETTLERS, POST_ONLY, arguments={"year": clock.now().year}),
    Row("portal:remove_holiday", SETTLERS, POST_ONLY, _holiday),
    Row("portal:standards", SETTLERS),
    Row("portal:standard", SETTLERS, make=_standard),
]
