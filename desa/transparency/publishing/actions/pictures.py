"""The one picture of a notice: made small and silent first, then kept with its words."""

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import action
from desa.foundation.files.actions import put_content, register_file, release_file, shrink_photo
from desa.foundation.files.models import StoredFile
from desa.foundation.files.rules import MEDIA_TYPE
from desa.transparency.publishing.actions.posts import demand_publisher, happened, locked
from desa.transparency.publishing.models import Notice

Kept = tuple[str, int]


def give_picture(*, by: User, notice: Notice, content: bytes, words: str) -> Notice:
    """Raises PhotoRefused, whose text says what to do. `words` are for who cannot see it."""
    photo = shrink_photo(content)
    sizes = [(put_content(each), len(each)) for each in (photo.content, photo.preview)]
    return _set_picture(by=by, notice=notice, kept=sizes, words=words)


@action
def _set_picture(*, by: User, notice: Notice, kept: list[Kept], words: str) -> Notice:
    current = _changeable(by, notice)
    before = (current.picture, current.preview)
    current.picture, current.preview = (
        register_file(digest=digest, size=size, media_type=MEDIA_TYPE) for digest, size in kept
    )
    current.picture_words = words
    return _saved(current, before, "pictured", by)


@action
def drop_picture(*, by: User, notice: Notice) -> Notice:
    current = _changeable(by, notice)
    if current.picture is None:
        return current
    before = (current.picture, current.preview)
    current.picture, current.preview, current.picture_words = None, None, ""
    return _saved(current, before, "unpictured", by)


def _changeable(by: User, notice: Notice) -> Notice:
    current = locked(notice)
    if current.is_published:
        demand_publisher(by)
    return current


def _saved(notice: Notice, before: tuple[StoredFile | None, ...], verb: str, by: User) -> Notice:
    notice.revision += 1
    notice.changed_at, notice.changed_by_label = clock.now(), by.actor_label
    notice.full_clean()
    notice.save()
    for file in before:
        if file is not None and file not in (notice.picture, notice.preview):
            release_file(file)
    happened(notice, verb, by)
    return notice
