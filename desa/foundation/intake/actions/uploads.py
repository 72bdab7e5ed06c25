"""A file that arrives in parts over a bad line: begun, continued after a cut, taken once.

Part of nobody's action: the trail begins when a room takes the file. Who holds the key owns the upload.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Sum

from desa.foundation.core import clock
from desa.foundation.core.values.codes import LinkCode
from desa.foundation.intake.exceptions import (
    TOO_LARGE,
    TOO_MANY,
    UploadGone,
    UploadRefused,
    WrongOffset,
)
from desa.foundation.intake.models import Upload
from desa.foundation.intake.queries import find_upload, parts
from desa.foundation.intake.rules import (
    LARGEST_PART,
    LARGEST_UPLOAD,
    MOST_OPEN_BYTES,
    most_parts,
)

KEPT = timedelta(days=1)


@transaction.atomic
def begin_upload(*, purpose: str, size: int) -> LinkCode:
    """The key of a new upload of `size` bytes. Raises UploadRefused, whose text says what to do."""
    if not 0 < size <= LARGEST_UPLOAD:
        raise UploadRefused(TOO_LARGE % {"megabytes": LARGEST_UPLOAD // 2**20})
    announced = Upload.objects.aggregate(total=Sum("size"))["total"] or 0
    if announced + size > MOST_OPEN_BYTES:
        raise UploadRefused(TOO_MANY)
    key = LinkCode.new()
    upload = Upload(key_digest=key.digest, purpose=purpose, size=size)
    upload.full_clean()
    upload.save(force_insert=True)
    return key


def append_part(*, key: str, offset: int, content: bytes) -> int:
    """Store one part; gives how many bytes have arrived. A part sent again changes nothing.

    Raises UploadGone, WrongOffset for a gap, and UploadRefused for more than was announced or for crumbs.
    """
    upload = find_upload(key)
    if upload is None:
        raise UploadGone(key)
    if len(content) > LARGEST_PART or offset + len(content) > upload.size:
        raise UploadRefused(TOO_LARGE % {"megabytes": LARGEST_UPLOAD // 2**20})
    if offset < 0:
        raise WrongOffset(0)
    if parts().count(upload.key_digest) >= most_parts(upload.size):
        raise UploadRefused(TOO_MANY)
    return parts().append(upload.key_digest, offset, content)


def take_upload(*, key: str, purpose: str) -> bytes:
    """The whole file; it stays until forget_upload(), so that a room that fails can take it again.

    Raises UploadGone or UploadIncomplete.
    """
    upload = find_upload(key)
    if upload is None or upload.purpose != purpose:
        raise UploadGone(key)
    return parts().read(upload.key_digest, upload.size)


def forget_upload(*, key: str) -> None:
    if upload := find_upload(key):
        upload.delete()
        parts().forget(upload.key_digest)


def forget_uploads() -> int:
    """Delete the uploads that nobody took within a day; gives how many."""
    old = Upload.objects.filter(begun_at__lt=clock.now() - KEPT)
    names = list(old.values_list("key_digest", flat=True))
    for name in names:
        parts().forget(name)
    old.delete()
    return len(names)


def sweep_parts() -> int:
    """Parts that no row knows any more: of a village that was removed, of a restored backup."""
    return parts().sweep((clock.now() - 2 * KEPT).timestamp())
