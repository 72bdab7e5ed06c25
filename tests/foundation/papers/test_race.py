"""Two real processes on one real database take numbers at the same moment."""

import os
import subprocess
import sys
from datetime import date

import pytest
from django.conf import settings
from django.db import connection

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Officeholder
from desa.foundation.papers.models import Paper
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from tests.trailing import first_broken

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]
EACH = 25


def _start(village: Village, holder: Officeholder) -> "subprocess.Popen[str]":
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.foundation.jobs.sample.settings",
        "DESA_TEST_DATABASE": str(connection.settings_dict["NAME"]),
    }
    numbers = [str(village.pk), str(holder.pk), str(EACH)]
    command = [sys.executable, "-m", "tests.foundation.papers.race", *numbers]
    return subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, text=True, stderr=subprocess.PIPE
    )


def test_fifty_papers_from_two_processes_have_no_gap_and_no_double(village: Village) -> None:
    with village_scope(village):
        holder = Officeholder.objects.create(
            office=Office.KADES, title="Kepala Desa", name="HARIYONO", term_from=date(2024, 1, 1)
        )
        errors = [process.communicate()[1] for process in [_start(village, holder) for _ in "ab"]]
        assert errors == ["", ""]
        assert sorted(Paper.objects.values_list("number", flat=True)) == list(range(1, 51))
        assert Paper.objects.values("verify_code").distinct().count() == 2 * EACH
        assert TrailEvent.objects.filter(name="papers.paper.numbered").count() == 2 * EACH
        assert first_broken() is None
