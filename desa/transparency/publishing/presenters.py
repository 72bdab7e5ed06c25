"""The room's events in plain words, for the history page; and its lines on the public home."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.registry import NewsLine
from desa.foundation.core.values.dates import format_time
from desa.transparency.publishing.enums import NoticeKind
from desa.transparency.publishing.models import Event, Notice
from desa.transparency.publishing.queries import coming_events, local, running

SENTENCES: dict[str, str | Promise] = {
    "publishing.event.written": _("menulis draf agenda"),
    "publishing.event.changed": _("mengubah agenda"),
    "publishing.event.published": _("menayangkan agenda"),
    "publishing.event.cancelled": _("membatalkan agenda"),
    "publishing.event.removed": _("menghapus agenda"),
    "publishing.event.restored": _("mengembalikan agenda yang dihapus"),
    "publishing.notice.written": _("menulis draf kabar"),
    "publishing.notice.changed": _("mengubah kabar"),
    "publishing.notice.published": _("menayangkan kabar"),
    "publishing.notice.pictured": _("memasang gambar pada kabar"),
    "publishing.notice.unpictured": _("mencabut gambar dari kabar"),
    "publishing.notice.removed": _("menghapus kabar"),
    "publishing.notice.restored": _("mengembalikan kabar yang dihapus"),
    "publishing.profiletext.written": _("menulis profil desa"),
    "publishing.boardnote.posted": _("mencatat informasi di papan"),
    "publishing.boardnote.removed": _("mencabut catatan informasi di papan"),
}


def event_lines(limit: int) -> list[NewsLine]:
    """What comes next and is not cancelled."""
    return [_event_line(row) for row in coming_events().filter(cancelled_at__isnull=True)[:limit]]


def notice_lines(limit: int) -> list[NewsLine]:
    """Running announcements, urgent ones first."""
    return [_notice_line(row) for row in running(NoticeKind.ANNOUNCEMENT)[:limit]]


def _event_line(row: Event) -> NewsLine:
    url = reverse("publishing:event", args=[row.pk])
    detail = f"{format_time(row.begins_at, row.village.timezone)}, {row.place}"
    return NewsLine(row.title, url, local(row.begins_at), detail)


def _notice_line(row: Notice) -> NewsLine:
    url, since = reverse("publishing:notice", args=[row.pk]), row.published_at or row.changed_at
    return NewsLine(row.title, url, local(since), urgent=row.urgent, dated=False)
