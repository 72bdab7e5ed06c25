"""The profile's texts, each version kept; and what hangs on a board instead of standing on a page."""

from desa.foundation.core import clock, registry
from desa.foundation.core.actions import Actor, action, record
from desa.transparency.publishing.engine.cleaning import clean_html
from desa.transparency.publishing.enums import Section
from desa.transparency.publishing.models import BoardNote, ProfileText
from desa.transparency.publishing.queries import profile_versions


@action
def write_profile(*, by: Actor, section: Section, source: str) -> ProfileText:
    """A new version; the same words again change nothing."""
    newest = profile_versions(section).first()
    if newest is not None and newest.source == source:
        return newest
    text = ProfileText(section=section, source=source, html=clean_html(source))
    text.at, text.by_label = clock.now(), by.actor_label
    text.full_clean()
    text.save()
    record("publishing.profiletext.written", text, by, section=section.value)
    return text


@action
def post_on_board(*, by: Actor, item: str, place: str) -> BoardNote:
    """An item hangs at `place` from now on; said twice it stays one note, at the newer place.

    Raises LookupError for an item that no room registered.
    """
    registry.public_items.get(item)
    note = BoardNote.objects.select_for_update().filter(item=item).first()
    if note is not None and note.place == place:
        return note
    if note is None:
        note = BoardNote(item=item, at=clock.now(), by_label=by.actor_label)
    note.place = place
    note.full_clean()
    note.save()
    record("publishing.boardnote.posted", note, by, item=item)
    return note


@action
def take_from_board(*, by: Actor, note: BoardNote) -> BoardNote:
    note.removed_at, note.removed_by_label = clock.now(), by.actor_label
    note.save()
    record("publishing.boardnote.removed", note, by, item=note.item)
    return note
