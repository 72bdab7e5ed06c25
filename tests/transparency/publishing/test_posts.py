"""Writing, changing, publishing, taking away: each by whom it may, and each once."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.exceptions import ScopeError
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from desa.transparency.publishing import queries
from desa.transparency.publishing.actions.posts import (
    cancel_event,
    change_post,
    publish_post,
    remove_post,
    restore_post,
    write_post,
)
from desa.transparency.publishing.enums import NoticeKind
from desa.transparency.publishing.exceptions import PublishingRefused
from desa.transparency.publishing.models import Event, Notice
from tests.transparency.publishing.samples import (
    CLERK,
    TUESDAY,
    event_text,
    notice_text,
    published,
    written,
)


def notice_of(number: int) -> Notice:
    return Notice.objects.get(pk=number)


def event_of(number: int) -> Event:
    return Event.objects.get(pk=number)


def happened() -> list[str]:
    events = TrailEvent.objects.filter(name__startswith="publishing.").order_by("sequence")
    return [event.name.removeprefix("publishing.") for event in events]


def test_draft_is_on_no_page(scope: Village) -> None:
    written(event_text())
    written(notice_text())
    assert not queries.coming_events()
    assert not queries.running_notices()
    assert len(queries.drafts()) == queries.count_drafts() == 2


def test_same_form_sent_twice_is_one_draft(operator: User) -> None:
    key = uuid4()
    first = write_post(by=operator, text=notice_text(), key=key)
    again = write_post(by=operator, text=notice_text(), key=key)
    assert first.pk == again.pk
    assert Notice.objects.count() == 1


def test_publishing_carries_the_time_of_the_server_and_happens_once(sekdes: User) -> None:
    notice = notice_of(published(notice_text(), sekdes).pk)
    with clock.frozen(TUESDAY + timedelta(hours=1)):
        again = publish_post(by=sekdes, post=notice)
    assert notice.published_at == again.published_at == TUESDAY
    assert notice.published_by_label == sekdes.actor_label
    assert happened() == ["notice.written", "notice.published"]


def test_operator_writes_and_does_not_publish(operator: User) -> None:
    post = notice_of(written(notice_text()).pk)
    with pytest.raises(PermissionDenied):
        publish_post(by=operator, post=post)
    changed = change_post(by=operator, post=post, text=notice_text(title="Baru"), seen=0)
    assert (changed.title, changed.revision) == ("Baru", 1)


def test_what_is_published_is_changed_by_who_may_publish(operator: User, sekdes: User) -> None:
    post = notice_of(published(notice_text(), sekdes).pk)
    with pytest.raises(PermissionDenied):
        change_post(by=operator, post=post, text=notice_text(title="Lain"), seen=0)
    with pytest.raises(PermissionDenied):
        remove_post(by=operator, post=post)
    assert change_post(by=sekdes, post=post, text=notice_text(title="Lain"), seen=0).revision == 1


@pytest.mark.parametrize(
    "number", ["3514995203550001", "3514 9952 0355 0001", "35.14.99.52.03.55.00.01"]
)
@pytest.mark.parametrize("field", ["title", "source"])
def test_number_of_a_person_is_not_put_on_the_pages(
    scope: Village, field: str, number: str
) -> None:
    words: dict[str, Any] = {field: f"BLT diambil Suwarni {number} di balai"}
    with pytest.raises(PublishingRefused, match="NIK atau nomor KK"):
        written(notice_text(**words))
    assert not Notice.objects.exists()


def test_telephone_of_the_office_may_be_published(scope: Village) -> None:
    words = "Hubungi 0812-3456-7890, rekening 0021-01-012345-50-7"
    assert notice_of(written(notice_text(source=words)).pk).source == words


def test_number_of_a_person_is_kept_out_of_events_too(sekdes: User) -> None:
    with pytest.raises(PublishingRefused, match="NIK atau nomor KK"):
        written(event_text(note="Untuk NIK 3514995203550001"))
    event = event_of(published(event_text(), sekdes).pk)
    with pytest.raises(PublishingRefused, match="NIK atau nomor KK"):
        cancel_event(by=sekdes, event=event, reason="Suwarni 3514995203550001 sakit")


def test_newer_words_of_a_colleague_are_not_written_over(sekdes: User, operator: User) -> None:
    post = notice_of(written(notice_text()).pk)
    change_post(by=operator, post=post, text=notice_text(title="Punya Dewi"), seen=0)
    with pytest.raises(PublishingRefused, match="baru saja mengubahnya"):
        change_post(by=sekdes, post=post, text=notice_text(title="Punya Endang"), seen=0)
    assert notice_of(post.pk).title == "Punya Dewi"


def test_nothing_different_is_no_change(sekdes: User) -> None:
    post = notice_of(written(notice_text()).pk)
    assert change_post(by=sekdes, post=post, text=notice_text(), seen=0).revision == 0
    assert happened() == ["notice.written"]


@pytest.mark.parametrize(
    ("kind", "days", "words"),
    [
        (NoticeKind.ANNOUNCEMENT, 61, "paling lama 60 hari"),
        (NoticeKind.NEWS, 366, "paling lama 365 hari"),
        (NoticeKind.ANNOUNCEMENT, -1, "sudah lewat"),
    ],
)
def test_notice_without_a_sensible_end_is_refused(
    scope: Village, kind: NoticeKind, days: int, words: str
) -> None:
    with pytest.raises(PublishingRefused, match=words):
        written(notice_text(days, kind=kind))
    assert not Notice.objects.exists()


def test_stay_is_counted_from_the_day_of_publishing(sekdes: User) -> None:
    post = notice_of(published(notice_text(60), sekdes).pk)
    with clock.frozen(TUESDAY + timedelta(days=10)), pytest.raises(PublishingRefused):
        change_post(by=sekdes, post=post, text=notice_text(51), seen=0)


def test_draft_whose_day_has_passed_is_not_published(sekdes: User) -> None:
    notice, event = written(notice_text(1)), written(event_text(1))
    with clock.frozen(TUESDAY + timedelta(days=5)):
        for post in (notice_of(notice.pk), event_of(event.pk)):
            with pytest.raises(PublishingRefused, match="sudah lewat"):
                publish_post(by=sekdes, post=post)


def test_notice_leaves_the_pages_at_midnight_of_the_village_and_is_kept(sekdes: User) -> None:
    published(notice_text(0), sekdes)
    last_minute = TUESDAY.replace(hour=23, minute=59)
    with clock.frozen(last_minute):
        assert queries.running_notices().count() == 1
    with clock.frozen(last_minute + timedelta(minutes=1)):
        assert queries.running_notices().count() == 0
        assert queries.archived_notices().count() == 1


def test_urgent_comes_first_then_the_newest(sekdes: User) -> None:
    titles = []
    for minute, urgent in enumerate((False, True, False)):
        with clock.frozen(TUESDAY + timedelta(minutes=minute)):
            published(notice_text(title=f"Kabar {minute}", urgent=urgent), sekdes)
    titles = [notice.title for notice in queries.running_notices()]
    assert titles == ["Kabar 1", "Kabar 2", "Kabar 0"]


def test_news_is_not_urgent(scope: Village) -> None:
    with pytest.raises(ValidationError):
        written(notice_text(kind=NoticeKind.NEWS, urgent=True))


def test_cancelling_needs_a_published_event_and_its_reason(sekdes: User, operator: User) -> None:
    draft = event_of(written(event_text()).pk)
    with pytest.raises(PublishingRefused, match="Draf"):
        cancel_event(by=sekdes, event=draft, reason="Hujan")
    event = event_of(published(event_text(), sekdes).pk)
    with pytest.raises(PermissionDenied):
        cancel_event(by=operator, event=event, reason="Hujan")
    with pytest.raises((ValidationError, IntegrityError)), transaction.atomic():
        cancel_event(by=sekdes, event=event, reason="  ")
    first = cancel_event(by=sekdes, event=event, reason="Hujan")
    again = cancel_event(by=sekdes, event=event, reason="Lain")
    assert (again.cancel_reason, again.revision) == (first.cancel_reason, 1)
    assert [row.pk for row in queries.coming_events()] == [event.pk]


def test_removed_post_comes_back_as_it_was(sekdes: User) -> None:
    post = event_of(published(event_text(), sekdes).pk)
    remove_post(by=sekdes, post=post)
    assert not queries.coming_events()
    assert queries.published_event(post.pk) is None
    (kept,) = queries.removed_posts()
    back = restore_post(by=sekdes, post=kept)
    assert restore_post(by=sekdes, post=back).removed_at is None
    assert [row.pk for row in queries.coming_events()] == [post.pk]
    assert happened()[-2:] == ["event.removed", "event.restored"]


def test_published_post_is_brought_back_by_who_may_publish(sekdes: User, operator: User) -> None:
    post = remove_post(by=sekdes, post=event_of(published(event_text(), sekdes).pk))
    with pytest.raises(PermissionDenied):
        restore_post(by=operator, post=post)


def test_history_says_who_did_what_newest_first(sekdes: User) -> None:
    post = notice_of(published(notice_text(), sekdes).pk)
    change_post(by=sekdes, post=post, text=notice_text(title="Lain"), seen=0)
    history = queries.history_of(post)
    assert [line.sentence for line in history] == [
        "mengubah kabar",
        "menayangkan kabar",
        "menulis draf kabar",
    ]
    assert history[0].actor == sekdes.actor_label
    assert history[2].actor == CLERK.actor_label


def test_dusun_of_another_village_is_refused(village: Village, other_village: Village) -> None:
    with village_scope(other_village):
        elsewhere = Area.objects.create(kind="dusun", name="Lain")
    with village_scope(village), pytest.raises(ScopeError):
        written(event_text(dusun=elsewhere))


def test_stored_html_is_clean_whatever_was_typed(scope: Village) -> None:
    post = notice_of(written(notice_text(source="<script>alert(1)</script>\n\n**Halo**")).pk)
    assert "<script" not in post.html
    assert "<strong>Halo</strong>" in post.html
