"""From a half-filled public form to a complaint; sent twice it is still one."""

from hashlib import sha256
from uuid import UUID

from desa.foundation.files.actions import register_file
from desa.foundation.files.models import StoredFile
from desa.foundation.files.rules import MEDIA_TYPE
from desa.foundation.intake.actions import discard_guest_draft
from desa.foundation.intake.models import GuestDraft
from desa.foundation.intake.queries import first_result
from desa.foundation.tenancy.models import Area
from desa.services.complaints.actions.filing import REPORTER, SENT, Report, take_complaint
from desa.services.complaints.enums import About, Channel, Wish
from desa.services.complaints.models import Complaint
from desa.services.complaints.rules.drafts import DraftData, DraftPhoto, photos_in, word
from desa.services.complaints.rules.steps import ABOUT, steps_for

FORM = "complaints.guest"
MAY_CALL = "boleh"


def send_draft(*, key: str, draft: GuestDraft) -> Complaint:
    """The draft behind the address `key` becomes a complaint and is gone. Raises as take_complaint()."""
    files = [_file(photo) for photo in photos_in(draft.data)]
    report = _report(draft, files)
    complaint = take_complaint(by=REPORTER, report=report, key=submission_key(key))
    discard_guest_draft(key=key, form=FORM)
    return complaint


def submission_key(key: str) -> UUID:
    """Of one address always the same; the address itself cannot be computed back from it."""
    return UUID(bytes=sha256(b"complaints:" + key.encode()).digest()[:16])


def sent_before(key: str) -> Complaint | None:
    """What became of the draft at this address: for who sends again because no answer came."""
    found = first_result(str(submission_key(key)), SENT)
    return Complaint.objects.filter(pk=found).first() if found else None


def about_in(data: DraftData) -> About:
    """Whom it is about; an answer counts only where this kind of complaint asks for it."""
    asks_about = ABOUT in steps_for(word(data, "jenis"))
    return About(word(data, "tentang")) if asks_about else About.NOBODY


def _report(draft: GuestDraft, files: list[StoredFile]) -> Report:
    data = draft.data
    area, wish = word(data, "wilayah"), word(data, "hubungi")
    return Report(
        category=word(data, "jenis"),
        text=word(data, "cerita"),
        channel=Channel.WEB,
        area=Area.objects.filter(pk=area).first() if area.isdecimal() else None,
        landmark=word(data, "patokan"),
        about=about_in(data),
        private=bool(word(data, "diam")),
        phone="" if wish == Wish.NONE else word(data, "nomor"),
        wish=Wish.ANY if wish == MAY_CALL else Wish(wish),
        photos=files,
    )


def _file(photo: DraftPhoto) -> StoredFile:
    return register_file(digest=photo.digest, size=photo.size, media_type=MEDIA_TYPE)
