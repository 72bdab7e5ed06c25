"""Links and sessions that are over are let go."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from desa.foundation.accounts.actions import issue_link
from desa.foundation.accounts.enums import LinkPurpose, Office
from desa.foundation.accounts.models import AccountLink
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.registry import tasks
from desa.foundation.tenancy.models import Village
from tests.factories import official

pytestmark = pytest.mark.postgres


def test_link_is_forgotten_ninety_days_after_it_ended(scope: Village) -> None:
    sekdes = official(scope, Office.SEKDES)
    issue_link(by=SystemActor("uji"), user=sekdes, purpose=LinkPurpose.PASSWORD)
    ended = AccountLink.objects.get().expires_at
    for days, left in ((89, 1), (91, 0)):
        with clock.frozen(ended + timedelta(days=days)):
            tasks.get("accounts.forget_links").run({})
        assert AccountLink.objects.count() == left


def test_session_that_ended_is_forgotten_and_a_running_one_stays(db: None) -> None:
    running = SessionStore()
    running.create()
    over = timezone.now() - timedelta(minutes=1)
    Session.objects.create(session_key="lama", session_data="", expire_date=over)
    tasks.get("accounts.forget_sessions").run({})
    assert [session.session_key for session in Session.objects.all()] == [running.session_key]
