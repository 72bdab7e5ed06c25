"""Which address of budgets is open to whom."""

from desa.foundation.accounts.enums import Office
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.models import Village
from desa.transparency.budgets.actions.uploading import upload_budget
from desa.transparency.budgets.enums import Stage
from desa.transparency.budgets.models import BudgetFinding
from desa.transparency.budgets.rules.fitting import Order
from tests.house.permission_table import POST_ONLY, Arguments, Everyone, Row, only
from tests.transparency.budgets.papers import penjabaran, xlsx
from tests.transparency.budgets.samples import complete, publish, published

BY = SystemActor("uji")
MAKERS = only(Office.KAUR_KEUANGAN, Office.SEKDES)
DECIDERS = only(Office.SEKDES, Office.KADES)
VIEWERS = only(
    Office.KAUR_KEUANGAN,
    Office.SEKDES,
    Office.KADES,
    Office.KAUR_TU,
    Office.KAUR_PERENCANAAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
    Office.BPD,
    Office.AUDITOR,
)


def _prepared(village: Village) -> Arguments:
    return {"version_id": complete().pk}


def _finding(village: Village) -> Arguments:
    version = complete()
    finding = BudgetFinding.objects.create(
        version=version, severity="error", code="uji", message="Uji."
    )
    return {"version_id": version.pk, "finding_id": finding.pk}


def _upload(village: Village) -> Arguments:
    order = Order(2026, Stage.ENACTED)
    upload = upload_budget(by=BY, content=xlsx(penjabaran()), filename="a.xlsx", order=order)
    return {"upload_id": upload.pk}


def _published(village: Village) -> Arguments:
    version = published()
    return {"year": version.year, "edition": version.edition}


def _changed(village: Village) -> Arguments:
    published()
    version = publish(complete(stage=Stage.CHANGE))
    return {"year": version.year, "edition": version.edition}


def _year(village: Village) -> Arguments:
    return {"year": published().year}


def _work(village: Village) -> Arguments:
    return {**_published(village), "code": "2.3.11"}


def _akun(village: Village) -> Arguments:
    return {**_published(village), "code": "4.2.1"}


def _medium(village: Village) -> Arguments:
    return {**_published(village), "medium": "csv"}


def _data(village: Village) -> Arguments:
    return {**_published(village), "name": "datapackage.json"}


ROWS = [
    Row("budgets:index", Everyone()),
    Row("budgets:year", Everyone(), make=_year),
    Row("budgets:version", Everyone(), make=_published),
    Row("budgets:changes", Everyone(), make=_changed),
    Row("budgets:work", Everyone(), make=_work),
    Row("budgets:akun", Everyone(), make=_akun),
    Row("budgets:medium", Everyone(), make=_medium),
    Row("budgets:data", Everyone(), make=_data),
    Row("budgets:overview", VIEWERS),
    Row("budgets:upload", MAKERS),
    Row("budgets:examined", MAKERS, make=_upload),
    Row("budgets:columns", MAKERS, make=_upload),
    Row("budgets:own_village", MAKERS, POST_ONLY, make=_upload),
    Row("budgets:take", MAKERS, POST_ONLY, make=_upload),
    Row("budgets:discard", MAKERS, POST_ONLY, make=_upload),
    Row("budgets:throw", MAKERS, POST_ONLY, make=_prepared),
    Row("budgets:prepare", VIEWERS, make=_prepared),
    Row("budgets:describe", MAKERS, make=_prepared),
    Row("budgets:carriers", MAKERS, make=_prepared),
    Row("budgets:accept", MAKERS, POST_ONLY, make=_finding),
    Row("budgets:publish", DECIDERS, POST_ONLY, make=_prepared),
    Row("budgets:repeat", DECIDERS, POST_ONLY, make=_prepared),
]
