"""A village on a Tuesday morning, and its sekdes at the desk."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.actions import Identity, found_village
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.services.letters.actions import publish_usual_standards
from tests.factories import enter, official
from tests.gateway.portal.settling import CLERK, TUESDAY


@pytest.fixture
def village(db: None) -> Iterator[Village]:
    cache.clear()
    with clock.frozen(TUESDAY):
        identity = Identity("35.14.11.2009", "Sumbergedang", "Pandaan", "Pasuruan", "Jawa Timur")
        found = found_village(by=CLERK, identity=identity)
        with village_scope(found):
            publish_usual_standards(by=CLERK)
            yield found


@pytest.fixture
def sekdes(village: Village) -> User:
    return official(village, Office.SEKDES)


@pytest.fixture
def client(sekdes: User) -> Client:
    return enter(sekdes)
