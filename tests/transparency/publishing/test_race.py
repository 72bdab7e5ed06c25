"""Two officials publish the same notice at the same moment: it is published once."""

import threading

import pytest
from django.db import connection

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from desa.transparency.publishing.actions.posts import publish_post
from desa.transparency.publishing.models import Notice
from tests.factories import officials
from tests.trailing import first_broken
from tests.transparency.publishing.samples import notice_text, written

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_publishers_at_the_same_moment_publish_once(village: Village) -> None:
    problems: list[BaseException] = []
    together = threading.Barrier(2)
    with village_scope(village):
        people = officials(village, [Office.SEKDES, Office.KADES])
        notice = written(notice_text())

    def publish(by: User) -> None:
        with village_scope(village):
            together.wait(10)
            try:
                publish_post(by=by, post=notice)
            except Exception as problem:
                problems.append(problem)
        connection.close()

    publishers = [threading.Thread(target=publish, args=[by]) for by in people.values()]
    for publisher in publishers:
        publisher.start()
    for publisher in publishers:
        publisher.join(30)
    assert problems == []
    with village_scope(village):
        found = Notice.objects.get()
        told = TrailEvent.objects.get(name="publishing.notice.published")
        assert found.published_by_label == told.actor_label
        assert first_broken() is None
