import os
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.test import Client
from hypothesis import settings
from playwright.sync_api import Browser

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from tests.chromium import chromium
from tests.house.browsing import Seen, checked

# How long one example takes depends on who else uses the machine; time is measured by ./bench.
# Forty examples a property keep `./test` within its time; every run draws others.
settings.register_profile("house", deadline=None, max_examples=40)
settings.load_profile("house")

SEEN: Seen = set()
Client.request = checked(Client.request, SEEN)  # type: ignore[method-assign]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Checks against the shared reference data are collected only when it was named."""
    if "DESA_SHARED" not in os.environ:
        there = [item for item in items if item.get_closest_marker("shared") is None]
        config.hook.pytest_deselected(items=[item for item in items if item not in there])
        items[:] = there


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def village(db: None) -> Village:
    return Village.objects.create(
        code="35.14.11.2009",
        name="Sumbergedang",
        kecamatan="Pandaan",
        kabupaten="Pasuruan",
        provinsi="Jawa Timur",
    )


@pytest.fixture
def other_village(db: None) -> Village:
    return Village.objects.create(
        code="35.14.99.2001",
        name="Contohrejo",
        kecamatan="Contoh",
        kabupaten="Pasuruan",
        provinsi="Jawa Timur",
    )


@pytest.fixture
def scope(village: Village) -> Iterator[Village]:
    with village_scope(village):
        yield village


@pytest.fixture
def make_official(db: None) -> Callable[[Village, Office], User]:
    def make(village: Village, office: Office) -> User:
        user = User(username=f"{office}-{village.code}", name=f"{office.label} {village.name}")
        user.set_unusable_password()
        user.save()
        Membership.objects.create(
            user=user, village=village, office=office, valid_from=date(2026, 1, 1)
        )
        return user

    return make
