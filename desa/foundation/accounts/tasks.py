"""What accounts forgets by itself."""

from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore

from desa.foundation.accounts.models import AccountLink
from desa.foundation.core import clock
from desa.foundation.core.registry import TaskArgs

LINK_KEPT = timedelta(days=90)


def run_forget_links(args: TaskArgs) -> None:
    AccountLink.objects.filter(expires_at__lt=clock.now() - LINK_KEPT).delete()


def run_forget_sessions(args: TaskArgs) -> None:
    SessionStore.clear_expired()
