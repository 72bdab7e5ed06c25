"""Officials and residents of a village for tests; all of them are invented."""

from collections.abc import Mapping
from datetime import date
from itertools import count

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, Officeholder, User
from desa.foundation.tenancy.models import Village

SINCE = date(2026, 1, 1)
_numbers = count(1)


def official(village: Village, office: Office) -> User:
    """An account with this office in this village."""
    return officials(village, [office])[office]


def officials(village: Village, offices: list[Office]) -> Mapping[Office, User]:
    made = {
        office: User(
            username=f"{office}-{next(_numbers)}",
            name=f"{office.label} {village.name}",
            password="!",  # as set_unusable_password() leaves it
        )
        for office in offices
    }
    User.objects.bulk_create(made.values())
    Membership.objects.bulk_create(
        Membership(user=user, village=village, office=office, valid_from=SINCE)
        for office, user in made.items()
    )
    return made


def officeholder(office: Office = Office.KADES, user: User | None = None) -> Officeholder:
    """In the open village; with the account of `user` when given."""
    return Officeholder.objects.create(
        office=office,
        title=str(office.label),
        name="HARIYONO",
        term_from=SINCE,
        membership=user.memberships.get() if user else None,
    )


def enter(user: User) -> Client:
    """A browser in which this official is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key or ""
    return client
