"""Events and notices to try things with; every name is invented."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.transparency.publishing.actions.posts import (
    EventText,
    NoticeText,
    Text,
    publish_post,
    write_post,
)
from desa.transparency.publishing.enums import NoticeKind
from desa.transparency.publishing.models import Post
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
