"""Which address of complaints is open to whom; one about an official is in test_conflict.py."""

from desa.foundation.accounts.enums import Office
from desa.foundation.core.actions import SystemActor
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.tenancy.models import Village
from desa.services.complaints.actions import add_photo
from desa.services.complaints.enums import PhotoKind
from desa.services.complaints.permissions import COUNTER, HALL
from tests.house.permission_table import Arguments, Row, only
from tests.services.complaints.conftest import filed, open_office
from tests.services.complaints.public_rows import PUBLIC_ROWS

VIEWERS = only(*HALL, Office.KADES, Office.BPD)
TAKERS = only(*COUNTER)
HANDLERS = only(Office.KAUR_TU, Office.SEKDES, Office.KADES)
PICTURE = b"\xff\xd8\xff\xe0 contoh"


def _case(village: Village) -> Arguments:
    open_office()
    return {"complaint_id": filed(name="Nur").pk}


def _step(village: Village) -> Arguments:
    return {**_case(village), "name": "periksa"}


def _photo(village: Village) -> Arguments:
    open_office()
    complaint = filed()
    digest = put_content(PICTURE)
    file = register_file(digest=digest, size=len(PICTURE), media_type="image/jpeg")
    photo = add_photo(by=SystemActor("uji"), complaint=complaint, file=file, kind=PhotoKind.BEFORE)
    return {"complaint_id": complaint.pk, "photo_id": photo.pk}


ROWS = [
    *PUBLIC_ROWS,
    Row("complaints:overview", VIEWERS),
    Row("complaints:detail", VIEWERS, make=_case),
    Row("complaints:photo", VIEWERS, make=_photo),
    Row("complaints:add_photo", HANDLERS, make=_case),
    Row("complaints:decide_photo", TAKERS, make=_photo),
    Row("complaints:step", HANDLERS, make=_step),
    Row("complaints:reporter", only(*COUNTER, Office.KADES, Office.BPD), make=_case),
    Row("complaints:take", TAKERS),
    Row("complaints:paste", TAKERS),
    Row("complaints:export", only(Office.SEKDES, Office.KADES, Office.BPD)),
]
