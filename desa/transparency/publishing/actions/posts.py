"""Events and notices: written, changed, published at the server's time, taken away and brought back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.redaction import holds_person_number
from desa.foundation.intake.actions import once
from desa.foundation.tenancy.models import Area
from desa.transparency.publishing.engine.cleaning import clean_html
from desa.transparency.publishing.enums import NoticeKind, PublishingPermission
from desa.transparency.publishing.exceptions import PublishingRefused
from desa.transparency.publishing.models import Event, Notice, Post
from desa.transparency.publishing.queries import today
from desa.transparency.publishing.rules.expiry import STAYS, may_end

P = TypeVar("P", bound=Post)
WRITTEN = "publishing.written"


@dataclass(frozen=True)
class EventText:
    """Moments are aware, on the village's clock; without `dusun` it is for the whole village."""

    title: str
    begins_at: datetime
    ends_at: datetime
    place: str
    invited: str
    open_end: bool = False
    dusun: Area | None = None
    note: str = ""


@dataclass(frozen=True)
class NoticeText:
    kind: NoticeKind
    title: str
    source: str
    ends_on: date
    urgent: bool = False


Text = EventText | NoticeText


def happened(post: Post, verb: str, by: Actor, **facts: object) -> None:
    record(f"publishing.{post._meta.model_name}.{verb}", post, by, **facts)


def _check_numbers(words: Iterable[object]) -> None:
    """Raises PublishingRefused: everyone reads it, and a calendar that took it never forgets."""
    if any(isinstance(each, str) and holds_person_number(each) for each in words):
        raise PublishingRefused(
            _("Tulisan ini memuat NIK atau nomor KK. Hapus nomornya, lalu simpan lagi.")
        )


def _fill(post: Post, text: Text, by: Actor) -> None:
    _check_numbers(vars(text).values())
    for name, value in vars(text).items():
        setattr(post, name, value)
    if isinstance(post, Notice):
        post.html = clean_html(post.source)
        _check_end(post)
    post.changed_at, post.changed_by_label = clock.now(), by.actor_label
    post.full_clean()
    post.save()


def _check_end(notice: Notice) -> None:
    """Raises PublishingRefused for a notice that would stay for ever, or not at all."""
    kind, start = NoticeKind(notice.kind), today()
    if notice.published_at:
        start = clock.local(notice.published_at, notice.village).date()
    if not may_end(kind, start, notice.ends_on):
        words = _("%(kind)s tayang paling lama %(days)s hari. Pilih tanggal yang lebih dekat.")
        if notice.ends_on < start:
            words = _("Hari terakhirnya sudah lewat. Pilih hari ini atau sesudahnya.")
        raise PublishingRefused(words % {"kind": kind.label, "days": STAYS[kind].longest})


def new_post(text: Text) -> Post:
    return Event() if isinstance(text, EventText) else Notice()


@action
def write_post(*, by: Actor, text: Text, key: UUID | None = None) -> Post:
    """A draft; the same form sent again gives the same draft. Raises PublishingRefused."""

    def make() -> Post:
        post = new_post(text)
        _fill(post, text, by)
        happened(post, "written", by)
        return post

    if key is None:
        return make()
    post_id, _new = once(key=key, purpose=WRITTEN, by=by, make=make)
    return type(new_post(text)).objects.get(pk=post_id)


@action
def change_post(*, by: User, post: P, text: Text, seen: int) -> P:
    """Write over revision `seen`. What is published is changed by those who may publish.

    Nothing different changes nothing. Raises PublishingRefused when a colleague was quicker.
    """
    current = locked(post)
    if current.is_published:
        demand_publisher(by)
    if all(getattr(current, name) == value for name, value in vars(text).items()):
        return current
    if current.revision != seen:
        raise PublishingRefused(
            _("%(who)s baru saja mengubahnya. Muat ulang halaman ini, lalu ubah lagi.")
            % {"who": current.changed_by_label}
        )
    current.revision += 1
    _fill(current, text, by)
    happened(current, "changed", by, revision=current.revision)
    return current


def locked(post: P) -> P:
    """The row as it is now, kept for this action. Raises DoesNotExist for a removed one."""
    row: P = type(post).objects.select_for_update().get(pk=post.pk)
    return row


def demand_publisher(by: User) -> None:
    if not has_permission(by, PublishingPermission.PUBLISH):
        raise PermissionDenied


@action
def publish_post(*, by: User, post: P) -> P:
    """From now on it is on the pages. Publishing twice changes nothing. Raises PublishingRefused."""
    current = locked(post)
    demand_publisher(by)
    if current.is_published:
        return current
    if isinstance(current, Notice):
        _check_end(current)
    if isinstance(current, Event) and current.ends_at <= clock.now():
        raise PublishingRefused(_("Agenda ini sudah lewat. Ubah dulu tanggalnya."))
    current.published_at, current.published_by_label = clock.now(), by.actor_label
    current.save()
    happened(current, "published", by)
    return current


@action
def cancel_event(*, by: User, event: Event, reason: str) -> Event:
    """It stays on the agenda, struck, with the reason; calendars hear of it. Twice changes nothing."""
    current = locked(event)
    demand_publisher(by)
    if current.cancelled_at is not None:
        return current
    if not current.is_published:
        raise PublishingRefused(_("Draf tidak perlu dibatalkan. Hapus saja."))
    _check_numbers([reason])
    current.cancelled_at, current.cancel_reason = clock.now(), reason.strip()
    current.revision += 1
    current.changed_at, current.changed_by_label = clock.now(), by.actor_label
    current.full_clean()
    current.save()
    happened(current, "cancelled", by, revision=current.revision)
    return current


@action
def remove_post(*, by: User, post: P) -> P:
    """Off the pages at once; can be brought back."""
    current = locked(post)
    if current.is_published:
        demand_publisher(by)
    current.removed_at, current.removed_by_label = clock.now(), by.actor_label
    current.save()
    happened(current, "removed", by)
    return current


@action
def restore_post(*, by: User, post: P) -> P:
    """As it was before it was taken away; one that was published is on the pages again."""
    current: P = type(post).base_objects.select_for_update().get(pk=post.pk)
    if current.removed_at is None:
        return current
    if current.is_published:
        demand_publisher(by)
    current.removed_at, current.removed_by_label = None, ""
    current.save()
    happened(current, "restored", by)
    return current
