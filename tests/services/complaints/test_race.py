"""Two real processes on one real database file complaints at the same moment."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from desa.services.complaints.models import Complaint
from tests.trailing import first_broken

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]
EACH = 25


def _start(village: Village) -> "subprocess.Popen[str]":
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.foundation.jobs.sample.settings",
        "DESA_TEST_DATABASE": str(connection.settings_dict["NAME"]),
    }
    numbers = [str(village.pk), str(EACH)]
    command = [sys.executable, "-m", "tests.services.complaints.race", *numbers]
    return subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, text=True, stderr=subprocess.PIPE
    )


def test_fifty_complaints_from_two_processes_have_no_gap_and_no_double(village: Village) -> None:
    with village_scope(village):
        errors = [process.communicate()[1] for process in [_start(village) for _ in "ab"]]
        assert errors == ["", ""]
        assert sorted(Complaint.objects.values_list("number", flat=True)) == list(range(1, 51))
        assert Complaint.objects.values("status_code").distinct().count() == 2 * EACH
        assert TrailEvent.objects.filter(name="complaints.complaint.filed").count() == 2 * EACH
        assert first_broken() is None
