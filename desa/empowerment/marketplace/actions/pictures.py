"""The one photo of a card: made small and silent first, then kept."""

from desa.empowerment.marketplace.actions.common import demand, locked, settle
from desa.empowerment.marketplace.enums import MarketplacePermission
from desa.empowerment.marketplace.models import Card
from desa.foundation.accounts.models import User
from desa.foundation.core.actions import action, record
from desa.foundation.files.actions import put_content, register_file, release_file, shrink_photo
from desa.foundation.files.models import StoredFile
from desa.foundation.files.rules import MEDIA_TYPE

Kept = tuple[str, int]


def give_photo(*, by: User, card: Card, content: bytes) -> Card:
    """Whatever the camera wrote into the file is gone. Raises PhotoRefused, whose text says what to do."""
    photo = shrink_photo(content)
    kept = [(put_content(each), len(each)) for each in (photo.content, photo.preview)]
    return _set_photo(by=by, card=card, kept=kept)


@action
def _set_photo(*, by: User, card: Card, kept: list[Kept]) -> Card:
    demand(by, MarketplacePermission.EDIT)
    current = locked(card)
    before = (current.photo, current.preview)
    current.photo, current.preview = (
        register_file(digest=digest, size=size, media_type=MEDIA_TYPE) for digest, size in kept
    )
    return _saved(current, before, "pictured", by)


@action
def drop_photo(*, by: User, card: Card) -> Card:
    demand(by, MarketplacePermission.EDIT)
    current = locked(card)
    before = (current.photo, current.preview)
    current.photo = current.preview = None
    return _saved(current, before, "unpictured", by) if before[0] else current


def _saved(card: Card, before: tuple[StoredFile | None, ...], name: str, by: User) -> Card:
    settle(card)
    for file in before:
        if file is not None and file not in (card.photo, card.preview):
            release_file(file)
    record(f"marketplace.card.{name}", card, by)
    return card
