"""What the public may see of a case: words and pictures that the office has looked at."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.redaction import redact
from desa.foundation.files.models import StoredFile
from desa.services.complaints.actions.common import demand, demand_handler, locked, settle
from desa.services.complaints.enums import ComplaintPermission, PhotoKind, PhotoShowing
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import Complaint, ComplaintPhoto
from desa.services.complaints.policies import is_public


@action
def summarise(*, by: User, complaint: Complaint, summary: str) -> Complaint:
    """The one sentence that the public reads; empty takes it back. Raises ComplaintRefused."""
    current = locked(complaint)
    demand(by, current, ComplaintPermission.PUBLISH)
    if not is_public(current):
        raise ComplaintRefused(_("Laporan ini tidak ditampilkan untuk umum."))
    current.summary = redact(summary.strip())
    current.summary_by_label = by.actor_label if current.summary else ""
    settle(current)
    record("complaints.complaint.summarised", current, by, number=current.public_number)
    return current


@action
def add_photo(
    *, by: Actor, complaint: Complaint, file: StoredFile, kind: PhotoKind, caption: str = ""
) -> ComplaintPhoto:
    """A processed picture joins the case; nobody outside sees it yet."""
    current = locked(complaint)
    if isinstance(by, User):
        demand_handler(by, current)
    elif kind is not PhotoKind.BEFORE:
        raise PermissionDenied(kind)
    photo, _new = ComplaintPhoto.objects.get_or_create(
        complaint=current,
        file=file,
        defaults={"kind": kind, "caption": caption.strip(), "added_at": clock.now()},
    )
    record("complaints.photo.added", current, by, number=current.public_number)
    return photo


@action
def show_photo(
    *, by: User, photo: ComplaintPhoto, showing: PhotoShowing, public_file: StoredFile | None
) -> ComplaintPhoto:
    """Decide what the public sees of one picture: nothing, all of it, or a blurred copy."""
    current = locked(photo.complaint)
    demand(by, current, ComplaintPermission.PUBLISH)
    if showing is not PhotoShowing.HIDDEN and not is_public(current):
        raise ComplaintRefused(_("Laporan ini tidak ditampilkan untuk umum."))
    photo.showing = showing
    photo.public_file = None if showing is PhotoShowing.HIDDEN else public_file or photo.file
    photo.full_clean()
    photo.save()
    record("complaints.photo.decided", current, by, showing=showing.value)
    return photo
