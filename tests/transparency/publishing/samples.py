"""Events and notices to try things with; every name is invented."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from PIL import ExifTags, Image

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.transparency.publishing.actions.pictures import give_picture
from desa.transparency.publishing.actions.posts import (
    EventText,
    NoticeText,
    Text,
    publish_post,
    write_post,
)
from desa.transparency.publishing.enums import NoticeKind
from desa.transparency.publishing.models import Notice, Post
from desa.transparency.publishing.queries import today

CLERK = SystemActor("uji")
WIB = ZoneInfo("Asia/Jakarta")
TUESDAY = datetime(2026, 11, 24, 9, 12, tzinfo=WIB)


def event_text(days: int = 2, hour: int = 8, **values: Any) -> EventText:
    """From now so many days on, on the village's clock, for three hours."""
    day = clock.now().astimezone(WIB) + timedelta(days=days)
    begins = day.replace(hour=hour, minute=0, second=0, microsecond=0)
    usual: dict[str, Any] = {
        "title": "Posyandu lansia",
        "begins_at": begins,
        "ends_at": begins + timedelta(hours=3),
        "place": "Balai Desa",
        "invited": "Semua warga",
    }
    return EventText(**{**usual, **values})


def notice_text(days: int = 14, **values: Any) -> NoticeText:
    usual: dict[str, Any] = {
        "kind": NoticeKind.ANNOUNCEMENT,
        "title": "Air mati sementara",
        "source": "Air mengalir lagi **besok**.",
        "ends_on": today() + timedelta(days=days),
    }
    return NoticeText(**{**usual, **values})


def written(text: Text) -> Post:
    return write_post(by=CLERK, text=text)


def published(text: Text, by: User) -> Post:
    return publish_post(by=by, post=written(text))


def photo_bytes(color: str = "green") -> bytes:
    """A picture as a phone sends it, with a word about where it was made."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "KameraRahasia"
    buffer = BytesIO()
    Image.new("RGB", (900, 600), color).save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def pictured(by: User) -> Notice:
    post = published(notice_text(), by)
    notice = Notice.objects.get(pk=post.pk)
    return give_picture(by=by, notice=notice, content=photo_bytes(), words="Pompa sumur dibuka")
