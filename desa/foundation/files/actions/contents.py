"""Storing a file is two steps: its bytes durably on disk first, its row in the caller's transaction after."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from desa.foundation.core import clock
from desa.foundation.files.exceptions import ContentMissing
from desa.foundation.files.models import StoredFile
from desa.foundation.files.queries import digests_of_all_villages, vault

UNCLAIMED = timedelta(days=7)


def put_content(content: bytes) -> str:
    """Encrypt and store durably; gives the digest for register_file(). Touches no database; repeatable."""
    return vault().put(content)


def register_file(*, digest: str, size: int, media_type: str) -> StoredFile:
    """The village's row of a content that put_content() has stored; the same row for the same content.

    Part of the caller's action, which records why. Raises ContentMissing before put_content().
    """
    if existing := StoredFile.objects.filter(digest=digest).first():
        return existing
    file = StoredFile(digest=digest, size=size, media_type=media_type)
    file.full_clean()
    if not vault().holds(digest):
        raise ContentMissing(digest)
    try:
        with transaction.atomic():
            file.save(force_insert=True)
    except IntegrityError:
        return StoredFile.objects.get(digest=digest)
    return file


def release_file(file: StoredFile) -> bool:
    """Forget the row unless something still points to it; its content is swept a week later.

    Part of the caller's action, which records why.
    """
    try:
        file.delete()
    except ProtectedError:
        return False
    return True


def sweep_unclaimed() -> int:
    """Delete contents that no row of any village points to, a week after they were last put.

    They come from work that died between its two steps and from rows whose retention ended.
    """
    moment = (clock.now() - UNCLAIMED).timestamp()
    store = vault()
    old = store.older_than(moment)
    claimed = {store.path(digest) for digest in digests_of_all_villages()}
    return store.sweep((path for path in old if path not in claimed), moment)
