from desa.foundation.accounts.enums import Office
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.models import Village
from desa.people.residents.actions.areas import ensure_areas
from desa.people.residents.actions.register import register_families
from desa.people.residents.actions.uploading import upload_workbook
from desa.people.residents.models import Family
from tests.house.permission_table import POST_ONLY, Arguments, Row, only
from tests.people.residents.books import HEAD, book
from tests.people.residents.conftest import resident

VIEWERS = only(
    Office.OPERATOR,
    Office.SEKDES,
    Office.KADES,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_PELAYANAN,
    Office.KAUR_TU,
)
IMPORTERS = only(Office.OPERATOR, Office.SEKDES, Office.KASI_PEMERINTAHAN)
BY = SystemActor("uji")


def _person(village: Village) -> Arguments:
    someone = resident(1)
    areas, _new = ensure_areas(by=BY, wanted=[someone.place])
    written = register_families(by=BY, residents=[someone], areas=areas)
    return {"person_id": written.people[0].pk}


def _family(village: Village) -> Arguments:
    _person(village)
    return {"family_id": Family.objects.get().pk}


def _batch(village: Village) -> Arguments:
    return {"batch_id": upload_workbook(by=BY, content=book(HEAD), filename="uji.xlsx").pk}


ROWS = [
    Row("residents:search", VIEWERS),
    Row("residents:person", VIEWERS, make=_person),
    Row("residents:numbers", VIEWERS, POST_ONLY, make=_person),
    Row("residents:family", VIEWERS, make=_family),
    Row("residents:upload", IMPORTERS),
    Row("residents:batch", IMPORTERS, make=_batch),
    Row("residents:confirm", IMPORTERS, POST_ONLY, make=_batch),
    Row("residents:undo", IMPORTERS, POST_ONLY, make=_batch),
    Row("residents:rejected", IMPORTERS, POST_ONLY, make=_batch),
    Row("residents:export", IMPORTERS, POST_ONLY),
]
