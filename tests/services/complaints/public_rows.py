"""The addresses of complaints that are open to everyone."""

from desa.foundation.accounts.enums import Office
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.intake.actions import open_guest_draft, save_guest_draft
from desa.foundation.intake.queries import find_guest_draft
from desa.foundation.tenancy.models import Village
from desa.services.complaints.actions import add_photo, show_photo
from desa.services.complaints.actions.sending import FORM
from desa.services.complaints.enums import PhotoKind, PhotoShowing
from desa.services.complaints.rules.drafts import DraftPhoto, with_photo
from tests.factories import official
from tests.house.permission_table import POST_ONLY, Arguments, Everyone, Row
from tests.services.complaints.conftest import filed, open_office

PICTURE = b"\xff\xd8\xff\xe0 contoh umum"


def _code(village: Village) -> Arguments:
    open_office()
    return {"code": filed().status_code}


def _number(village: Village) -> Arguments:
    open_office()
    return {"number": filed().public_number}


def _photo(village: Village) -> Arguments:
    open_office()
    complaint, clerk = filed(), official(village, Office.KAUR_TU)
    digest = put_content(PICTURE)
    file = register_file(digest=digest, size=len(PICTURE), media_type="image/jpeg")
    photo = add_photo(by=clerk, complaint=complaint, file=file, kind=PhotoKind.BEFORE)
    show_photo(by=clerk, photo=photo, showing=PhotoShowing.SHOWN, public_file=None)
    return {"number": complaint.public_number, "place": 1}


def _key(*done: str) -> str:
    data = {"jenis": ["pju"], "langkah": ["jenis", *done], "cerita": ["Lampu mati"]}
    return open_guest_draft(form=FORM, data=data).value


def _draft(village: Village) -> Arguments:
    return {"key": _key()}


def _question(village: Village) -> Arguments:
    return {"key": _key(), "name": "tempat"}


def _answered(village: Village) -> Arguments:
    return {"key": _key("tempat", "cerita", "kontak")}


def _draft_photo(village: Village) -> Arguments:
    key, digest = _key(), put_content(PICTURE)
    draft = find_guest_draft(key, FORM)
    assert draft is not None
    photo = DraftPhoto(digest, digest, len(PICTURE), "")
    save_guest_draft(draft, data=with_photo(draft.data, photo))
    return {"key": key, "place": 0}


PUBLIC_ROWS = [
    Row("complaints:list", Everyone()),
    Row("complaints:case", Everyone(), make=_number),
    Row("complaints:public_photo", Everyone(), make=_photo),
    Row("complaints:ask_status", Everyone()),
    Row("complaints:status", Everyone(), make=_code),
    Row("complaints:filed", Everyone(), make=_code),
    Row("complaints:answer", Everyone(), POST_ONLY, make=_code),
    Row("complaints:inform", Everyone(), POST_ONLY, make=_code),
    Row("complaints:start", Everyone()),
    Row("complaints:question", Everyone(), make=_question),
    Row("complaints:story", Everyone(), make=_draft),
    Row("complaints:review", Everyone(), make=_answered),
    Row("complaints:draft_photo", Everyone(), make=_draft_photo),
]
