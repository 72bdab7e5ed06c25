"""The seller presses twice, or two people hold the link: one press counts."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from desa.empowerment.marketplace.enums import CardState
from desa.empowerment.marketplace.models import SellerLink
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from tests.empowerment.marketplace.samples import link_for, made, with_site
from tests.trailing import first_broken

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]
ROUNDS, PROCESSES = 2, 2


def _press(village: Village, code: str) -> "subprocess.Popen[str]":
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.foundation.jobs.sample.settings",
        "DESA_TEST_DATABASE": str(connection.settings_dict["NAME"]),
    }
    command = [sys.executable, "-m", "tests.empowerment.marketplace.race", str(village.pk), code]
    return subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, text=True, stdout=subprocess.PIPE
    )


def test_of_presses_at_one_moment_exactly_one_confirms(village: Village) -> None:
    with village_scope(village):
        with_site(village)
        for number in range(ROUNDS):
            card = made(title=f"Jamu {number}")
            code = link_for(card)
            running = [_press(village, code) for _process in range(PROCESSES)]
            said = sorted(process.communicate()[0] for process in running)
            assert said == ["done", "spent"]
            card.refresh_from_db()
            assert card.state == CardState.SHOWN
        assert TrailEvent.objects.filter(name="marketplace.card.confirmed").count() == ROUNDS
        assert not SellerLink.objects.filter(used_at__isnull=True).exists()
        assert first_broken() is None
